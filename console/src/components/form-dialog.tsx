import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/locale-context.ts';
import { Dialog } from './dialog.tsx';
import { FormProblem } from './form-problem.tsx';
import type { ApiForm } from './use-api-form.ts';

interface FormDialogProps {
  readonly title: string;
  /** The name of the action, on its button. */
  readonly action: string;
  readonly api: Pick<ApiForm<never, never>, 'onSubmit'> & {
    readonly mutation: { readonly error: unknown; readonly isPending: boolean };
  };
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog with a form. */
export function FormDialog({ title, action, api, onClose, children }: FormDialogProps) {
  const t = useTexts();
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={api.onSubmit} noValidate>
        <Stack>
          {children}
          <FormProblem error={api.mutation.error} />
          <Group justify="end">
            <Button variant="default" onClick={onClose}>
              {t('dialog.cancel')}
            </Button>
            <Button type="submit" loading={api.mutation.isPending}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
