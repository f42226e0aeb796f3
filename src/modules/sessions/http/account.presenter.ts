import type { Identity } from '../sign-in/identity.service.js';
import type { OpenedSession } from '../sessions.service.js';
import type { PendingSignIn } from '../sign-in/sign-in.service.js';
import type { AuthResultDto, IdentityDto, IdentitySessionDto, MfaRequiredDto } from './account.dto.js';

export function presentAuthResult(session: OpenedSession): AuthResultDto {
  return {
    status: 'authenticated',
    token: session.token,
    tokenType: 'Bearer',
    expiresAt: session.expiresAt.toISOString(),
    sessionId: session.id,
    userId: session.userId,
    passwordChangeRequired: session.passwordChangeRequired,
  };
}

export function presentPendingSignIn(pending: PendingSignIn): MfaRequiredDto {
  return {
    status: 'mfa_required',
    mfaToken: pending.mfaToken,
    methods: pending.methods,
    expiresAt: pending.expiresAt.toISOString(),
  };
}

export function presentIdentity(identity: Identity): IdentityDto {
  const { user, organization } = identity;
  return {
    user: {
      id: user.id,
      email: user.email,
      displayName: user.displayName,
      avatarUrl: user.avatarUrl,
      locale: user.locale,
    },
    session: presentSession(identity),
    organization: organization && {
      id: organization.id,
      slug: organization.slug,
      name: organization.name,
      role: organization.role,
      appRole: organization.appRole,
    },
    featureFlags: identity.featureFlags,
  };
}

function presentSession({ session, stepUpExpiresAt }: Identity): IdentitySessionDto | null {
  return (
    session && {
      id: session.id,
      authTime: session.authTime.toISOString(),
      expiresAt: session.expiresAt.toISOString(),
      stepUpExpiresAt: stepUpExpiresAt?.toISOString() ?? null,
      amr: session.amr,
    }
  );
}
