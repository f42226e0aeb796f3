import { Injectable } from '@nestjs/common';
import type { UserPrincipal } from '../../../access/principal.js';
import { unauthenticated } from '../../../access/session.guard.js';
import { StepUp } from '../../../access/step-up.js';
import { Config } from '../../../core/config/config.js';
import { inOrder, SharedRead } from '../../../core/prisma/shared-read.js';
import { Database } from '../../../core/prisma/database.js';
import { IDENTITY, type IdentityRow } from './identity.queries.js';

/** The signed-in user, the session, the organization and the feature flags. */
export interface Identity {
  readonly user: Omit<IdentityRow, 'n' | 'settings'>;
  readonly session: UserPrincipal['session'];
  readonly stepUpExpiresAt: Date | null;
  readonly organization: UserPrincipal['organization'];
  readonly featureFlags: Readonly<Record<string, boolean>>;
}

/** Describes the caller of a request: every page of a console asks for this first. */
@Injectable()
export class IdentityService {
  private readonly rows = new SharedRead((keys: readonly { userId: string; organizationId: string | undefined }[]) =>
    this.read(keys),
  );

  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly stepUp: StepUp,
  ) {}

  async describe({ id, session, organization }: UserPrincipal): Promise<Identity> {
    const row = await this.rows.get({ userId: id, organizationId: organization?.id });
    if (!row) {
      throw unauthenticated();
    }
    const { id: userId, email, displayName, avatarUrl, locale, settings } = row;
    return {
      user: { id: userId, email, displayName, avatarUrl, locale },
      session,
      stepUpExpiresAt: session && (await this.stepUp.expiresAt(session)),
      organization,
      featureFlags: { ...this.config.featureFlags, ...featuresOf(settings) },
    };
  }

  private async read(keys: readonly { userId: string; organizationId: string | undefined }[]): Promise<IdentityRow[]> {
    const values = [keys.map(({ userId }) => userId), keys.map(({ organizationId }) => organizationId)];
    return inOrder(await this.database.query<IdentityRow>(IDENTITY, values));
  }
}

/** An organization's `settings.features` switch features on and off for its members; anything but a boolean is no switch. */
function featuresOf(settings: unknown): Record<string, boolean> {
  const features = (settings as { features?: unknown } | null)?.features;
  const entries = typeof features === 'object' && features !== null ? Object.entries(features) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'));
}
