import { Injectable } from '@nestjs/common';
import type { User } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';

/** A person with his primary address. */
export interface Profile extends User {
  readonly email: string;
}

/** The signed-in person's own profile: the rules that all contracts share. */
@Injectable()
export class MeService {
  constructor(private readonly prisma: PrismaService) {}

  async profile(userId: string): Promise<Profile> {
    const { emails, ...user } = await this.prisma.db.user.findUniqueOrThrow({
      where: { id: userId },
      include: { emails: { where: { isPrimary: true }, select: { address: true } } },
    });
    return { ...user, email: emails[0]?.address ?? '' };
  }
}
