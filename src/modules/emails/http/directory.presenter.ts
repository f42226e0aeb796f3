import type { MarkedPage } from '../../../core/paging/markers.js';
import type { UserEmail } from '../../../core/prisma/generated/client.js';
import type { EmailDto, EmailListDto } from './directory.dto.js';

export function presentEmails(page: MarkedPage<UserEmail>): EmailListDto {
  return { items: page.items.map(presentEmail), marker: page.marker };
}

export function presentEmail(email: UserEmail): EmailDto {
  return {
    userId: email.userId,
    email: email.address,
    verifiedAt: email.verifiedAt?.toISOString() ?? null,
    createdAt: email.createdAt.toISOString(),
    createdBy: email.createdBy,
    updatedAt: email.updatedAt.toISOString(),
    updatedBy: email.updatedBy,
  };
}
