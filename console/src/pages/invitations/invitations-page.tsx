import { Button, NativeSelect, Stack } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { isInvitationState } from '../../api/invitation-state.ts';
import { useOrganization } from '../../api/use-organization.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { InviteDialog } from '../../components/invite-dialog.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { ShowMore } from '../../components/show-more.tsx';
import { useTexts } from '../../i18n/locale-context.ts';
import { InvitationTable } from './invitation-table.tsx';
import { INVITATION_STATES } from './invitation-states.ts';
import { invitationsQuery } from './invitations-query.ts';

/** The invitations of the organization: sent again and revoked. */
export function InvitationsPage() {
  const t = useTexts();
  const { slug, name, isAdministrator } = useOrganization();
  const { state } = useSearch({ from: '/shell/orgs/$slug/invitations' });
  const navigate = useNavigate({ from: '/orgs/$slug/invitations' });
  const [isInviting, setInviting] = useState(false);
  const query = useInfiniteQuery({ ...invitationsQuery(slug, state), placeholderData: keepPreviousData });
  return (
    <>
      <PageTitle
        title={t('invitations.title')}
        description={t('invitations.description', { organization: name })}
        actions={
          isAdministrator && (
            <Button
              onClick={() => {
                setInviting(true);
              }}
            >
              {t('invite.title')}
            </Button>
          )
        }
      />
      <Stack>
        <NativeSelect
          maw={280}
          label={t('field.state')}
          value={state ?? ''}
          onChange={({ currentTarget: { value } }) => {
            void navigate({ search: { state: isInvitationState(value) ? value : undefined }, replace: true });
          }}
          data={[
            { value: '', label: t('filter.all') },
            ...Object.entries(INVITATION_STATES).map(([value, label]) => ({ value, label: t(label) })),
          ]}
        />
        <QueryView query={query}>
          {({ pages }) => {
            const invitations = pages.flatMap(({ items }) => items);
            return invitations.length === 0 ? (
              <EmptyState text={t('invitations.empty')} />
            ) : (
              <InvitationTable slug={slug} invitations={invitations} canChange={isAdministrator} />
            );
          }}
        </QueryView>
        <ShowMore query={query} />
      </Stack>
      {isInviting && (
        <InviteDialog
          slug={slug}
          onClose={() => {
            setInviting(false);
          }}
        />
      )}
    </>
  );
}
