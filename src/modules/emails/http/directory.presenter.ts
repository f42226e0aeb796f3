import { presentAttribution } from '../../../contracts/directory.js';
import { presentMarkedPage } from '../../../contracts/marked-page.js';
import type { MarkedPage } from '../../../core/paging/markers.js';
import type { UserEmail } from '../../../core/prisma/generated/client.js';
import type { EmailDto, EmailListDto } from './directory.dto.js';

export function presentEmails(page: MarkedPage<UserEmail>): EmailListDto {
  return presentMarkedPage(page, presentEmail);
}

export function presentEmail(email: UserEmail): EmailDto {
  return {
    userId: email.userId,
    email: email.address,
    verifiedAt: email.verifiedAt?.toISOString() ?? null,
    ...presentAttribution(email),
  };
}
