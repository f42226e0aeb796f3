import { Injectable } from '@nestjs/common';
import type { OrganizationAccess, Principal } from '../../access/principal.js';
import { message } from '../../core/i18n/message.js';
import type { Organization } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import type { Problem } from '../../core/problems/problem.js';
import { inputProblem } from '../../core/validation/input-errors.js';
import { ApiKeyRevocationService } from '../account-access/api-key-revocation.service.js';
import { InvitationsService } from '../invitations/invitations.service.js';
import { AdministratorsService } from '../memberships/administrators.service.js';
import { ArchiveService } from '../organizations/archive.service.js';

/** Brings organizations back into use, also those without an administrator (accounts.md rule 10). */
@Injectable()
export class RestorationService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly archive: ArchiveService,
    private readonly administrators: AdministratorsService,
    private readonly invitations: InvitationsService,
    private readonly apiKeys: ApiKeyRevocationService,
  ) {}

  /**
   * Restores the organization. Without an active administrator it is restored only together with an invitation to become one. The API
   * keys of its service accounts end then: former administrators may have them, and could revoke the invitation.
   *
   * @param administratorEmail the address that is invited as OrganizationAdmin and AppAdmin
   * @throws Problem `validation_failed` when the address is missing, or the organization has an administrator; `too_many_requests`,
   *   `already_member`, as invitations do; what {@link ArchiveService.restore} throws. Nothing is changed then
   */
  restore(
    principal: Principal,
    organization: OrganizationAccess,
    administratorEmail: string | undefined,
  ): Promise<Organization> {
    return this.prisma.transaction(async () => {
      const restored = await this.archive.restore(principal, organization.id);
      const isAdministered = await this.administrators.hasAdministrator(organization.id);
      if (isAdministered && administratorEmail !== undefined) {
        throw refused('unknown_key');
      }
      if (!isAdministered) {
        if (administratorEmail === undefined) {
          throw refused('is_email');
        }
        await this.apiKeys.revoke({ serviceAccount: { organizationId: organization.id } }, principal);
        await this.invitations.inviteAdministrator(principal, organization, administratorEmail);
      }
      return restored;
    });
  }
}

function refused(code: 'is_email' | 'unknown_key'): Problem {
  const detail = message(code === 'is_email' ? 'input.email' : 'input.unknown_key');
  return inputProblem([{ pointer: '/administratorEmail', code, detail }]);
}
