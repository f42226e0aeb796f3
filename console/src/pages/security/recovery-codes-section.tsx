import { Text } from '@mantine/core';
import { atrium } from '../../api/atrium.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { Section } from '../../components/section.tsx';
import { useTexts } from '../../i18n/locale-context.ts';
import type { Factors } from './factors.ts';

interface RecoveryCodesSectionProps {
  readonly factors: Factors;
  readonly onCodes: (codes: readonly string[]) => void;
}

/** Shows how many recovery codes are left, and replaces them. Codes exist only beside a second factor. */
export function RecoveryCodesSection({ factors, onCodes }: RecoveryCodesSectionProps) {
  const t = useTexts();
  const hasFactor = factors.totpActivatedAt !== null || factors.passkeys > 0;
  const replace = async (): Promise<void> => {
    const { recoveryCodes } = await atrium.post('/api/v1/auth/recovery-codes');
    onCodes(recoveryCodes);
  };
  return (
    <Section
      title={t('security.recovery_codes')}
      description={t('security.recovery_codes_description')}
      actions={
        hasFactor && (
          <ConfirmButton
            label={t('security.recovery_codes_replace')}
            title={t('security.recovery_codes_replace')}
            text={t('security.recovery_codes_replace_text')}
            action={replace}
          />
        )
      }
    >
      <Text size="sm">
        {hasFactor
          ? t('security.recovery_codes_left', { count: factors.recoveryCodesLeft })
          : t('security.recovery_codes_none')}
      </Text>
    </Section>
  );
}
