import { Button, Divider, Stack, TextInput } from '@mantine/core';
import type { components } from '@atrium/client';
import { publicAtrium } from '../../api/atrium.ts';
import { canUsePasskeys } from '../../api/passkeys.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import { FormProblem } from '../form-problem.tsx';
import { useApiForm } from '../use-api-form.ts';
import { PasskeyButton } from './passkey-button.tsx';
import { PasswordField } from '../password-field.tsx';

type Schemas = components['schemas'];
export type LoginResult = Schemas['AuthResultDto'] | Schemas['MfaRequiredDto'];

interface PasswordStepProps {
  /** The address of the user whose session has ended. */
  readonly email?: string;
  readonly onResult: (result: LoginResult) => void | Promise<void>;
}

/** The first step of a sign-in: address and password, or a passkey, which is all that is needed. */
export function PasswordStep({ email = '', onResult }: PasswordStepProps) {
  const t = useTexts();
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: { email, password: '' },
    send: (body): Promise<LoginResult> => publicAtrium.post('/api/v1/auth/login', { body }),
    onSent: onResult,
  });
  return (
    <Stack>
      <form onSubmit={onSubmit} noValidate>
        <Stack>
          <TextInput
            label={t('field.email')}
            type="email"
            autoComplete="username webauthn"
            required
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <PasswordField
            label={t('field.password')}
            autoComplete="current-password"
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <FormProblem error={mutation.error} />
          <Button type="submit" loading={mutation.isPending}>
            {t('sign_in.submit')}
          </Button>
        </Stack>
      </form>
      {canUsePasskeys() && (
        <>
          <Divider label={t('sign_in.or')} />
          <PasskeyButton purpose="sign_in" label={t('sign_in.passkey')} onDone={onResult} />
        </>
      )}
    </Stack>
  );
}
