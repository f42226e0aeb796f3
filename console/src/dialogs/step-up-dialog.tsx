import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { publicAtrium } from '../api/atrium.ts';
import { canUsePasskeys } from '../api/passkeys.ts';
import { Dialog } from '../components/dialog.tsx';
import { FormProblem } from '../components/form-problem.tsx';
import { CodeInput, type CodeMethod } from '../components/sign-in/code-input.tsx';
import { PasskeyButton } from '../components/sign-in/passkey-button.tsx';
import { useApiForm } from '../components/use-api-form.ts';
import { useTexts } from '../i18n/locale-context.ts';
import { PasswordField } from '../components/password-field.tsx';

interface StepUpDialogProps {
  readonly methods: readonly string[];
  /** @param isDone whether the user confirmed their identity */
  readonly onSettled: (isDone: boolean) => void;
}

/** Asks the user to confirm their identity (RFC 9470). The refused request is then sent again. */
export function StepUpDialog({ methods, onSettled }: StepUpDialogProps) {
  const t = useTexts();
  const codes = methods.filter((method): method is CodeMethod => method === 'totp' || method === 'recovery_code');
  const done = (): void => {
    onSettled(true);
  };
  return (
    <Dialog
      onClose={() => {
        onSettled(false);
      }}
      title={t('step_up.title')}
      isPrompt
    >
      <Stack>
        <Text>{t('step_up.description')}</Text>
        {methods.includes('password') && <PasswordForm onDone={done} />}
        {codes.length > 0 && <CodeForm methods={codes} onDone={done} />}
        {methods.includes('passkey') && canUsePasskeys() && (
          <PasskeyButton purpose="step_up" label={t('step_up.passkey')} onDone={done} />
        )}
      </Stack>
    </Dialog>
  );
}

function PasswordForm({ onDone }: { readonly onDone: () => void }) {
  const t = useTexts();
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: { password: '' },
    send: ({ password }) => publicAtrium.post('/api/v1/auth/step-up', { body: { method: 'password', password } }),
    onSent: onDone,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <PasswordField
          label={t('field.password')}
          autoComplete="current-password"
          data-autofocus
          {...form.getInputProps('password')}
        />
        <FormProblem error={mutation.error} />
        <Button type="submit" loading={mutation.isPending}>
          {t('step_up.submit')}
        </Button>
      </Stack>
    </form>
  );
}

interface CodeFormProps {
  readonly methods: readonly CodeMethod[];
  readonly onDone: () => void;
}

function CodeForm({ methods, onDone }: CodeFormProps) {
  const t = useTexts();
  const [method = 'totp', setMethod] = useState(methods[0]);
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: { code: '' },
    send: ({ code }) => publicAtrium.post('/api/v1/auth/step-up', { body: { method, code } }),
    onSent: onDone,
  });
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        <CodeInput methods={methods} method={method} onMethod={setMethod} {...form.getInputProps('code')} />
        <FormProblem error={mutation.error} />
        <Button type="submit" loading={mutation.isPending}>
          {t('step_up.submit')}
        </Button>
      </Stack>
    </form>
  );
}
