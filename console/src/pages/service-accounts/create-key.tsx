import type { components } from '@atrium/client';
import { Alert, Button, Checkbox, Code, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import { atrium } from '../../api/atrium.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { DialogButton } from '../../components/dialog-button.tsx';
import { DialogForm } from '../../components/dialog-form.tsx';
import { useApiForm } from '../../components/use-api-form.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import { type Scope, SCOPES } from './scopes.ts';

interface CreateKeyProps {
  readonly slug: string;
  readonly account: components['schemas']['ServiceAccountDto'];
}

/** Creates an API key of a service account, and shows it one time. */
export function CreateKey({ slug, account }: CreateKeyProps) {
  const t = useTexts();
  const title = t('api_keys.create_for', { name: account.username });
  return (
    <DialogButton size="xs" variant="default" label={t('api_keys.create')} longLabel={title} title={title}>
      {(close) => <KeyDialog slug={slug} account={account} onClose={close} />}
    </DialogButton>
  );
}

function KeyDialog({ slug, account, onClose }: CreateKeyProps & { readonly onClose: () => void }) {
  const t = useTexts();
  const [key, setKey] = useState<string>();
  const scopes: Scope[] = SCOPES.filter((scope) => scope.endsWith(':read'));
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: { name: '', scopes, expiresAt: '' },
    send: ({ expiresAt, ...values }) =>
      atrium.post('/api/v1/api-keys', {
        body: {
          ...values,
          organization: slug,
          serviceAccountId: account.id,
          expiresAt: expiresAt === '' ? null : new Date(expiresAt).toISOString(),
        },
      }),
    onSent: (minted) => {
      setKey(minted.key);
    },
  });
  if (key !== undefined) {
    return (
      <Stack>
        <Alert color="orange" variant="light" role="status" title={t('api_keys.created')}>
          <Text size="sm">{t('api_keys.shown_once')}</Text>
        </Alert>
        <Code display="block" p="sm" fz="sm" className="atrium-value">
          {key}
        </Code>
        <Group justify="end">
          <CopyButton value={key} label={t('api_keys.copy')} />
          <Button onClick={onClose}>{t('api_keys.stored')}</Button>
        </Group>
      </Stack>
    );
  }
  return (
    <DialogForm mutation={mutation} onSubmit={onSubmit} submit={t('api_keys.create')} onCancel={onClose}>
      <TextInput label={t('api_keys.name')} required data-autofocus {...form.getInputProps('name')} />
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
