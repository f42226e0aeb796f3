import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { atrium } from '../../api/atrium.ts';
import { identityQuery } from '../../api/identity.ts';
import { queryClient } from '../../api/query-client.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useNotice } from '../../components/use-notice.ts';
import { useTexts } from '../../i18n/locale-context.ts';

interface DeleteFormProps {
  /** What the user enters, so that no account is deleted by mistake. */
  readonly email: string;
  readonly onClose: () => void;
}

/** Shows what the deletion of the account ends, and deletes it once the address was entered. */
export function DeleteForm({ email, onClose }: DeleteFormProps) {
  const t = useTexts();
  const notice = useNotice();
  const navigate = useNavigate();
  const [entered, setEntered] = useState('');
  const [isWrong, setWrong] = useState(false);
  const { mutate, error, isPending } = useMutation({
    mutationFn: () => atrium.delete('/api/me'),
    onSuccess: async () => {
      // The session has ended: no page may ask for what it showed.
      queryClient.setQueryData(identityQuery.queryKey, null);
      await navigate({ to: '/sign-in' });
      queryClient.clear();
      notice(t('my_data.deleted', { email }));
    },
  });
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const matches = entered.trim().toLowerCase() === email.toLowerCase();
        setWrong(!matches);
        if (matches && !isPending) {
          mutate();
        }
      }}
    >
      <Stack>
        <Text className="atrium-value">{t('my_data.delete_text', { email })}</Text>
        <TextInput
          label={t('my_data.confirm', { email })}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          required
          data-autofocus
          value={entered}
          error={isWrong && t('my_data.confirm_wrong')}
          onChange={({ currentTarget }) => {
            setEntered(currentTarget.value);
          }}
        />
        {error && <ProblemAlert error={error} />}
        <Group justify="end">
          <Button variant="default" onClick={onClose}>
            {t('dialog.cancel')}
          </Button>
          <Button type="submit" color="red.9" loading={isPending}>
            {t('my_data.delete')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
