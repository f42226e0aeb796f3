import { Injectable } from '@nestjs/common';
import { Config } from '../../core/config/config.js';
import { type MarkedPage, type MarkedPageRequest, Markers } from '../../core/paging/markers.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { type ListedSession, type SessionPosition, sessionsAfter } from './devices/session-list.queries.js';

// The type of the items, for other modules.
export type { ListedSession };

/** The sessions of a user, for another person than the user. */
@Injectable()
export class SessionListService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly markers: Markers,
    private readonly config: Config,
  ) {}

  /** The sessions that still count, newest first. @throws Problem `invalid_marker` */
  page(userId: string, request: MarkedPageRequest): Promise<MarkedPage<ListedSession>> {
    const read = (after: string | undefined, take: number): Promise<ListedSession[]> =>
      this.prisma.query(
        sessionsAfter(userId, this.config.session.idle, after === undefined ? undefined : at(after), take),
      );
    return this.markers.page({ name: `sessions of ${userId}`, read, keyOf }, request);
  }
}

function keyOf({ authTime, id }: ListedSession): string {
  return `${authTime.toISOString()} ${id}`;
}

function at(key: string): SessionPosition {
  const [authTime = '', id = ''] = key.split(' ');
  return { authTime, id };
}
