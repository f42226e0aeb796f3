import type { components } from '@atrium/client';
import { Button, Checkbox, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { publicAtrium } from '../../api/atrium.ts';
import { canUsePasskeys } from '../../api/passkeys.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import { FormProblem } from '../form-problem.tsx';
import { useApiForm } from '../use-api-form.ts';
import { CodeInput } from './code-input.tsx';
import { PasskeyButton } from './passkey-button.tsx';

type Schemas = components['schemas'];

interface FactorStepProps {
  readonly required: Schemas['MfaRequiredDto'];
  readonly onSignedIn: (result: Schemas['AuthResultDto']) => void | Promise<void>;
  /** Goes back to the first step, as the second is open for a few minutes only. */
  readonly onBack: () => void;
}

/** The second step of a sign-in: a code of the authenticator app, a recovery code, or a passkey. */
export function FactorStep({ required, onSignedIn, onBack }: FactorStepProps) {
  const t = useTexts();
  const codes = required.methods.filter((method) => method !== 'passkey');
  const [method = 'totp', setMethod] = useState(codes[0]);
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: { code: '', trustDevice: false },
    send: (values) =>
      publicAtrium.post('/api/v1/auth/login/mfa', { body: { ...values, method, mfaToken: required.mfaToken } }),
    onSent: onSignedIn,
  });
  return (
    <Stack>
      <Text>{t('factor.description')}</Text>
      {codes.length > 0 && (
        <form onSubmit={onSubmit} noValidate>
          <Stack>
            <CodeInput methods={codes} method={method} onMethod={setMethod} {...form.getInputProps('code')} />
            <Checkbox
              label={t('factor.trust_device')}
              description={t('factor.trust_device_description')}
              {...form.getInputProps('trustDevice', { type: 'checkbox' })}
            />
            <FormProblem error={mutation.error} />
            <Button type="submit" loading={mutation.isPending}>
              {t('factor.submit')}
            </Button>
          </Stack>
        </form>
      )}
      {required.methods.includes('passkey') && canUsePasskeys() && (
        <PasskeyButton purpose="sign_in" label={t('factor.passkey')} onDone={onSignedIn} />
      )}
      <Button variant="subtle" onClick={onBack}>
        {t('factor.back')}
      </Button>
    </Stack>
  );
}
