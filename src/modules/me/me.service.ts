import { Injectable } from '@nestjs/common';
import type { UserPrincipal } from '../../access/principal.js';
import { unauthenticated } from '../../access/session.guard.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { EmailsService } from '../emails/emails.service.js';
import { type Profile, type ProfileFields, ProfilesService } from '../users/profiles.service.js';

/** The signed-in person's own profile: the rules that all contracts share. */
@Injectable()
export class MeService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly profiles: ProfilesService,
    private readonly emails: EmailsService,
  ) {}

  /** @throws Problem `unauthenticated` when the user has just been deleted */
  async profile(userId: string): Promise<Profile> {
    return existing(await this.profiles.get(userId));
  }

  /**
   * Changes what is named and leaves the rest.
   *
   * @throws Problem `unauthenticated` when the user has just been deleted
   */
  async update(principal: UserPrincipal, wanted: Partial<ProfileFields>): Promise<Profile> {
    return existing(await this.profiles.update(principal, principal.id, wanted));
  }

  /**
   * Changes names and e-mail together: both or neither. The e-mail changes once the new one is verified.
   *
   * @throws Problem as {@link EmailsService.change}: a caller who reads the new address can set the password, and an API key must not
   *   become an account
   */
  async updateWithEmail(
    principal: UserPrincipal,
    wanted: Partial<ProfileFields>,
    email: string | undefined,
  ): Promise<void> {
    await this.prisma.transaction(async () => {
      await this.update(principal, wanted);
      if (email !== undefined) {
        await this.emails.change(principal, email);
      }
    });
  }
}

function existing(profile: Profile | undefined): Profile {
  if (!profile) {
    throw unauthenticated();
  }
  return profile;
}
