import { Button, Group, Stack } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../i18n/locale-context.ts';
import { FormProblem } from './form-problem.tsx';
import type { ApiForm } from './use-api-form.ts';

interface DialogFormProps extends Pick<ApiForm<Record<string, unknown>, unknown>, 'onSubmit'> {
  readonly mutation: { readonly error: unknown; readonly isPending: boolean };
  /** The text of the button that sends the form. */
  readonly submit: string;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

/** A form in a dialog: its fields, why it was refused, and the buttons. */
export function DialogForm({ mutation, onSubmit, submit, onCancel, children }: DialogFormProps) {
  const t = useTexts();
  return (
    <form onSubmit={onSubmit} noValidate>
      <Stack>
        {children}
        <FormProblem error={mutation.error} />
        <Group justify="end">
          <Button variant="default" onClick={onCancel}>
            {t('dialog.cancel')}
          </Button>
          <Button type="submit" loading={mutation.isPending}>
            {submit}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
