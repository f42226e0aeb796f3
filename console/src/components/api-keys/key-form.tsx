import { Checkbox, NativeSelect, Stack, TextInput } from '@mantine/core';
import { useState } from 'react';
import { atrium } from '../../api/atrium.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import { DialogForm } from '../dialog-form.tsx';
import { useApiForm } from '../use-api-form.ts';
import { CreatedKey } from './created-key.tsx';
import { READING_SCOPES, SCOPES } from './scopes.ts';

interface KeyFormProps {
  /** The organizations that the key can work in, by their slugs. The first is proposed. */
  readonly organizations: readonly { readonly slug: string; readonly name: string }[];
  /** The service account that the key is for. Undefined: the key is the user’s own. */
  readonly serviceAccountId?: string;
  readonly onClose: () => void;
}

/** Creates an API key, and shows it one time. It is the content of a dialog. */
export function KeyForm({ organizations, serviceAccountId, onClose }: KeyFormProps) {
  const t = useTexts();
  const [key, setKey] = useState<string>();
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: { name: '', organization: organizations[0]?.slug ?? '', scopes: READING_SCOPES, expiresAt: '' },
    send: ({ expiresAt, ...values }) =>
      atrium.post('/api/v1/api-keys', {
        body: {
          ...values,
          serviceAccountId: serviceAccountId ?? null,
          // The field has the time of the browser’s time zone.
          expiresAt: expiresAt === '' ? null : new Date(expiresAt).toISOString(),
        },
      }),
    onSent: (minted) => {
      setKey(minted.key);
    },
  });
  if (key !== undefined) {
    return <CreatedKey value={key} onClose={onClose} />;
  }
  return (
    <DialogForm mutation={mutation} onSubmit={onSubmit} submit={t('api_keys.create')} onCancel={onClose}>
      <TextInput label={t('api_keys.name')} required data-autofocus {...form.getInputProps('name')} />
      {organizations.length > 1 && (
        <NativeSelect
          label={t('shell.organization')}
          data={organizations.map(({ slug: value, name: label }) => ({ value, label }))}
          {...form.getInputProps('organization')}
        />
      )}
      <Checkbox.Group label={t('api_keys.scopes')} {...form.getInputProps('scopes')}>
        <Stack gap="xs" mt="xs">
          {SCOPES.map((scope) => (
            <Checkbox key={scope} value={scope} label={scope} />
          ))}
        </Stack>
      </Checkbox.Group>
      <TextInput
        type="datetime-local"
        label={t('api_keys.expires_at')}
        description={t('api_keys.expires_at_description')}
        {...form.getInputProps('expiresAt')}
      />
    </DialogForm>
  );
}
