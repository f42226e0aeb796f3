import { Injectable } from '@nestjs/common';
import type { UserPrincipal } from '../../access/principal.js';
import { unauthenticated } from '../../access/session.guard.js';
import { StepUp } from '../../access/step-up.js';
import { Config } from '../../core/config/config.js';
import { Database, type Statement } from '../../core/prisma/database.js';

/** Who is signed in, how, where, and which features he has. */
export interface Identity {
  readonly user: { id: string; email: string; displayName: string; avatarUrl: string | null; locale: string | null };
  readonly session: UserPrincipal['session'];
  readonly stepUpExpiresAt: Date | null;
  readonly organization: UserPrincipal['organization'];
  readonly featureFlags: Readonly<Record<string, boolean>>;
}

const IDENTITY: Statement = {
  name: 'identity',
  text: `
    SELECT u.id, e.address AS email, u."displayName", u."avatarUrl", u.locale, o.settings
    FROM "User" u
    JOIN "UserEmail" e ON e."userId" = u.id AND e."isPrimary"
    LEFT JOIN "Organization" o ON o.id = $2
    WHERE u.id = $1`,
};

type IdentityRow = Identity['user'] & { settings: unknown };

/** Describes the caller of a request to himself: what every page of a console asks first. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly stepUp: StepUp,
  ) {}

  async describe({ id, session, organization }: UserPrincipal): Promise<Identity> {
    const [row] = await this.database.query<IdentityRow>(IDENTITY, [id, organization?.id ?? null]);
    if (!row) {
      throw unauthenticated();
    }
    const { settings, ...user } = row;
    return {
      user,
      session,
      stepUpExpiresAt: session && this.stepUp.expiresAt(session),
      organization,
      featureFlags: { ...this.config.featureFlags, ...featuresOf(settings) },
    };
  }
}

/** An organization's `settings.features` switch features on and off for its members; anything but a boolean is no switch. */
function featuresOf(settings: unknown): Record<string, boolean> {
  const features = (settings as { features?: unknown } | null)?.features;
  const entries = typeof features === 'object' && features !== null ? Object.entries(features) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'));
}
