import type { components } from '@atrium/client';
import { NativeSelect, Table } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { atrium } from '../../api/atrium.ts';
import { usePages } from '../../api/pages.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { DataTable } from '../../components/data-table.tsx';
import { DialogButton } from '../../components/dialog-button.tsx';
import { DialogForm } from '../../components/dialog-form.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { FormProblem } from '../../components/form-problem.tsx';
import { MemberPicker } from '../../components/member-picker.tsx';
import { PagesView } from '../../components/pages-view.tsx';
import { Section } from '../../components/section.tsx';
import { useApiForm } from '../../components/use-api-form.ts';
import { useTexts } from '../../i18n/locale-context.ts';

type Project = components['schemas']['AppProjectDto'];
type ProjectMember = components['schemas']['AppProjectMemberDto'];
type ProjectRole = components['schemas']['ProjectRole'];

/** Names of roles are not translated. */
const PROJECT_ROLES: ProjectRole[] = ['Viewer', 'Commenter', 'Editor', 'Admin', 'Owner'];

interface ProjectMembersProps {
  readonly slug: string;
  readonly project: Project;
}

/** The members of a project with their roles in it. */
export function ProjectMembers({ slug, project }: ProjectMembersProps) {
  const t = useTexts();
  const query = usePages(['projects', slug, project.id, 'members'], async (marker, signal) => {
    const page = Number(marker ?? 1);
    const { data: items, has_next_page: hasNext } = await atrium.get('/api/v1/app/project/{projectID}/member', {
      params: { path: { projectID: project.id }, query: { page } },
      signal,
    });
    return { items, ...(hasNext && { marker: String(page + 1) }) };
  });
  return (
    <Section
      title={t('projects.members')}
      actions={
        <DialogButton label={t('projects.add_member')} title={t('projects.add_member')}>
          {(close) => <AddMemberForm slug={slug} project={project} onClose={close} />}
        </DialogButton>
      }
    >
      <PagesView query={query} empty={<EmptyState text={t('projects.no_members')} />}>
        {(members) => (
          <DataTable
            label={t('projects.members')}
            columns={[t('field.display_name'), t('projects.role'), t('table.actions')]}
          >
            {members.map((member) => (
              <Member key={member.user_id} slug={slug} project={project} member={member} />
            ))}
          </DataTable>
        )}
      </PagesView>
    </Section>
  );
}

function Member({ slug, project, member }: ProjectMembersProps & { readonly member: ProjectMember }) {
  const t = useTexts();
  // The list has the ids of users only.
  const { data: user } = useQuery({
    queryKey: ['app-users', slug, member.user_id],
    queryFn: ({ signal }) =>
      atrium.get('/api/v1/app/user/{userID}', { params: { path: { userID: member.user_id } }, signal }),
  });
  const path = { projectID: project.id, userID: member.user_id };
  const { mutate, error, isPending } = useMutation({
    mutationFn: (role: string) =>
      atrium.put('/api/v1/app/project/{projectID}/member/{userID}', { params: { path }, body: { role } }),
  });
  const name = user?.name ?? member.user_id;
  const values = { name, project: project.name };
  return (
    <Table.Tr>
      <Table.Th scope="row" className="atrium-value">
        {name}
      </Table.Th>
      <Table.Td>
        <NativeSelect
          size="xs"
          aria-label={t('projects.role_of', { name })}
          value={member.role}
          disabled={isPending}
          data={PROJECT_ROLES}
          onChange={({ currentTarget }) => {
            mutate(currentTarget.value);
          }}
        />
        <FormProblem error={error} />
      </Table.Td>
      <Table.Td>
        <ConfirmButton
          label={t('projects.remove')}
          longLabel={t('projects.remove_member', values)}
          title={t('projects.remove_title', values)}
          text={t('projects.remove_text', values)}
          action={() => atrium.delete('/api/v1/app/project/{projectID}/member/{userID}', { params: { path } })}
        />
      </Table.Td>
    </Table.Tr>
  );
}

function AddMemberForm({ slug, project, onClose }: ProjectMembersProps & { readonly onClose: () => void }) {
  const t = useTexts();
  const role: string = project.default_member_role;
  const { form, mutation, onSubmit } = useApiForm({
    initialValues: { user_id: '', role },
    send: (body) =>
      atrium.post('/api/v1/app/project/{projectID}/member', { params: { path: { projectID: project.id } }, body }),
    onSent: onClose,
  });
  return (
    <DialogForm mutation={mutation} onSubmit={onSubmit} submit={t('projects.add_member')} onCancel={onClose}>
      {/* In the app contract, the id of a user is that of the membership. */}
      <MemberPicker slug={slug} by="id" label={t('projects.member')} {...form.getInputProps('user_id')} />
      <NativeSelect label={t('projects.role')} data={PROJECT_ROLES} {...form.getInputProps('role')} />
    </DialogForm>
  );
}
