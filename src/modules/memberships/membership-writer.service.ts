import { Injectable } from '@nestjs/common';
import { changedBy, madeBy } from '../../access/authorship.js';
import type { Principal } from '../../access/principal.js';
import type { AppRole } from '../../access/roles.js';
import { changesBetween } from '../../core/changes/changes.js';
import type { Membership, Prisma, Role } from '../../core/prisma/generated/client.js';
import type { MembershipState } from '../../core/prisma/generated/enums.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { AuditService } from '../audit/audit.service.js';

/** A membership with its role. */
export type MembershipWithRole = Prisma.MembershipGetPayload<{ include: typeof WITH_ROLE }>;

export const WITH_ROLE = { role: { select: { name: true, permissions: true } } } satisfies Prisma.MembershipInclude;

/** The properties of a membership that administrators decide. */
export interface MembershipFields {
  readonly role: string;
  readonly appRole: AppRole;
  readonly state: MembershipState;
  /** Null: the user's own name is shown. */
  readonly displayName: string | null;
}

/** A membership that is about to be created. */
export interface NewMembership extends Pick<
  Membership,
  'id' | 'userId' | 'organizationId' | 'appRole' | 'displayName' | 'isPrimary'
> {
  readonly role: Pick<Role, 'id' | 'name'>;
}

type Author = Pick<Principal, 'kind' | 'id'>;

/**
 * Creates, changes and removes all memberships, with their audit entries. The caller has locked the user and the organization, and has
 * decided that the change is allowed.
 */
@Injectable()
export class MembershipWriterService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly audit: AuditService,
  ) {}

  async create(by: Author, memberships: readonly NewMembership[]): Promise<void> {
    await this.prisma.db.membership.createMany({
      data: memberships.map(({ role, ...membership }) => ({ ...membership, roleId: role.id, ...madeBy(by) })),
    });
    await this.audit.recordAll(
      memberships.map(({ userId, organizationId, role, appRole, displayName, isPrimary }) => ({
        action: 'membership.created',
        actor: by,
        target: userId,
        organizationId,
        changes: changesBetween({}, { role: role.name, appRole, displayName, isPrimary }),
      })),
    );
  }

  /** @param role the role that `after` names; left out, the membership keeps its role */
  async update(
    by: Author,
    membership: MembershipWithRole,
    after: MembershipFields,
    role?: Role,
  ): Promise<MembershipWithRole> {
    const { id, userId, organizationId } = membership;
    const { appRole, state, displayName } = after;
    const changed = await this.prisma.db.membership.update({
      where: { id },
      data: { appRole, state, displayName, roleId: role?.id, ...changedBy(by) },
      include: WITH_ROLE,
    });
    const changes = changesBetween(fieldsOf(membership), after);
    await this.audit.record({ action: 'membership.updated', actor: by, target: userId, organizationId, changes });
    return changed;
  }

  /** Makes a membership the primary one of its user. @param by left out: no caller chose it, so the row keeps its last author */
  async makePrimary({ id, userId }: Pick<Membership, 'id' | 'userId'>, by?: Author): Promise<void> {
    const author = by && changedBy(by);
    // In this order: a partial unique index holds that a person has one.
    await this.prisma.db.membership.updateMany({
      where: { userId, isPrimary: true },
      data: { isPrimary: false, ...author },
    });
    await this.prisma.db.membership.update({ where: { id }, data: { isPrimary: true, ...author } });
  }

  async remove(by: Author, membership: MembershipWithRole): Promise<void> {
    const { id, userId, organizationId } = membership;
    await this.prisma.db.membership.delete({ where: { id } });
    const changes = changesBetween(fieldsOf(membership), {});
    await this.audit.record({ action: 'membership.removed', actor: by, target: userId, organizationId, changes });
  }

  /** Removes all memberships of a user whose account is deleted. The deletion is recorded, and not each membership. */
  async removeAll(userId: string): Promise<void> {
    await this.prisma.db.membership.deleteMany({ where: { userId } });
  }
}

export function fieldsOf({ role, appRole, state, displayName }: MembershipWithRole): MembershipFields {
  return { role: role.name, appRole, state, displayName };
}
