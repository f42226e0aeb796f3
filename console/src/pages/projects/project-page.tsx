import type { components } from '@atrium/client';
import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { atrium } from '../../api/atrium.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { DialogButton } from '../../components/dialog-button.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { useTexts } from '../../i18n/locale-context.ts';
import { ProjectForm } from './project-form.tsx';
import { ProjectMembers } from './project-members.tsx';

type Project = components['schemas']['AppProjectDto'];

/** A project with its members. */
export function ProjectPage() {
  const t = useTexts();
  const { slug, project: id } = useParams({ from: '/shell/orgs/$slug/projects/$project' });
  const query = useQuery({
    queryKey: ['projects', slug, id],
    queryFn: ({ signal }) =>
      atrium.get('/api/v1/app/project/{projectID}', { params: { path: { projectID: id } }, signal }),
  });
  return (
    <Stack>
      <TextLink to="/orgs/$slug/projects" params={{ slug }}>
        {t('projects.back')}
      </TextLink>
      <PageTitle
        title={query.data?.name ?? t('projects.project')}
        description={query.data?.goal ?? undefined}
        actions={query.data && <ProjectActions slug={slug} project={query.data} />}
      />
      <QueryView query={query}>
        {(project) => (
          <>
            <Text>{t(project.visibility === 'Public' ? 'projects.is_public' : 'projects.is_private')}</Text>
            <ProjectMembers slug={slug} project={project} />
          </>
        )}
      </QueryView>
    </Stack>
  );
}

function ProjectActions({ slug, project }: { readonly slug: string; readonly project: Project }) {
  const t = useTexts();
  const navigate = useNavigate();
  const params = { path: { projectID: project.id } };
  return (
    <>
      <DialogButton variant="default" label={t('projects.change')} title={t('projects.change')}>
        {(close) => (
          <ProjectForm
            project={project}
            submit={t('form.save')}
            // Editors can change the other values only: what did not change is not sent.
            send={({ visibility, ...values }) =>
              atrium.put('/api/v1/app/project/{projectID}', {
                params,
                body: { ...values, ...(visibility !== project.visibility && { visibility }) },
              })
            }
            onClose={close}
          />
        )}
      </DialogButton>
      <ConfirmButton
        size="sm"
        label={t('projects.delete')}
        title={t('projects.delete_title', { project: project.name })}
        text={t('projects.delete_text', { project: project.name, count: project.member_count })}
        action={async () => {
          await atrium.delete('/api/v1/app/project/{projectID}', { params });
          await navigate({ to: '/orgs/$slug/projects', params: { slug } });
        }}
      />
    </>
  );
}
