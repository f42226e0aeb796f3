import { Button, Stack } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { atrium } from '../../api/atrium.ts';
import { FormProblem } from '../../components/form-problem.tsx';
import { saveFile } from '../../components/save-file.ts';
import { useTexts } from '../../i18n/locale-context.ts';

/** Without this mark, Excel does not read the file as UTF-8. The client removes it from the answer. */
const BYTE_ORDER_MARK = '\uFEFF';

/** Saves all members of the organization as CSV. */
export function ExportButton({ slug }: { readonly slug: string }) {
  const t = useTexts();
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => atrium.get('/api/v1/org/users/export', { headers: { accept: 'text/csv' } }),
    onSuccess: (csv) => {
      saveFile(`${slug}-members.csv`, new Blob([BYTE_ORDER_MARK, csv], { type: 'text/csv' }));
    },
  });
  return (
    <Stack align="end">
      <Button
        variant="default"
        loading={isPending}
        onClick={() => {
          mutate();
        }}
      >
        {t('import.export')}
      </Button>
      <FormProblem error={error} />
    </Stack>
  );
}
