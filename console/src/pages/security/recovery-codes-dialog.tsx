import { Button, Code, Group, SimpleGrid, Stack, Text } from '@mantine/core';
import { CopyButton } from '../../components/copy-button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { PRODUCT } from '../../components/product.ts';
import { saveFile } from '../../components/save-file.ts';
import { useTexts } from '../../i18n/locale-context.ts';

interface RecoveryCodesDialogProps {
  readonly codes: readonly string[];
  readonly onClose: () => void;
}

/** Shows new recovery codes. They cannot be read again, so only the last button closes the dialog. */
export function RecoveryCodesDialog({ codes, onClose }: RecoveryCodesDialogProps) {
  const t = useTexts();
  const text = codes.join('\n');
  return (
    <Dialog
      opened
      onClose={onClose}
      withCloseButton={false}
      closeOnEscape={false}
      closeOnClickOutside={false}
      title={t('security.recovery_codes_new')}
      size="lg"
    >
      <Stack>
        <Text>{t('security.recovery_codes_once')}</Text>
        <SimpleGrid
          component="ul"
          role="list"
          aria-label={t('security.recovery_codes')}
          className="atrium-rows"
          cols={{ base: 1, sm: 2 }}
          dir="ltr"
        >
          {codes.map((code) => (
            <li key={code}>
              <Code>{code}</Code>
            </li>
          ))}
        </SimpleGrid>
        <Group>
          <CopyButton value={text} label={t('security.recovery_codes_copy')} />
          <Button
            variant="default"
            onClick={() => {
              saveFile(`${PRODUCT.toLowerCase()}-recovery-codes.txt`, new Blob([`${text}\n`], { type: 'text/plain' }));
            }}
          >
            {t('security.recovery_codes_download')}
          </Button>
          <Button onClick={onClose}>{t('security.recovery_codes_stored')}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
