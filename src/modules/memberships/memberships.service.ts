import { Injectable } from '@nestjs/common';
import type { UserPrincipal } from '../../access/principal.js';
import { lockExistingUser } from '../../access/user-lock.js';
import type { Prisma } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { AuditService } from '../audit/audit.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { MembershipWriterService } from './membership-writer.service.js';
import { type MemberRights, MemberRightsService } from '../roles/member-rights.service.js';

/** A membership with its organization and the name of its role. */
export type MembershipOfUser = Prisma.MembershipGetPayload<{
  include: { organization: true; role: { select: { name: true } } };
}>;

/** The memberships of users. */
@Injectable()
export class MembershipsService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly sessions: SessionsService,
    private readonly rights: MemberRightsService,
    private readonly writer: MembershipWriterService,
    private readonly audit: AuditService,
  ) {}

  /**
   * The user's memberships of organizations that are not archived: the primary one first, then by the time of joining.
   * An API key sees the one of its organization.
   */
  listMine({ id: userId, apiKey, organization }: UserPrincipal): Promise<MembershipOfUser[]> {
    return this.list({
      userId,
      organization: { status: 'active' },
      ...(apiKey && { organizationId: organization?.id ?? '' }),
    });
  }

  /** The membership with that id, which was found already. */
  get(id: string): Promise<MembershipOfUser> {
    return this.prisma.db.membership.findUniqueOrThrow({
      where: { id },
      include: { organization: true, role: { select: { name: true } } },
    });
  }

  /** The person's memberships that are Active, in the same order, those of archived organizations too. */
  listActive({ id: userId }: UserPrincipal): Promise<MembershipOfUser[]> {
    return this.list({ userId, state: 'Active' });
  }

  /**
   * Makes an organization the active one of the caller's session.
   *
   * @returns the caller's membership
   * @throws Problem `not_a_member` unless the caller is an active member; it does not reveal whether the organization
   * exists
   */
  switchTo(principal: UserPrincipal, organizationId: string): Promise<MemberRights> {
    return this.prisma.transaction(async () => {
      const rights = await this.rights.lockActive(principal.id, organizationId);
      await this.sessions.switchOrganization(principal, rights.organizationId);
      return rights;
    });
  }

  /**
   * Makes an organization the one that the caller's later logins start in. Of several at once the last stays.
   *
   * @returns the caller's membership
   * @throws Problem `not_a_member` unless the caller is an active member; it does not reveal whether the organization
   * exists
   */
  makePrimary(principal: UserPrincipal, organizationId: string): Promise<MemberRights> {
    return this.prisma.transaction(async () => {
      await lockExistingUser(this.prisma, principal.id);
      const rights = await this.rights.lockActive(principal.id, organizationId);
      const where = { userId: principal.id, isPrimary: true };
      const before = await this.prisma.db.membership.findFirst({ where, select: { organizationId: true } });
      if (before?.organizationId !== rights.organizationId) {
        await this.writer.makePrimary({ id: rights.membershipId, userId: principal.id }, principal);
        await this.audit.record({
          action: 'user.primary_organization_changed',
          actor: principal,
          target: principal.id,
          changes: { organizationId: { before: before?.organizationId ?? null, after: rights.organizationId } },
        });
      }
      return rights;
    });
  }

  private list(where: Prisma.MembershipWhereInput): Promise<MembershipOfUser[]> {
    return this.prisma.db.membership.findMany({
      where,
      include: { organization: true, role: { select: { name: true } } },
      orderBy: [{ isPrimary: 'desc' }, { id: 'asc' }],
    });
  }
}
