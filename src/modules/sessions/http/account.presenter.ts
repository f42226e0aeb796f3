import type { Identity } from '../identity.service.js';
import type { SignedIn } from '../sign-in.service.js';
import type { AuthResultDto, IdentityDto, IdentitySessionDto } from './account.dto.js';

export function presentAuthResult(result: SignedIn): AuthResultDto {
  return {
    status: 'authenticated',
    token: result.token,
    tokenType: 'Bearer',
    expiresAt: result.expiresAt.toISOString(),
    sessionId: result.id,
    userId: result.userId,
    passwordChangeRequired: result.passwordChangeRequired,
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
