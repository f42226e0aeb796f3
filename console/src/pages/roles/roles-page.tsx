import type { components } from '@atrium/client';
import { Badge, Group, Stack, Table, Text, VisuallyHidden } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { atrium } from '../../api/atrium.ts';
import { useRights } from '../../api/rights.ts';
import { rolesQuery } from '../../api/roles.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { DialogButton } from '../../components/dialog-button.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { useTexts } from '../../i18n/locale-context.ts';
import { PERMISSION_TEXTS, PERMISSIONS } from './permission-texts.ts';
import { RoleForm } from './role-form.tsx';

type Role = components['schemas']['RoleDto'];

/** The roles of the organization with what each permits. */
export function RolesPage() {
  const t = useTexts();
  const { slug } = useParams({ from: '/shell/orgs/$slug' });
  const { isAdmin } = useRights(slug);
  const query = useQuery(rolesQuery(slug));
  const actions = isAdmin && (
    <DialogButton label={t('roles.create')} title={t('roles.create')}>
      {(close) => (
        <RoleForm
          submit={t('roles.create')}
          send={(body) => atrium.post('/api/v1/org/roles', { body })}
          onClose={close}
        />
      )}
    </DialogButton>
  );
  return (
    <>
      <PageTitle title={t('roles.title')} description={t('roles.description')} actions={actions} />
      <QueryView query={query}>{(roles) => <Matrix roles={roles} isAdmin={isAdmin} />}</QueryView>
    </>
  );
}

/** A row for each role, and a column for each permission. */
function Matrix({ roles, isAdmin }: { readonly roles: readonly Role[]; readonly isAdmin: boolean }) {
  const t = useTexts();
  const permissions = PERMISSIONS.map((permission) => t(PERMISSION_TEXTS[permission]));
  return (
    <DataTable
      label={t('roles.matrix')}
      columns={[t('roles.role'), ...permissions, ...(isAdmin ? [t('table.actions')] : [])]}
    >
      {roles.map((role) => (
        <Table.Tr key={role.id}>
          <Table.Th scope="row">
            <Stack gap={2}>
              <Group gap="xs">
                {role.name}
                {role.builtIn && (
                  <Badge variant="default" size="sm">
                    {t('roles.built_in')}
                  </Badge>
                )}
              </Group>
              {role.description !== null && (
                <Text size="sm" c="dimmed" fw={400}>
                  {role.description}
                </Text>
              )}
            </Stack>
          </Table.Th>
          {PERMISSIONS.map((permission) => (
            <Table.Td key={permission}>
              <Mark isPermitted={role.permissions.includes(permission)} />
            </Table.Td>
          ))}
          {isAdmin && <Table.Td>{!role.builtIn && <RoleActions role={role} />}</Table.Td>}
        </Table.Tr>
      ))}
    </DataTable>
  );
}

function Mark({ isPermitted }: { readonly isPermitted: boolean }) {
  const t = useTexts();
  return (
    <>
      <span aria-hidden>{isPermitted ? '✓' : '–'}</span>
      <VisuallyHidden>{t(isPermitted ? 'roles.permitted' : 'roles.not_permitted')}</VisuallyHidden>
    </>
  );
}

function RoleActions({ role }: { readonly role: Role }) {
  const t = useTexts();
  const params = { path: { role: role.id } };
  return (
    <Group gap="xs" wrap="nowrap">
      <DialogButton
        size="xs"
        variant="default"
        label={t('form.change')}
        longLabel={t('roles.change', { role: role.name })}
        title={t('roles.change', { role: role.name })}
      >
        {(close) => (
          <RoleForm
            role={role}
            submit={t('form.save')}
            send={(body) => atrium.patch('/api/v1/org/roles/{role}', { params, body })}
            onClose={close}
          />
        )}
      </DialogButton>
      <ConfirmButton
        label={t('form.delete')}
        longLabel={t('roles.delete', { role: role.name })}
        title={t('roles.delete_title', { role: role.name })}
        text={t('roles.delete_text', { role: role.name })}
        action={() => atrium.delete('/api/v1/org/roles/{role}', { params })}
      />
    </Group>
  );
}
