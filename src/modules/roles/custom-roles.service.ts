import { Injectable } from '@nestjs/common';
import { changedBy, madeBy } from '../../access/authorship.js';
import { nameExisting } from '../../access/name-existing.js';
import type { OrganizationAccess, Principal } from '../../access/principal.js';
import { type Permission, PERMISSIONS } from '../../access/scopes.js';
import { changesBetween, merged } from '../../core/changes/changes.js';
import { isId, newId } from '../../core/ids/ids.js';
import { type MarkedPage, type MarkedPageRequest, Markers } from '../../core/paging/markers.js';
import type { Prisma, Role } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { AuditService } from '../audit/audit.service.js';
import { requireMayGrant } from '../../access/granting.js';
import { MemberRightsService } from './member-rights.service.js';
import { ownRoleNamed } from './custom-roles.queries.js';
import { RoleBuiltIn, RoleNameTaken, RoleNotFound } from './custom-roles.problems.js';
import { looksBuiltIn } from './role-names.js';
import { RoleNotices } from './role-notices.js';

/** The properties that an organization gives to its own role. */
export interface RoleFields {
  readonly name: string;
  readonly description: string | null;
  /** What it permits beyond what every active member may do. */
  readonly permissions: readonly Permission[];
}

/** A role, or what is to become one. */
type Described = Pick<Role, 'name' | 'description'> & { readonly permissions: readonly string[] };

/** The built-in roles, which cannot be changed, and the own roles of organizations. */
@Injectable()
export class CustomRolesService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly markers: Markers,
    private readonly rights: MemberRightsService,
    private readonly notices: RoleNotices,
    private readonly audit: AuditService,
  ) {}

  /** The roles there are in the organization: the built-in ones, then its own in the order of their creation. */
  list({ id: organizationId }: OrganizationAccess, request: MarkedPageRequest): Promise<MarkedPage<Role>> {
    const read = (after: string | undefined, take: number): Promise<Role[]> =>
      this.prisma.list(() =>
        this.prisma.db.role.findMany({
          where: { OR: following(organizationId, after) },
          orderBy: [{ organizationId: { sort: 'asc', nulls: 'first' } }, { id: 'asc' }],
          take,
        }),
      );
    return this.markers.page({ name: `roles of ${organizationId}`, read, keyOf }, request);
  }

  /** @throws Problem `role_not_found` also for one of another organization */
  async find({ id: organizationId }: OrganizationAccess, id: string): Promise<Role> {
    const role = isId(id)
      ? await this.prisma.db.role.findFirst({ where: { id, OR: [{ organizationId: null }, { organizationId }] } })
      : undefined;
    if (!role) {
      throw new Problem(RoleNotFound);
    }
    return role;
  }

  /**
   * @throws Problem `role_name_taken` with the id of the other role, or `insufficient_role` for a permission that the caller does not have; what
   *   {@link MemberRightsService.requireStill} throws
   */
  create(principal: Principal, organization: OrganizationAccess, fields: RoleFields): Promise<Role> {
    const find = (): Promise<{ id: string }[]> => this.prisma.query(ownRoleNamed(organization.id, fields.name));
    return nameExisting(principal, { problem: RoleNameTaken, scope: 'orgs:read', find }, () =>
      this.createNamed(principal, organization, fields),
    );
  }

  private createNamed(principal: Principal, organization: OrganizationAccess, fields: RoleFields): Promise<Role> {
    return this.prisma.transaction(async () => {
      this.requireMayMake(await this.rights.requireStill(principal), fields);
      const role = await this.prisma.db.role.create({
        data: { id: newId(), organizationId: organization.id, ...fieldsOf(fields), ...madeBy(principal) },
      });
      const changes = changesBetween({}, audited(role));
      await this.audit.record({ action: 'role.created', actor: principal, target: role.id, changes });
      return role;
    });
  }

  /**
   * Changes the named properties. New permissions apply at once to all members with the role. Without a difference,
   * nothing is written. The members who have the role are notified of other permissions.
   *
   * @throws Problem `role_not_found`, `role_built_in`, and what {@link create} throws
   */
  update(
    principal: Principal,
    organization: OrganizationAccess,
    id: string,
    wanted: Partial<RoleFields>,
  ): Promise<Role> {
    return this.prisma.transaction(async () => {
      const caller = await this.rights.requireStill(principal, 'change');
      const role = await this.findOwn(organization, id);
      const after = merged(fieldsOf(role), wanted);
      const changes = changesBetween(audited(role), audited(after));
      if (Object.keys(changes).length === 0) {
        return role;
      }
      requireMayGrant(caller, { role });
      this.requireMayMake(caller, after);
      const changed = await this.prisma.db.role.update({
        where: { id: role.id },
        data: { ...fieldsOf(after), ...changedBy(principal) },
      });
      await this.audit.record({ action: 'role.updated', actor: principal, target: role.id, changes });
      if (changes.permissions) {
        await this.notices.permissionsChanged(role.id);
      }
      return changed;
    });
  }

  /**
   * The foreign keys decide whether a member, a service account, a team or an invitation has it.
   *
   * @throws Problem `role_not_found`, `role_built_in`, `role_in_use`, and what {@link create} throws
   */
  remove(principal: Principal, organization: OrganizationAccess, id: string): Promise<void> {
    return this.prisma.transaction(async () => {
      const caller = await this.rights.requireStill(principal, 'change');
      const role = await this.findOwn(organization, id);
      requireMayGrant(caller, { role });
      await this.prisma.db.role.delete({ where: { id: role.id } });
      const changes = changesBetween(audited(role), {});
      await this.audit.record({ action: 'role.deleted', actor: principal, target: role.id, changes });
    });
  }

  private requireMayMake(principal: Principal, { name, permissions }: RoleFields): void {
    if (looksBuiltIn(name)) {
      throw new Problem(RoleNameTaken);
    }
    requireMayGrant(principal, { role: { name, permissions: [...permissions] } });
  }

  /** A role that the organization may change. @throws Problem `role_not_found`, `role_built_in` */
  private async findOwn(organization: OrganizationAccess, id: string): Promise<Role> {
    const role = await this.find(organization, id);
    if (role.organizationId === null) {
      throw new Problem(RoleBuiltIn);
    }
    return role;
  }
}

const BUILT_IN_KEY = 'built-in ';

/** The position of a role in the list. Built-in roles come first, independent of the clock. */
function keyOf({ id, organizationId }: Role): string {
  return organizationId === null ? BUILT_IN_KEY + id : id;
}

function following(organizationId: string, after: string | undefined): Prisma.RoleWhereInput[] {
  if (after === undefined || after.startsWith(BUILT_IN_KEY)) {
    return [{ organizationId: null, id: { gt: after?.slice(BUILT_IN_KEY.length) } }, { organizationId }];
  }
  return [{ organizationId, id: { gt: after } }];
}

/** Made from a row or from a request, with the permissions in the order of the catalogue. */
function fieldsOf({ name, description, permissions }: Described): RoleFields & { permissions: Permission[] } {
  return { name, description, permissions: PERMISSIONS.filter((permission) => permissions.includes(permission)) };
}

/** Permissions as OAuth writes scopes (RFC 6749, section 3.3). */
function audited(role: Described): { name: string; description: string | null; permissions: string } {
  const { name, description, permissions } = fieldsOf(role);
  return { name, description, permissions: permissions.join(' ') };
}
