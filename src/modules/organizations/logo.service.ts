import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Principal } from '../../access/principal.js';
import type { Organization } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { PicturesService } from '../files/pictures.service.js';
import { OrganizationsService } from './organizations.service.js';

/** The logos of organizations. */
@Injectable()
export class LogoService implements OnModuleInit {
  constructor(
    private readonly prisma: PrismaService,
    private readonly organizations: OrganizationsService,
    private readonly pictures: PicturesService,
  ) {}

  onModuleInit(): void {
    this.pictures.register('logos', (logoUrl) => this.isUsed(logoUrl));
  }

  /**
   * Replaces the logo of the organization. The previous picture is deleted if it was an upload. Of several concurrent
   * ones, the last remains.
   *
   * @throws Problem `unavailable`, and what {@link OrganizationsService.update} throws when the picture is stored: the caller's session or
   * role may have ended while it arrived. Everything is unchanged then
   */
  async replace(principal: Principal, organizationId: string, webp: Uint8Array): Promise<Organization> {
    const logoUrl = await this.pictures.store('logos', webp);
    try {
      return await this.organizations.update(principal, organizationId, { logoUrl });
    } catch (error) {
      // Without the database it is deleted later, like every unused file.
      await this.pictures.discard('logos', logoUrl).catch(() => undefined);
      throw error;
    }
  }

  private async isUsed(logoUrl: string): Promise<boolean> {
    return (await this.prisma.db.organization.findFirst({ where: { logoUrl }, select: { id: true } })) !== null;
  }
}
