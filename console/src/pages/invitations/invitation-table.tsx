import { Badge, Table } from '@mantine/core';
import { useState } from 'react';
import { useFormats } from '../../i18n/formats.ts';
import { useTexts } from '../../i18n/locale-context.ts';
import { type InvitationAction, InvitationButtons, InvitationDialog } from './invitation-actions.tsx';
import { INVITATION_STATES } from './invitation-states.ts';
import type { Invitation } from './invitations-query.ts';

interface InvitationTableProps {
  readonly slug: string;
  readonly invitations: readonly Invitation[];
  readonly canChange: boolean;
}

export function InvitationTable({ slug, invitations, canChange }: InvitationTableProps) {
  const t = useTexts();
  const formats = useFormats();
  const [open, setOpen] = useState<{ readonly invitation: Invitation; readonly action: InvitationAction }>();
  return (
    <>
      <Table.ScrollContainer minWidth={640} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing="sm">
          <Table.Caption className="atrium-hidden">{t('invitations.title')}</Table.Caption>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t('field.email')}</Table.Th>
              <Table.Th scope="col">{t('field.role')}</Table.Th>
              <Table.Th scope="col">{t('field.state')}</Table.Th>
              <Table.Th scope="col">{t('invitations.sent')}</Table.Th>
              <Table.Th scope="col">{t('invitations.expires')}</Table.Th>
              {canChange && (
                <Table.Th scope="col">
                  <span className="atrium-hidden">{t('list.actions')}</span>
                </Table.Th>
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {invitations.map((invitation) => (
              <Table.Tr key={invitation.id}>
                <Table.Th scope="row" fw={600} className="atrium-value">
                  {invitation.email}
                </Table.Th>
                <Table.Td>{invitation.role}</Table.Td>
                <Table.Td>
                  <Badge variant="default">{t(INVITATION_STATES[invitation.state])}</Badge>
                </Table.Td>
                <Table.Td>{formats.date(invitation.createdAt)}</Table.Td>
                <Table.Td>{formats.dateTime(invitation.expiresAt)}</Table.Td>
                {canChange && (
                  <Table.Td>
                    <InvitationButtons
                      invitation={invitation}
                      onAction={(action) => {
                        setOpen({ invitation, action });
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
        <InvitationDialog
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
