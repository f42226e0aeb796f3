import { presentMarkedPage } from '../../../contracts/marked-page.js';
import type { MarkedPage } from '../../../core/paging/markers.js';
import type { Offer } from '../invitation-acceptance.service.js';
import { roleNameOf, type ShownInvitation } from '../invitation-state.js';
import type { InvitationPreviewDto } from './account-acceptance.dto.js';
import type { InvitationDto, InvitationPageDto } from './account.dto.js';

export function presentInvitation(invitation: ShownInvitation): InvitationDto {
  return {
    id: invitation.id,
    email: invitation.email,
    role: roleNameOf(invitation),
    appRole: invitation.appRole,
    state: invitation.state,
    createdAt: invitation.createdAt.toISOString(),
    createdBy: invitation.createdBy,
    expiresAt: invitation.expiresAt.toISOString(),
    acceptedAt: invitation.acceptedAt?.toISOString() ?? null,
  };
}

export function presentInvitationPage(page: MarkedPage<ShownInvitation>): InvitationPageDto {
  return presentMarkedPage(page, presentInvitation);
}

export function presentOffer({ invitation, organization, hasAccount }: Offer): InvitationPreviewDto {
  return {
    organization: { slug: organization.slug, name: organization.name, logoUrl: organization.logoUrl },
    email: invitation.email,
    role: roleNameOf(invitation),
    expiresAt: invitation.expiresAt.toISOString(),
    hasAccount,
  };
}
