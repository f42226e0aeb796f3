import { Button, Stack } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useOrganization } from '../../api/use-organization.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { InviteDialog } from '../../components/invite-dialog.tsx';
import { PageTitle } from '../../components/page-title.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { ShowMore } from '../../components/show-more.tsx';
import { useTexts } from '../../i18n/locale-context.ts';
import { CreateUserDialog } from './create-user-dialog.tsx';
import { MemberFilterFields } from './member-filter-fields.tsx';
import { MemberTable } from './member-table.tsx';
import { membersQuery } from './members-query.ts';

/** The members of the organization: found, changed and removed, and how people become one. */
export function MembersPage() {
  const t = useTexts();
  const { slug, name, isAdministrator } = useOrganization();
  const filters = useSearch({ from: '/shell/orgs/$slug/members' });
  const query = useInfiniteQuery({ ...membersQuery(slug, filters), placeholderData: keepPreviousData });
  return (
    <>
      <PageTitle
        title={t('members.title')}
        description={t('members.description', { organization: name })}
        actions={isAdministrator && <Actions slug={slug} />}
      />
      <Stack>
        <MemberFilterFields slug={slug} filters={filters} />
        <QueryView query={query}>
          {({ pages }) => {
            const members = pages.flatMap(({ items }) => items);
            return members.length === 0 ? (
              <EmptyState text={t('members.empty')} />
            ) : (
              <MemberTable slug={slug} members={members} canChange={isAdministrator} />
            );
          }}
        </QueryView>
        <ShowMore query={query} />
      </Stack>
    </>
  );
}

function Actions({ slug }: { readonly slug: string }) {
  const t = useTexts();
  const [open, setOpen] = useState<'invite' | 'create'>();
  const close = (): void => {
    setOpen(undefined);
  };
  return (
    <>
      <Button
        variant="default"
        onClick={() => {
          setOpen('create');
        }}
      >
        {t('create_user.title')}
      </Button>
      <Button
        onClick={() => {
          setOpen('invite');
        }}
      >
        {t('invite.title')}
      </Button>
      {open === 'invite' && <InviteDialog slug={slug} onClose={close} />}
      {open === 'create' && <CreateUserDialog onClose={close} />}
    </>
  );
}
