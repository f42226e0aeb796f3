import type { Changes } from '../../core/changes/changes.js';

/** The type of what is recorded with an action. It has no value. */
interface Payload<T> {
  readonly of?: T;
}

interface Declaration {
  /** The kind of what the action is done to. An entry of an action with several kinds names its kind. */
  readonly target?: string | readonly string[];
  /** Left out: nothing is recorded with it. */
  readonly changes?: Payload<unknown>;
}

function payload<T>(): Payload<T> {
  return {};
}

/** Before and after of the changed fields. */
const fields = <Name extends string>(): Payload<Changes<Name>> => payload();

const KEY = {
  target: 'api_key',
  changes: payload<{ name: string; prefix: string; scopes: readonly string[] }>(),
} as const;
const ARTIFACT = { target: 'artifact', changes: fields<'name' | 'type' | 'projectId'>() } as const;
const FACTORS = ['passkey', 'recovery_codes', 'totp'] as const;
const INVITATION = { target: 'invitation', changes: fields<'role' | 'appRole' | 'locale'>() } as const;
/** About the person, so that it is erased with the account. */
const MEMBERSHIP = {
  target: 'user',
  changes: fields<'role' | 'appRole' | 'state' | 'displayName' | 'isPrimary'>(),
} as const;
const OWNERSHIP = {
  target: 'organization',
  changes: payload<{ fromMembershipId: string; toMembershipId: string }>(),
} as const;
const PROJECT = { target: 'project', changes: fields<string>() } as const;
const ROLE = { target: 'role', changes: fields<'name' | 'description' | 'permissions'>() } as const;
const SERVICE_ACCOUNT = {
  target: 'service_account',
  changes: fields<'username' | 'description' | 'role' | 'appRole'>(),
} as const;
const STATUS = { target: 'organization', changes: fields<'status'>() } as const;
const TEAM = { target: 'team', changes: fields<'name' | 'defaultRoleId'>() } as const;
const TEAM_MEMBER = { target: 'team', changes: payload<Changes<'role'> & { userId: string }>() } as const;

/** Everything that the audit log records. Administrators read the names, so a name is never changed. */
export const AUDIT_ACTIONS = {
  'access.refused': { changes: payload<{ code: string; route: string }>() },
  'account.cleared': { target: 'user' },
  'account.displaced': { target: 'user' },
  'account.released': { target: 'user' },
  'account.taken_over': { target: 'user' },
  'api_key.created': KEY,
  'api_key.revoked': KEY,
  'artifact.created': ARTIFACT,
  'artifact.deleted': ARTIFACT,
  'artifact.updated': ARTIFACT,
  'authentication.failed': { target: 'user', changes: payload<{ door: string }>() },
  'email.added': { target: 'user' },
  'email.assigned': { target: 'user', changes: fields<'email'>() },
  'email.made_primary': { target: 'user' },
  'email.removed': { target: 'user' },
  'email.verified': { target: 'user' },
  'factor.added': { target: FACTORS, changes: payload<{ name?: string }>() },
  'factor.removed': { target: FACTORS },
  'factors.reset': { target: 'user' },
  'integration.created': { target: 'integration', changes: fields<'type'>() },
  'integration.deleted': { target: 'integration', changes: fields<'type'>() },
  'invitation.accepted': { target: 'invitation' },
  'invitation.created': INVITATION,
  'invitation.resent': { target: 'invitation' },
  'invitation.revoked': { target: 'invitation' },
  'invitation.updated': INVITATION,
  'membership.created': MEMBERSHIP,
  'membership.removed': MEMBERSHIP,
  'membership.updated': MEMBERSHIP,
  'organization.archived': STATUS,
  'organization.created': { target: 'organization', changes: fields<'name' | 'slug'>() },
  'organization.restored': STATUS,
  'organization.updated': {
    target: 'organization',
    changes: fields<'name' | 'slug' | 'description' | 'logoUrl' | 'settings'>(),
  },
  'ownership.accepted': OWNERSHIP,
  'ownership.ended': OWNERSHIP,
  'ownership.offered': OWNERSHIP,
  'password.changed': { target: 'user' },
  'password.reset': { target: 'user' },
  'project.created': PROJECT,
  'project.deleted': PROJECT,
  'project.pinned': { target: 'project' },
  'project.unpinned': { target: 'project' },
  'project.updated': PROJECT,
  'project_member.added': PROJECT,
  'project_member.changed': PROJECT,
  'project_member.removed': PROJECT,
  'role.created': ROLE,
  'role.deleted': ROLE,
  'role.updated': ROLE,
  'service_account.created': SERVICE_ACCOUNT,
  'service_account.deleted': SERVICE_ACCOUNT,
  'service_account.updated': SERVICE_ACCOUNT,
  'session.ended': { target: 'session' },
  'session.opened': { target: 'session', changes: payload<{ amr: readonly string[] }>() },
  'session.organization_switched': { target: 'session', changes: fields<'organizationId'>() },
  'session.others_ended': { target: 'user' },
  'session.stepped_up': { target: 'session', changes: payload<{ method: string }>() },
  'team.created': TEAM,
  'team.deleted': TEAM,
  'team.member_added': TEAM_MEMBER,
  'team.member_changed': TEAM_MEMBER,
  'team.member_removed': TEAM_MEMBER,
  'team.updated': TEAM,
  'trusted_device.added': { target: 'trusted_device' },
  'trusted_device.revoked': { target: 'trusted_device' },
  'user.created': {
    target: 'user',
    changes: fields<'email' | 'displayName' | 'givenName' | 'familyName' | 'locale'>(),
  },
  'user.deleted': { target: 'user' },
  'user.primary_organization_changed': { target: 'user', changes: fields<'organizationId'>() },
  'user.registered': { target: 'user' },
  'user.session_ended': { target: 'user', changes: payload<{ sessionId: string }>() },
  'user.sessions_ended': { target: 'user', changes: payload<{ sessions: number }>() },
  'user.updated': { target: 'user', changes: fields<string>() },
  'users.exported': {},
} as const satisfies Record<string, Declaration>;

type Actions = typeof AUDIT_ACTIONS;
export type AuditAction = keyof Actions;

/** An action with the id of its target and with its changes, as far as it has them. */
export type Action = {
  [Name in AuditAction]: { action: Name } & TargetOf<Actions[Name]> & ChangesOf<Actions[Name]>;
}[AuditAction];

type TargetOf<D extends Declaration> = D extends { target: readonly (infer Kind)[] }
  ? { target: { kind: Kind; id: string } }
  : D extends { target: string }
    ? { target: string }
    : { target?: undefined };

type ChangesOf<D> = D extends { changes: Payload<infer Changed> } ? { changes: Changed } : { changes?: undefined };

/** The kind and the id of what an action is done to. */
export function targetOf({
  action,
  target,
}: Pick<Action, 'action' | 'target'>): { kind: string; id: string } | undefined {
  const { target: kind }: Declaration = AUDIT_ACTIONS[action];
  return typeof target === 'string' ? { kind: String(kind), id: target } : target;
}
