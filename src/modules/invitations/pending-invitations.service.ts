import { Injectable } from '@nestjs/common';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { pending } from './invitation-state.js';

/** Reads which addresses are invited. */
@Injectable()
export class PendingInvitationsService {
  constructor(private readonly prisma: PrismaService) {}

  /** Whether an active organization has a pending invitation to the address. */
  async isInvited(email: string): Promise<boolean> {
    const where = { email, organization: { status: 'active' }, ...pending(await this.prisma.now()) } as const;
    return (await this.prisma.db.invitation.count({ where })) > 0;
  }
}
