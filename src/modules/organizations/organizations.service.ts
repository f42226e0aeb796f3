import { Injectable } from '@nestjs/common';
import type { Organization } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';

/** The organizations themselves: their names, slugs and settings. */
@Injectable()
export class OrganizationsService {
  constructor(private readonly prisma: PrismaService) {}

  /** The organization with that id, which the access layer has already found. */
  get(id: string): Promise<Organization> {
    return this.prisma.db.organization.findUniqueOrThrow({ where: { id } });
  }
}
