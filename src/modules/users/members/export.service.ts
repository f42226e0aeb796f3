import { Injectable } from '@nestjs/common';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { BulkTurns } from '../../../core/bulk/bulk-turns.js';
import { PrismaService } from '../../../core/prisma/prisma.service.js';
import { AuditService } from '../../audit/audit.service.js';
import { type ExportedUser, exportedUsers } from './export.queries.js';

/** Users read with one statement. */
const PAGE = 1_000;

/** Gives out all users of an organization. */
@Injectable()
export class ExportService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly turns: BulkTurns,
    private readonly audit: AuditService,
  ) {}

  /**
   * Ordered by the time of joining, page by page and no faster than the reader. Users who join during the export are
   * included. Of several imports and exports of an organization, one runs at a time.
   *
   * @throws Problem `unavailable` when others of the organization do not end in time
   */
  async *users(principal: Principal, { id: organizationId }: OrganizationAccess): AsyncGenerator<ExportedUser[]> {
    const turn = await this.turns.begin(organizationId);
    try {
      await turn.step(() => this.audit.record({ action: 'users.exported', actor: principal, organizationId }));
      for (let after: string | undefined; ;) {
        const page = exportedUsers(organizationId, after, PAGE);
        const users = await turn.step(() => this.prisma.list(() => this.prisma.query(page)));
        yield users;
        after = users.at(-1)?.membershipId;
        if (users.length < PAGE) {
          return;
        }
      }
    } finally {
      await turn.end();
    }
  }
}
