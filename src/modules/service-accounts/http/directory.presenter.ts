import { presentAttribution } from '../../../contracts/directory.js';
import { presentMarkedPage } from '../../../contracts/marked-page.js';
import type { MarkedPage } from '../../../core/paging/markers.js';
import type { ServiceAccount } from '../../../core/prisma/generated/client.js';
import type { ServiceAccountDto, ServiceAccountPageDto } from './directory.dto.js';

export function presentServiceAccount(account: ServiceAccount): ServiceAccountDto {
  return {
    id: account.id,
    username: account.username,
    description: account.description,
    ...presentAttribution(account),
  };
}

export function presentServiceAccountPage(page: MarkedPage<ServiceAccount>): ServiceAccountPageDto {
  return presentMarkedPage(page, presentServiceAccount);
}
