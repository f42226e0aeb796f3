import { Injectable } from '@nestjs/common';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import type { AppRole } from '../../../access/roles.js';
import { BulkTurns } from '../../../core/bulk/bulk-turns.js';
import { Prisma } from '../../../core/prisma/generated/client.js';
import type { MembershipState, UserStatus } from '../../../core/prisma/generated/enums.js';
import { PrismaService } from '../../../core/prisma/prisma.service.js';
import { AuditService } from '../../audit/audit.service.js';

/** A user of an organization, as a row of an export. */
export interface ExportedUser {
  readonly id: string;
  readonly membershipId: string;
  readonly email: string;
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly displayName: string;
  readonly role: string;
  readonly appRole: AppRole;
  readonly status: UserStatus;
  readonly state: MembershipState;
  readonly createdAt: Date;
}

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
        const page = usersAfter(organizationId, after);
        const users = await turn.step(() => this.prisma.query<ExportedUser>(page));
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

function usersAfter(organizationId: string, after: string | undefined): Prisma.Sql {
  return Prisma.sql`
    SELECT u.id, m.id AS "membershipId", e.address AS email, u."givenName", u."familyName", u."displayName", r.name AS role,
      m."appRole"::text, u.status::text, m.state::text, u."createdAt"
    FROM "Membership" m
    JOIN "Role" r ON r.id = m."roleId"
    JOIN "User" u ON u.id = m."userId"
    JOIN "UserEmail" e ON e."userId" = u.id AND e."isPrimary"
    WHERE m."organizationId" = ${organizationId}::uuid
    ${after === undefined ? Prisma.empty : Prisma.sql`AND m.id > ${after}::uuid`}
    ORDER BY m.id ${Prisma.raw(`LIMIT ${PAGE.toString()}`)}`;
}
