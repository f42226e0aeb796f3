import { Injectable } from '@nestjs/common';
import type { UserPrincipal } from '../../access/principal.js';
import type { Prisma } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';

/** A place in a team: the team, and the role there. */
export type TeamPlace = Prisma.TeamMemberGetPayload<{ include: { team: true; role: { select: { name: true } } } }>;

/** The teams of organizations. */
@Injectable()
export class TeamsService {
  constructor(private readonly prisma: PrismaService) {}

  /** The caller's places in the teams of all organizations he is an active member of, as they were made. */
  listMine({ id: userId }: UserPrincipal): Promise<TeamPlace[]> {
    return this.prisma.db.teamMember.findMany({
      where: { membership: { userId, state: 'Active' } },
      include: { team: true, role: { select: { name: true } } },
      orderBy: { teamId: 'asc' },
    });
  }
}
