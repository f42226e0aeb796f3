import { Badge } from '@mantine/core';
import { useNavigate, useParams } from '@tanstack/react-router';
import { atrium } from '../../api/atrium.ts';
import { usePages } from '../../api/pages.ts';
import { DialogButton } from '../../components/dialog-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { PagesView } from '../../components/pages-view.tsx';
import { Row, Rows } from '../../components/rows.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { useTexts } from '../../i18n/locale-context.ts';
import { ProjectForm } from './project-form.tsx';

/** The projects that the user can see. */
export function ProjectsPage() {
  const t = useTexts();
  const { slug } = useParams({ from: '/shell/orgs/$slug' });
  const query = usePages(['projects', slug], async (marker, signal) => {
    // The app contract numbers its pages.
    const page = Number(marker ?? 1);
    const { data: items, has_next_page: hasNext } = await atrium.get('/api/v1/app/project', {
      params: { query: { page } },
      signal,
    });
    return { items, ...(hasNext && { marker: String(page + 1) }) };
  });
  return (
    <>
      <PageTitle
        title={t('projects.title')}
        description={t('projects.description')}
        actions={<CreateProject slug={slug} />}
      />
      <PagesView query={query} empty={<EmptyState text={t('projects.empty')} />}>
        {(projects) => (
          <Rows label={t('projects.title')}>
            {projects.map(({ id, name, goal, visibility, member_count: count }) => (
              <Row
                key={id}
                title={
                  <TextLink to="/orgs/$slug/projects/$project" params={{ slug, project: id }}>
                    {name}
                  </TextLink>
                }
                badges={
                  visibility === 'Public' && (
                    <Badge variant="default" size="sm">
                      {t('projects.public')}
                    </Badge>
                  )
                }
                details={[goal ?? false, t('projects.member_count', { count })]}
              />
            ))}
          </Rows>
        )}
      </PagesView>
    </>
  );
}

function CreateProject({ slug }: { readonly slug: string }) {
  const t = useTexts();
  const navigate = useNavigate();
  return (
    <DialogButton label={t('projects.create')} title={t('projects.create')}>
      {(close) => (
        <ProjectForm
          submit={t('projects.create')}
          send={(values) =>
            atrium.post('/api/v1/app/project', {
              body: { ...values, default_member_role: 'Viewer', default_role_enabled: false },
            })
          }
          onSent={({ id }) => navigate({ to: '/orgs/$slug/projects/$project', params: { slug, project: id } })}
          onClose={close}
        />
      )}
    </DialogButton>
  );
}
