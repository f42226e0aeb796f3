import { Injectable } from '@nestjs/common';
import type { ServiceAccount } from '../../core/prisma/generated/client.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';

/** The callers that are no persons. */
@Injectable()
export class ServiceAccountsService {
  constructor(private readonly prisma: PrismaService) {}

  /** The service account with that id, which the access layer has already found. */
  get(id: string): Promise<ServiceAccount> {
    return this.prisma.db.serviceAccount.findUniqueOrThrow({ where: { id } });
  }
}
