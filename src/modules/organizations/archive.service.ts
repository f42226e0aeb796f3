import { Injectable } from '@nestjs/common';
import { changedBy } from '../../access/authorship.js';
import type { Principal } from '../../access/principal.js';
import { changesBetween } from '../../core/changes/changes.js';
import type { Organization } from '../../core/prisma/generated/client.js';
import { lockOrganizations } from '../../core/prisma/locks.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { AuditService } from '../audit/audit.service.js';
import { SessionsService } from '../sessions/sessions.service.js';
import { MemberRightsService } from '../roles/member-rights.service.js';
import { OrganizationsService } from './organizations.service.js';

/** Takes organizations out of use and brings them back. */
@Injectable()
export class ArchiveService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly rights: MemberRightsService,
    private readonly organizations: OrganizationsService,
    private readonly sessions: SessionsService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Archives the organization. Its sessions have no active organization, and its API keys do not work. No data is lost.
   */
  archive(principal: Principal, id: string): Promise<Organization> {
    return this.become('archived', principal, id);
  }

  /** Restores everything, except that sessions must switch to the organization again. */
  restore(principal: Principal, id: string): Promise<Organization> {
    return this.become('active', principal, id);
  }

  private become(status: Organization['status'], principal: Principal, id: string): Promise<Organization> {
    return this.prisma.transaction(async () => {
      // Conflicts also with a sign-in, whose new session refers to the organization: the archive sees the session, or the reverse.
      await lockOrganizations(this.prisma, [id], 'delete');
      await this.rights.requireStill(principal);
      const before = await this.organizations.get(id);
      if (before.status === status) {
        return before;
      }
      const after = await this.prisma.db.organization.update({
        where: { id },
        data: { status, ...changedBy(principal) },
      });
      if (status === 'archived') {
        await this.sessions.leaveClosed(id);
      }
      await this.audit.record({
        action: status === 'archived' ? 'organization.archived' : 'organization.restored',
        actor: principal,
        target: id,
        organizationId: id,
        changes: changesBetween({ status: before.status }, { status }),
      });
      return after;
    });
  }
}
