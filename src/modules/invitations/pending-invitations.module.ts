import { Module } from '@nestjs/common';
import { PendingInvitationsService } from './pending-invitations.service.js';

/** Which addresses are invited. It is separate from the rest of the invitations, because the registration needs it. */
@Module({ providers: [PendingInvitationsService], exports: [PendingInvitationsService] })
export class PendingInvitationsModule {}
