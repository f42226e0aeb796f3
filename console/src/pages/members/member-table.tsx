import { Badge, Group, Table, Text } from '@mantine/core';
import { useState } from 'react';
import { UserPicture } from '../../components/user-picture.tsx';
import { useFormats } from '../../i18n/formats.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import { type MemberAction, MemberDialog, MemberMenu } from './member-actions.tsx';
import type { Member } from './members-query.ts';

interface MemberTableProps {
  readonly slug: string;
  readonly members: readonly Member[];
  readonly canChange: boolean;
}

export function MemberTable({ slug, members, canChange }: MemberTableProps) {
  const t = useTexts();
  const formats = useFormats();
  const [open, setOpen] = useState<{ readonly member: Member; readonly action: MemberAction }>();
  return (
    <>
      <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="sm">
          <Table.Caption className="atrium-hidden">{t('members.title')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('members.member')}</Table.Th>
              <Table.Th scope="col">{t('field.role')}</Table.Th>
              <Table.Th scope="col">{t('field.app_role')}</Table.Th>
              <Table.Th scope="col">{t('field.state')}</Table.Th>
              <Table.Th scope="col">{t('members.joined')}</Table.Th>
              {canChange && (
                <Table.Th scope="col">
                  <span className="atrium-hidden">{t('list.actions')}</span>
                </Table.Th>
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {members.map((member) => (
              <Table.Tr key={member.id}>
                <Table.Th scope="row" fw="normal">
                  <Group wrap="nowrap" gap="sm">
                    <UserPicture name={member.displayName} url={member.avatarUrl} />
                    <div>
                      <Text fw={600}>{member.displayName}</Text>
                      <Text size="sm" c="dimmed" className="atrium-value">
                        {member.email}
                      </Text>
                    </div>
                  </Group>
                </Table.Th>
                <Table.Td>{member.role}</Table.Td>
                <Table.Td>{member.appRole}</Table.Td>
                <Table.Td>
                  <Badge variant="default">{t(member.state === 'Active' ? 'state.active' : 'state.inactive')}</Badge>
                </Table.Td>
                <Table.Td>{formats.date(member.joinedAt)}</Table.Td>
                {canChange && (
                  <Table.Td ta="end">
                    <MemberMenu
                      member={member}
                      onAction={(action) => {
                        setOpen({ member, action });
                      }}
                    />
                  </Table.Td>
                )}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {open && (
        <MemberDialog
          slug={slug}
          {...open}
          onClose={() => {
            setOpen(undefined);
          }}
        />
      )}
    </>
  );
}
