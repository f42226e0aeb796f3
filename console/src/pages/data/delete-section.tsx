import { Group } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { identityQuery } from '../../api/identity.ts';
import { DialogButton } from '../../components/dialog-button.tsx';
import { Section } from '../../components/section.tsx';
import { useTexts } from '../../i18n/locale-context.ts';
import { DeleteForm } from './delete-form.tsx';

/** Deletes the account of the user. */
export function DeleteSection() {
  const t = useTexts();
  const { data: identity } = useQuery(identityQuery);
  return (
    <Section title={t('my_data.delete')} description={t('my_data.delete_description')}>
      {identity && (
        <Group>
          <DialogButton variant="default" label={t('my_data.delete')} title={t('my_data.delete')}>
            {(close) => <DeleteForm email={identity.user.email} onClose={close} />}
          </DialogButton>
        </Group>
      )}
    </Section>
  );
}
