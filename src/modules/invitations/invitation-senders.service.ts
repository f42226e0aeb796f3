import { Injectable } from '@nestjs/common';
import { hasRights } from '../../access/authorization.js';
import { type Grantor, refusalOfGrant, type GrantedRole } from '../../access/granting.js';
import { INVITER_ROLE } from '../../access/roles.js';
import type { Invitation, Prisma } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { type Actor, AuditService } from '../audit/audit.service.js';
import { MemberRightsService } from '../roles/member-rights.service.js';
import { OPEN } from './invitation-state.js';

/** The sender whose rights in an organization changed or ended. */
type Sender = { readonly senderMembershipId: string } | { readonly senderServiceAccountId: string };

/** The invitation and its sender. Without a membership and a service account, root sent it. */
type SentInvitation = Pick<Invitation, 'organizationId' | 'senderMembershipId' | 'senderServiceAccountId' | 'appRole'>;

/** Invitations that are ended at once. */
const BATCH = 500;

/**
 * Invitations end with their sender, a person or a service account (accounts.md rule 9): the sender was removed, deactivated or
 * deleted, or may no longer invite or give the role. Otherwise a sender could invite another address of their own, and return.
 */
@Injectable()
export class InvitationSendersService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly rights: MemberRightsService,
    private readonly audit: AuditService,
  ) {}

  /** Whether the sender could send the invitation now. The caller has locked the organization. */
  async isSendable(invitation: SentInvitation, role: GrantedRole): Promise<boolean> {
    const sender = await this.grantorOf(invitation);
    const mayInvite = hasRights({ role: INVITER_ROLE }, sender.kind, sender.organization);
    return mayInvite && !refusalOfGrant(sender, { role, appRole: invitation.appRole });
  }

  /**
   * Ends the open invitations that the sender could not send any more. It runs in the transaction that changed the rights of the
   * sender, after the change and under the lock of the organization.
   *
   * @param by the caller who changed them
   */
  async endUnsendable(by: Actor, organizationId: string, sender: Sender): Promise<void> {
    const open = { organizationId, ...sender, ...OPEN };
    const grants = await this.prisma.db.invitation.groupBy({ by: ['roleId', 'appRole'], where: open });
    for (const { roleId, appRole } of grants) {
      const role = await this.prisma.db.role.findUniqueOrThrow({ where: { id: roleId ?? '' } });
      const sent = { senderMembershipId: null, senderServiceAccountId: null, ...sender, organizationId, appRole };
      if (!(await this.isSendable(sent, role))) {
        await this.end(by, organizationId, { ...open, roleId, appRole }, role.name);
      }
    }
  }

  private async end(
    actor: Actor,
    organizationId: string,
    where: Prisma.InvitationWhereInput,
    roleName: string,
  ): Promise<void> {
    const data = { revokedAt: await this.prisma.now(), roleId: null, roleName };
    for (let ended = BATCH; ended === BATCH;) {
      const batch = await this.prisma.db.invitation.findMany({ where, select: { id: true }, take: BATCH });
      const ids = batch.map(({ id }) => id);
      await this.prisma.db.invitation.updateMany({ where: { ...where, id: { in: ids } }, data });
      await this.audit.recordAll(
        ids.map((target) => ({ action: 'invitation.revoked', actor, target, organizationId })),
      );
      ended = ids.length;
    }
  }

  private async grantorOf({
    organizationId,
    senderMembershipId,
    senderServiceAccountId,
  }: SentInvitation): Promise<Grantor> {
    if (senderMembershipId !== null) {
      const organization = await this.rights.of(senderMembershipId, organizationId);
      return { kind: 'user', apiKey: null, organization };
    }
    if (senderServiceAccountId !== null) {
      const organization = await this.rights.ofServiceAccount(senderServiceAccountId, organizationId);
      return { kind: 'serviceAccount', apiKey: null, organization };
    }
    return { kind: 'root', apiKey: null, organization: null };
  }
}
