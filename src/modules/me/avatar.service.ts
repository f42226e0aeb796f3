import { Injectable, type OnModuleInit } from '@nestjs/common';
import { CallerCheck } from '../../access/caller-check.js';
import type { UserPrincipal } from '../../access/principal.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { PicturesService } from '../files/pictures.service.js';
import type { Profile } from '../users/profiles.service.js';
import { MeService } from './me.service.js';

/** The signed-in person's own picture. */
@Injectable()
export class AvatarService implements OnModuleInit {
  constructor(
    private readonly prisma: PrismaService,
    private readonly callers: CallerCheck,
    private readonly me: MeService,
    private readonly pictures: PicturesService,
  ) {}

  onModuleInit(): void {
    this.pictures.register('avatars', (avatarUrl) => this.isUsed(avatarUrl));
  }

  /**
   * Replaces the avatar of the user. The previous picture is deleted if it was an upload. Of several concurrent ones,
   * the last remains.
   *
   * @throws Problem `unavailable`, `unauthenticated` when the session or the API key ended while the picture arrived; everything is
   * unchanged then
   */
  async replace(principal: UserPrincipal, webp: Uint8Array): Promise<Profile> {
    const avatarUrl = await this.pictures.store('avatars', webp);
    try {
      return await this.prisma.transaction(async () => {
        await this.callers.requireOwner(principal);
        return this.me.update(principal, { avatarUrl });
      });
    } catch (error) {
      // Without the database it is deleted later, like every unused file.
      await this.pictures.discard('avatars', avatarUrl).catch(() => undefined);
      throw error;
    }
  }

  private async isUsed(avatarUrl: string): Promise<boolean> {
    return (await this.prisma.db.user.findFirst({ where: { avatarUrl }, select: { id: true } })) !== null;
  }
}
