import { Button, Stack, TextInput, type TextInputProps } from '@mantine/core';
import { useTexts } from '../../i18n/locale-context.ts';

export type CodeMethod = 'totp' | 'recovery_code';

interface CodeInputProps extends Pick<TextInputProps, 'value' | 'onChange' | 'error' | 'onBlur' | 'onFocus'> {
  readonly methods: readonly CodeMethod[];
  readonly method: CodeMethod;
  readonly onMethod: (method: CodeMethod) => void;
}

/** A field for a code of the authenticator app or a recovery code, and a button that changes between them. */
export function CodeInput({ methods, method, onMethod, ...input }: CodeInputProps) {
  const t = useTexts();
  const other = methods.find((one) => one !== method);
  return (
    <Stack gap="xs" align="start">
      <TextInput
        w="100%"
        label={t(method === 'totp' ? 'field.totp' : 'field.recovery_code')}
        description={t(method === 'totp' ? 'field.totp_description' : 'field.recovery_code_description')}
        inputMode={method === 'totp' ? 'numeric' : 'text'}
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        required
        data-autofocus
        {...input}
      />
      {other !== undefined && (
        <Button
          size="compact-sm"
          variant="subtle"
          onClick={() => {
            onMethod(other);
          }}
        >
          {t(other === 'totp' ? 'factor.use_totp' : 'factor.use_recovery_code')}
        </Button>
      )}
    </Stack>
  );
}
