import type { MarkedPage } from '../../../core/paging/markers.js';
import type { ServiceAccount } from '../../../core/prisma/generated/client.js';
import type { ServiceAccountDto, ServiceAccountPageDto } from './directory.dto.js';

export function presentServiceAccount(account: ServiceAccount): ServiceAccountDto {
  return {
    id: account.id,
    username: account.username,
    description: account.description,
    createdAt: account.createdAt.toISOString(),
    createdBy: account.createdBy,
    updatedAt: account.updatedAt.toISOString(),
    updatedBy: account.updatedBy,
  };
}

export function presentServiceAccountPage({ items, marker }: MarkedPage<ServiceAccount>): ServiceAccountPageDto {
  return { items: items.map(presentServiceAccount), marker };
}
