import { Injectable } from '@nestjs/common';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { APP_ROLES, type AppRole } from '../../../access/roles.js';
import type { MembershipState } from '../../../core/prisma/generated/enums.js';
import { Problem } from '../../../core/problems/problem.js';
import { LastAppAdmin } from '../../memberships/administrators.problems.js';
import { MembershipChangesService } from '../../memberships/membership-changes.service.js';
import { InvalidRole } from '../../roles/roles.problems.js';
import type { Member } from '../members/members.queries.js';
import { MembersService } from '../members.service.js';
import { type Newcomer, ProvisioningService } from '../provisioning/provisioning.service.js';

/** A member to be: of the account that is named, else of a new one. */
export interface NewMember extends Newcomer {
  readonly displayName: string;
  readonly accountId?: string;
  /** The input of the caller, not checked yet. */
  readonly role: string;
}

/** The members of an organization, for its AppAdmins: each is identified by the membership. */
@Injectable()
export class MemberAdministrationService {
  constructor(
    private readonly members: MembersService,
    private readonly provisioning: ProvisioningService,
    private readonly changes: MembershipChangesService,
  ) {}

  /**
   * Adds a member, Active at once.
   *
   * @throws Problem `invalid_role`, and what {@link ProvisioningService.create} and {@link ProvisioningService.link} throw
   */
  async create(
    principal: Principal,
    organization: OrganizationAccess,
    { accountId, role, ...newcomer }: NewMember,
  ): Promise<Member> {
    const appRole = appRoleOf(role);
    const { email, displayName: name } = newcomer;
    const { membershipId } =
      accountId === undefined
        ? await this.provisioning.create(principal, organization, newcomer, appRole)
        : await this.provisioning.link(principal, organization, { accountId, email, name }, appRole);
    return this.members.get(organization, membershipId);
  }

  /**
   * Changes what is named. The name is the one in this organization; where it is the one that is shown already, nothing is
   * written.
   *
   * @throws Problem `invalid_role`, and what {@link MembershipChangesService.change} throws
   */
  async update(
    principal: Principal,
    organization: OrganizationAccess,
    membershipId: string | undefined,
    { name, role }: { name?: string; role?: string },
  ): Promise<Member> {
    const appRole = role === undefined ? undefined : appRoleOf(role);
    const member = await this.members.get(organization, membershipId);
    const displayName = name === member.name ? undefined : name;
    await this.changes.change(principal, organization, member.id, { appRole, displayName }, LastAppAdmin);
    return this.members.get(organization, member.id);
  }

  /**
   * Activates or deactivates a member, which applies to the member's sessions and keys at once. Doing it again has no
   * effect.
   *
   * @throws Problem what {@link MembershipChangesService.change} throws
   */
  changeState(
    principal: Principal,
    organization: OrganizationAccess,
    membershipId: string | undefined,
    state: MembershipState,
  ): Promise<Pick<Member, 'id' | 'state'>> {
    return this.changes.change(principal, organization, membershipId ?? '', { state }, LastAppAdmin);
  }
}

/** @throws Problem `invalid_role` */
function appRoleOf(role: string): AppRole {
  const appRole = APP_ROLES.find((name) => name === role);
  if (!appRole) {
    throw new Problem(InvalidRole);
  }
  return appRole;
}
