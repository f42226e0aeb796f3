import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { UserPrincipal } from '../../access/principal.js';
import { changesBetween } from '../../core/changes/changes.js';
import { Encryption } from '../../core/crypto/encryption.js';
import { SealedColumns } from '../../core/crypto/sealed-columns.js';
import { newId } from '../../core/ids/ids.js';
import type { Prisma } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { AuditService } from '../audit/audit.service.js';
import { MemberRightsService } from '../roles/member-rights.service.js';
import { deleteIntegration } from './integrations.queries.js';
import { IntegrationNotFound } from './integrations.problems.js';

/** The products that can be connected. */
export const INTEGRATION_TYPES = ['Confluence', 'Jira', 'SharePoint'] as const;
export type IntegrationType = (typeof INTEGRATION_TYPES)[number];

/** A connection as it may be shown: the credentials stay behind. */
export type Integration = Prisma.IntegrationGetPayload<{ omit: typeof SECRETS }>;

const SECRETS = { credentialsEncrypted: true } as const satisfies Prisma.IntegrationOmit;

/** What a member has connected to other products. */
@Injectable()
export class IntegrationsService implements OnModuleInit {
  constructor(
    private readonly prisma: PrismaService,
    private readonly encryption: Encryption,
    private readonly rights: MemberRightsService,
    private readonly audit: AuditService,
    private readonly sealed: SealedColumns,
  ) {}

  onModuleInit(): void {
    const column = 'credentialsEncrypted';
    this.sealed.register({ table: 'Integration', id: 'id', column, purposeFrom: 'id', purposeOf });
  }

  /** In the order of creation: there is one of each type at most. */
  list(membershipId: string): Promise<Integration[]> {
    return this.prisma.db.integration.findMany({ where: { membershipId }, omit: SECRETS, orderBy: { id: 'asc' } });
  }

  /**
   * @param credentials what the other product wants to be shown, in its own form; kept encrypted, and never shown again
   * @throws Problem `integration_exists`; what {@link MemberRightsService.requireStill} throws
   */
  create(
    principal: UserPrincipal,
    membershipId: string,
    type: IntegrationType,
    credentials: Readonly<Record<string, unknown>>,
  ): Promise<Integration> {
    return this.prisma.transaction(async () => {
      await this.rights.requireStill(principal);
      const id = newId();
      const credentialsEncrypted = this.encryption.seal(JSON.stringify(credentials), purposeOf(id));
      const integration = await this.prisma.db.integration.create({
        data: { id, membershipId, type, credentialsEncrypted },
        omit: SECRETS,
      });
      const changes = changesBetween({}, { type });
      await this.audit.record({ action: 'integration.created', actor: principal, target: integration.id, changes });
      return integration;
    });
  }

  /**
   * @param id undefined for a malformed one
   * @throws Problem `integration_not_found` also for one of another member; what {@link MemberRightsService.requireStill} throws
   */
  remove(principal: UserPrincipal, membershipId: string, id: string | undefined): Promise<void> {
    return this.prisma.transaction(async () => {
      await this.rights.requireStill(principal);
      const [integration] = id ? await this.prisma.query(deleteIntegration(membershipId, id)) : [];
      if (!integration) {
        throw new Problem(IntegrationNotFound);
      }
      const changes = changesBetween({ type: integration.type }, {});
      await this.audit.record({ action: 'integration.deleted', actor: principal, target: integration.id, changes });
    });
  }
}

/** What the credentials of an integration are sealed for. */
function purposeOf(id: string): string {
  return `integration:${id}`;
}
