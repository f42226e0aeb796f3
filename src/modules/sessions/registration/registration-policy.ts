import { Injectable } from '@nestjs/common';
import { Config } from '../../../core/config/config.js';
import { Problem } from '../../../core/problems/problem.js';
import { PendingInvitationsService } from '../../invitations/pending-invitations.service.js';
import { RegistrationClosed } from '../sessions.problems.js';

/** The addresses that may register, as the operator decided with `REGISTRATION`. */
@Injectable()
export class RegistrationPolicy {
  constructor(
    private readonly config: Config,
    private readonly invitations: PendingInvitationsService,
  ) {}

  /** @throws Problem `registration_closed` when no address may register */
  requireOpen(): void {
    if (this.config.registration === 'closed') {
      throw new Problem(RegistrationClosed);
    }
  }

  /** Whether the address may register. No answer may show it. */
  async permits(email: string): Promise<boolean> {
    return this.config.registration === 'open' || (await this.invitations.isInvited(email));
  }
}
