import { Injectable } from '@nestjs/common';
import type { UserPrincipal } from '../../access/principal.js';
import { StepUp } from '../../access/step-up.js';
import { Config } from '../../core/config/config.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';

/** Who is signed in, how, where, and which features he has. */
export interface Identity {
  readonly user: { id: string; email: string; displayName: string; avatarUrl: string | null; locale: string | null };
  readonly session: UserPrincipal['session'];
  readonly stepUpExpiresAt: Date | null;
  readonly organization: UserPrincipal['organization'];
  readonly featureFlags: Readonly<Record<string, boolean>>;
}

/** Describes the caller of a request to himself. */
@Injectable()
export class IdentityService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly config: Config,
    private readonly stepUp: StepUp,
  ) {}

  async describe(principal: UserPrincipal): Promise<Identity> {
    const [user, organization] = await Promise.all([
      this.user(principal.id),
      this.settings(principal.organization?.id),
    ]);
    return {
      user: { ...user, email: user.emails[0]?.address ?? '' },
      session: principal.session,
      stepUpExpiresAt: principal.session && this.stepUp.expiresAt(principal.session),
      organization: principal.organization,
      featureFlags: { ...this.config.featureFlags, ...featuresOf(organization?.settings) },
    };
  }

  private user(id: string) {
    return this.prisma.db.user.findUniqueOrThrow({
      where: { id },
      select: {
        id: true,
        displayName: true,
        avatarUrl: true,
        locale: true,
        emails: { where: { isPrimary: true }, select: { address: true } },
      },
    });
  }

  private async settings(organizationId: string | undefined): Promise<{ settings: unknown } | null> {
    return organizationId === undefined
      ? null
      : this.prisma.db.organization.findUnique({ where: { id: organizationId }, select: { settings: true } });
  }
}

/** An organization's `settings.features` switch features on and off for its members; anything but a boolean is no switch. */
function featuresOf(settings: unknown): Record<string, boolean> {
  const features = (settings as { features?: unknown } | null | undefined)?.features;
  const entries = typeof features === 'object' && features !== null ? Object.entries(features) : [];
  return Object.fromEntries(entries.filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean'));
}
