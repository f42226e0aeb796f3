import type { components } from '@atrium/client';
import { Table } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { atrium } from '../../api/atrium.ts';
import { usePages } from '../../api/pages.ts';
import { useRights } from '../../api/rights.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { DialogButton } from '../../components/dialog-button.tsx';
import { DialogForm } from '../../components/dialog-form.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { MemberPicker } from '../../components/member-picker.tsx';
import { PagesView } from '../../components/pages-view.tsx';
import { RoleSelect } from '../../components/role-select.tsx';
import { Section } from '../../components/section.tsx';
import { useApiForm } from '../../components/use-api-form.ts';
import { useTexts } from '../../i18n/locale-context.ts';

type Team = components['schemas']['TeamDto'];
type TeamMember = components['schemas']['TeamMemberDto'];

interface TeamMembersProps {
  readonly slug: string;
  readonly team: Team;
}

/** The members of a team with their roles in it. */
export function TeamMembers({ slug, team }: TeamMembersProps) {
  const t = useTexts();
  const canWrite = useRights(slug).can('orgs:write');
  const query = usePages(['teams', slug, team.id, 'members'], (marker, signal) =>
    atrium.get('/api/v1/org/teams/{team}/members', { params: { path: { team: team.id }, query: { marker } }, signal }),
  );
  return (
    <Section
      title={t('teams.members')}
      actions={
        canWrite && (
          <DialogButton label={t('teams.add_member')} title={t('teams.add_member_to', { team: team.name })}>
            {(close) => <AddMemberForm slug={slug} team={team} onClose={close} />}
          </DialogButton>
        )
      }
    >
      <PagesView query={query} empty={<EmptyState text={t('teams.no_members')} />}>
        {(members) => (
          <DataTable
            label={t('teams.members')}
            columns={[
              t('field.display_name'),
              t('field.email'),
              t('teams.role'),
              ...(canWrite ? [t('table.actions')] : []),
            ]}
          >
            {members.map((member) => (
              <Table.Tr key={member.userId}>
                <Table.Th scope="row">{member.displayName}</Table.Th>
                <Table.Td className="atrium-value">{member.email}</Table.Td>
                <Table.Td>{canWrite ? <MemberRole slug={slug} team={team} member={member} /> : member.role}</Table.Td>
                {canWrite && (
                  <Table.Td>
                    <RemoveButton team={team} member={member} />
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </DataTable>
        )}
      </PagesView>
    </Section>
  );
}

function MemberRole({ slug, team, member }: TeamMembersProps & { readonly member: TeamMember }) {
  const t = useTexts();
  const path = { team: team.id, user: member.userId };
  const { mutate, error, isPending } = useMutation({
    mutationFn: (roleId: string) =>
      atrium.patch('/api/v1/org/teams/{team}/members/{user}', { params: { path }, body: { roleId } }),
  });
  return (
    <>
      <RoleSelect
        slug={slug}
        by="id"
        size="xs"
        aria-label={t('teams.role_of', { name: member.displayName })}
        value={member.roleId}
        disabled={isPending}
        onChange={({ currentTarget }) => {
          mutate(currentTarget.value);
        }}
      />
      <FormProblem error={error} />
    </>
  );
}

function RemoveButton({ team, member }: { readonly team: Team; readonly member: TeamMember }) {
  const t = useTexts();
  const values = { name: member.displayName, team: team.name };
  const path = { team: team.id, user: member.userId };
  return (
    <ConfirmButton
      label={t('teams.remove')}
      longLabel={t('teams.remove_member', values)}
      title={t('teams.remove_title', values)}
      text={t('teams.remove_text', values)}
      action={() => atrium.delete('/api/v1/org/teams/{team}/members/{user}', { params: { path } })}
    />
  );
}

function AddMemberForm({ slug, team, onClose }: TeamMembersProps & { readonly onClose: () => void }) {
  const t = useTexts();
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: { user: '', roleId: team.defaultRoleId },
    send: ({ user, roleId }) =>
      atrium.put('/api/v1/org/teams/{team}/members/{user}', {
        params: { path: { team: team.id, user } },
        body: { roleId },
      }),
    onSent: onClose,
  });
  return (
    <DialogForm
      mutation={mutation}
      onSubmit={(event) => {
        event?.preventDefault();
        // Without a member, the path would name another route.
        if (form.values.user === '') {
          form.setFieldError('user', t('teams.choose_member'));
        } else {
          onSubmit();
        }
      }}
      submit={t('teams.add_member')}
      onCancel={onClose}
    >
      <MemberPicker slug={slug} by="userId" label={t('teams.member')} {...form.getInputProps('user')} />
      <RoleSelect slug={slug} by="id" label={t('teams.role')} {...form.getInputProps('roleId')} />
    </DialogForm>
  );
}
