import { useNavigate, useParams } from '@tanstack/react-router';
import { atrium } from '../../api/atrium.ts';
import { usePages } from '../../api/pages.ts';
import { useRights } from '../../api/rights.ts';
import { DialogButton } from '../../components/dialog-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { PagesView } from '../../components/pages-view.tsx';
import { Row, Rows } from '../../components/rows.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { useFormats } from '../../i18n/formats.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import { TeamForm } from './team-form.tsx';

/** The teams of the organization. */
export function TeamsPage() {
  const t = useTexts();
  const { date } = useFormats();
  const { slug } = useParams({ from: '/shell/orgs/$slug' });
  const { can } = useRights(slug);
  const query = usePages(['teams', slug], (marker, signal) =>
    atrium.get('/api/v1/org/teams', { params: { query: { marker } }, signal }),
  );
  return (
    <>
      <PageTitle
        title={t('teams.title')}
        description={t('teams.description')}
        actions={can('orgs:write') && <CreateTeam slug={slug} />}
      />
      <PagesView query={query} empty={<EmptyState text={t('teams.empty')} />}>
        {(teams) => (
          <Rows label={t('teams.title')}>
            {teams.map(({ id, name, createdAt }) => (
              <Row
                key={id}
                title={
                  <TextLink to="/orgs/$slug/teams/$team" params={{ slug, team: id }}>
                    {name}
                  </TextLink>
                }
                details={[t('teams.created', { date: date(createdAt) })]}
              />
            ))}
          </Rows>
        )}
      </PagesView>
    </>
  );
}

function CreateTeam({ slug }: { readonly slug: string }) {
  const t = useTexts();
  const navigate = useNavigate();
  return (
    <DialogButton label={t('teams.create')} title={t('teams.create')}>
      {(close) => (
        <TeamForm
          slug={slug}
          submit={t('teams.create')}
          send={(body) => atrium.post('/api/v1/org/teams', { body })}
          onSent={({ id }) => navigate({ to: '/orgs/$slug/teams/$team', params: { slug, team: id } })}
          onClose={close}
        />
      )}
    </DialogButton>
  );
}
