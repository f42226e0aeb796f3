import { Button, Group } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { atrium } from '../../api/atrium.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { PRODUCT } from '../../components/product.ts';
import { saveFile } from '../../components/save-file.ts';
import { Section } from '../../components/section.tsx';
import { useNotice } from '../../components/use-notice.ts';
import { useTexts } from '../../i18n/locale-context.ts';

/** Saves everything that is stored about the user as a file of JSON. */
export function ExportSection() {
  const t = useTexts();
  const notice = useNotice();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => atrium.get('/api/v1/user/export'),
    onSuccess: (data) => {
      const content = new Blob([JSON.stringify(data, null, 2)], { type: 'application/json' });
      saveFile(`${PRODUCT.toLowerCase()}-my-data.json`, content);
      notice(t('my_data.exported'));
    },
  });
  return (
    <Section title={t('my_data.export')} description={t('my_data.export_description')}>
      {error && <ProblemAlert error={error} />}
      <Group>
        <Button
          variant="default"
          loading={isPending}
          onClick={() => {
            mutate();
          }}
        >
          {t('my_data.download')}
        </Button>
      </Group>
    </Section>
  );
}
