import type { components } from '@atrium/client';
import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { atrium } from '../../api/atrium.ts';
import { useRights } from '../../api/rights.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { DialogButton } from '../../components/dialog-button.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { TextLink } from '../../components/text-link.tsx';
import { useTexts } from '../../i18n/locale-context.ts';
import { TeamForm } from './team-form.tsx';
import { TeamMembers } from './team-members.tsx';

type Team = components['schemas']['TeamDto'];

/** A team with its members. */
export function TeamPage() {
  const t = useTexts();
  const { slug, team: id } = useParams({ from: '/shell/orgs/$slug/teams/$team' });
  const query = useQuery({
    queryKey: ['teams', slug, id],
    queryFn: ({ signal }) => atrium.get('/api/v1/org/teams/{team}', { params: { path: { team: id } }, signal }),
  });
  return (
    <Stack>
      <TextLink to="/orgs/$slug/teams" params={{ slug }}>
        {t('teams.back')}
      </TextLink>
      <PageTitle
        title={query.data?.name ?? t('teams.team')}
        actions={query.data && <TeamActions slug={slug} team={query.data} />}
      />
      <QueryView query={query}>{(team) => <TeamMembers slug={slug} team={team} />}</QueryView>
    </Stack>
  );
}

function TeamActions({ slug, team }: { readonly slug: string; readonly team: Team }) {
  const t = useTexts();
  const navigate = useNavigate();
  const { isAdmin, can } = useRights(slug);
  const params = { path: { team: team.id } };
  return (
    <>
      {can('orgs:write') && (
        <DialogButton variant="default" label={t('teams.change')} title={t('teams.change')}>
          {(close) => (
            <TeamForm
              slug={slug}
              team={team}
              submit={t('form.save')}
              send={(body) => atrium.patch('/api/v1/org/teams/{team}', { params, body })}
              onClose={close}
            />
          )}
        </DialogButton>
      )}
      {isAdmin && (
        <ConfirmButton
          size="sm"
          label={t('teams.delete')}
          title={t('teams.delete_title', { team: team.name })}
          text={t('teams.delete_text', { team: team.name })}
          action={async () => {
            await atrium.delete('/api/v1/org/teams/{team}', { params });
            await navigate({ to: '/orgs/$slug/teams', params: { slug } });
          }}
        />
      )}
    </>
  );
}
