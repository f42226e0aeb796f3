import { Injectable } from '@nestjs/common';
import type { Prisma } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { type Actor, AuditService } from '../audit/audit.service.js';

/** The columns that the audit log shows of a key. */
const RECORDED = {
  id: true,
  organizationId: true,
  name: true,
  prefix: true,
  scopes: true,
} satisfies Prisma.ApiKeySelect;

type RecordedApiKey = Prisma.ApiKeyGetPayload<{ select: typeof RECORDED }>;

/** Revokes API keys, and records each. */
@Injectable()
export class ApiKeyRevocationService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly audit: AuditService,
  ) {}

  /** Revokes the keys in the running transaction. Of several calls at once, one revokes a key. @returns how many it revoked */
  async revoke(where: Prisma.ApiKeyWhereInput, actor: Actor): Promise<number> {
    const keys: RecordedApiKey[] = await this.prisma.db.apiKey.findMany({ where, select: RECORDED });
    let count = 0;
    for (const { id, organizationId, ...changes } of keys) {
      const deleted = await this.prisma.db.apiKey.deleteMany({ where: { id } });
      if (deleted.count > 0) {
        await this.audit.record({ action: 'api_key.revoked', actor, target: id, organizationId, changes });
        count++;
      }
    }
    return count;
  }
}
