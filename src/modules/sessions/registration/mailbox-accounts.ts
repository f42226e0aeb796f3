import { Injectable } from '@nestjs/common';
import { changedBy } from '../../../access/authorship.js';
import { lockUser } from '../../../core/prisma/locks.js';
import { newId } from '../../../core/ids/ids.js';
import { violatedConstraint } from '../../../core/prisma/failures.js';
import { PrismaService } from '../../../core/prisma/prisma.service.js';
import { displayNameOf } from '../../../core/validation/person.js';
import { AuditService } from '../../audit/audit.service.js';
import { MailboxProofsService } from '../../mailbox-proofs/mailbox-proofs.service.js';
import { ManagementService } from '../../memberships/management.service.js';

/** What an account is to have. */
export interface AccountRequest {
  readonly displayName?: string;
  readonly givenName?: string;
  readonly familyName?: string;
  readonly locale?: string;
  /** The language of an account that has none otherwise. */
  readonly defaultLocale?: string;
  /** Null: the owner chooses a password once signed in. */
  readonly passwordHash: string | null;
}

/** The account of a proved mailbox. It does not exist yet, or its owner never proved the mailbox. */
export interface MailboxAccount {
  /** Locks the account that has the address unproved, if there is one. Lock order: user, then organization, then {@link obtain}. */
  lock(): Promise<void>;
  /** Creates the account, or takes over the one that was locked. @returns its id */
  obtain(): Promise<string>;
}

/** How often an account that another request created unproved at the same moment is taken over instead. */
const MAX_TRIES = 3;

/**
 * Gives the reader of a mailbox an account with its address. An unproved address reserves nothing (accounts.md rule 3): an account that
 * has it is taken over.
 */
@Injectable()
export class MailboxAccounts {
  constructor(
    private readonly prisma: PrismaService,
    private readonly proofs: MailboxProofsService,
    private readonly management: ManagementService,
    private readonly audit: AuditService,
  ) {}

  /**
   * Runs `work` in one transaction, in which the account is obtained.
   *
   * @throws what `work` throws; a violation of `UserEmail_owner_key` when an account has proved the address
   */
  async provide<T>(
    address: string,
    request: AccountRequest,
    work: (account: MailboxAccount) => Promise<T>,
  ): Promise<T> {
    for (let tries = 1; ; tries++) {
      try {
        return await this.prisma.transaction(() => work(this.accountOf(address, request)));
      } catch (error) {
        const isTaken = violatedConstraint(error) === 'UserEmail_owner_key';
        if (!isTaken || tries === MAX_TRIES || (await this.holderOf(address)) === undefined) {
          throw error;
        }
      }
    }
  }

  private accountOf(address: string, request: AccountRequest): MailboxAccount {
    let holder: string | undefined;
    return {
      lock: async () => {
        holder = await this.lockHolder(address);
      },
      obtain: () => (holder === undefined ? this.create(address, request) : this.takeOver(holder, address, request)),
    };
  }

  private async lockHolder(address: string): Promise<string | undefined> {
    const holder = await this.holderOf(address);
    if (holder === undefined || !(await lockUser(this.prisma, holder))) {
      return undefined;
    }
    // The address may have been proved, or moved, before the lock.
    return (await this.holderOf(address)) === holder ? holder : undefined;
  }

  private async holderOf(address: string): Promise<string | undefined> {
    const holder = await this.prisma.db.userEmail.findFirst({
      where: { address, isPrimary: true, verifiedAt: null },
      select: { userId: true },
    });
    return holder?.userId;
  }

  private async create(address: string, request: AccountRequest): Promise<string> {
    const { passwordHash, defaultLocale, ...about } = request;
    const id = newId();
    const by = { createdBy: id, updatedBy: id };
    await this.prisma.db.user.create({
      data: {
        id,
        ...about,
        locale: about.locale ?? defaultLocale,
        displayName: displayNameOf(about, address),
        status: 'active',
        ...passwordOf(passwordHash),
        ...by,
        emails: { create: { address, isPrimary: true, verifiedAt: await this.prisma.now(), ...by } },
      },
    });
    await this.audit.record({ action: 'user.registered', actor: { kind: 'user', id }, target: id });
    return id;
  }

  /** The memberships stay, and no organization manages the account any more. Names and a language that the owner does not give stay as well. */
  private async takeOver(id: string, address: string, request: AccountRequest): Promise<string> {
    const { passwordHash, defaultLocale, ...about } = request;
    await this.proofs.prove(id, address);
    await this.management.confine({ kind: 'user', id }, id);
    const { displayName, givenName, familyName } = about;
    const { locale } = await this.prisma.db.user.findUniqueOrThrow({ where: { id }, select: { locale: true } });
    const hasName = (displayName ?? givenName ?? familyName) !== undefined;
    await this.prisma.db.user.update({
      where: { id },
      data: {
        ...about,
        locale: about.locale ?? locale ?? defaultLocale,
        ...(hasName && { displayName: displayNameOf(about, address) }),
        ...passwordOf(passwordHash),
        ...changedBy({ id }),
      },
    });
    await this.audit.record({ action: 'account.taken_over', actor: { kind: 'user', id }, target: id });
    return id;
  }
}

function passwordOf(passwordHash: string | null): { passwordHash: string | null; passwordChangeRequired: boolean } {
  return { passwordHash, passwordChangeRequired: passwordHash === null };
}
