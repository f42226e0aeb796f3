import type { AppRole } from '../../access/roles.js';
import type { Invitation, Role } from '../../core/prisma/generated/client.js';
import { type InvitationWithRole, roleNameOf } from './invitation-state.js';

/** What an invitation gives. */
export interface Terms {
  readonly role: Role;
  readonly appRole: AppRole;
  /** The language of the invited person. Null: not given. */
  readonly locale: string | null;
}

/** Whether the invitation gives just that. */
export function hasTerms(invitation: Invitation, { role, appRole, locale }: Terms): boolean {
  return invitation.roleId === role.id && invitation.appRole === appRole && invitation.locale === locale;
}

/** The terms as they are stored. */
export function storedTerms({
  role,
  appRole,
  locale,
}: Terms): Pick<Invitation, 'roleId' | 'roleName' | 'appRole' | 'locale'> {
  return { roleId: role.id, roleName: role.name, appRole, locale };
}

/** The terms as the audit log shows them. */
export function auditedTerms(invitation: InvitationWithRole): {
  role: string;
  appRole: AppRole;
  locale: string | null;
} {
  return { role: roleNameOf(invitation), appRole: invitation.appRole, locale: invitation.locale };
}
