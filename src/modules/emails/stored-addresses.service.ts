import { Injectable, Logger } from '@nestjs/common';
import { lockUser } from '../../core/prisma/locks.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { isAddress, normalizeAddress } from '../../core/validation/address.js';
import {
  type Copies,
  formlessAddresses,
  formlessCopies,
  ownersOf,
  renewCopies,
  type StoredAddress,
} from './stored-addresses.queries.js';

/** Rows of a page. */
const PAGE = 500;

/** Accounts that would have the same address. */
export interface AddressConflict {
  readonly userIds: readonly string[];
}

/** Accounts that own an address of this form, or would own it, by the form. */
type Claims = Map<string, Set<string>>;

/**
 * Brings addresses that were stored before into the form that {@link normalizeAddress} gives them now. UTS 46 cannot be run in
 * SQL, so this is done at each start and not by a migration; later starts find nothing to do.
 */
@Injectable()
export class StoredAddressesService {
  private readonly logger = new Logger('Addresses');
  private found: readonly AddressConflict[] = [];

  constructor(private readonly prisma: PrismaService) {}

  /** The accounts that the last {@link renew} left as they were, because they would have the same address. */
  get conflicts(): readonly AddressConflict[] {
    return this.found;
  }

  /**
   * Gives every stored address its form, in one transaction each. Addresses of two accounts that would become the same are
   * left as they are, and logged with the ids of the accounts. A failure is logged and does not keep the service from starting.
   */
  async renew(): Promise<void> {
    try {
      const conflicts = await this.conflictingClaims();
      this.found = [...conflicts.values()].map((userIds) => ({ userIds: [...userIds].sort() }));
      for (const { userIds } of this.found) {
        this.logger.warn(`Accounts that would have the same address were left as they are: ${userIds.join(', ')}`);
      }
      await this.renewTable('Invitation', conflicts);
      await this.renewTable('OneTimeToken', conflicts);
      for await (const stored of this.changing()) {
        if (!stored.isOwned || !conflicts.has(stored.form)) {
          await this.change(stored, stored.form);
        }
      }
    } catch (error) {
      this.logger.error('Stored addresses were not all given their form. The next start tries again', error);
    }
  }

  /** Forms that several accounts own or would own. Only what changes is kept in memory. */
  private async conflictingClaims(): Promise<Claims> {
    const claims: Claims = new Map();
    for await (const { userId, isOwned, form } of this.changing()) {
      if (isOwned) {
        claims.set(form, (claims.get(form) ?? new Set()).add(userId));
      }
    }
    const forms = [...claims.keys()];
    for (let at = 0; at < forms.length; at += PAGE) {
      for (const { userId, address } of await this.prisma.query(ownersOf(forms.slice(at, at + PAGE)))) {
        claims.get(address)?.add(userId);
      }
    }
    return new Map([...claims].filter(([, userIds]) => userIds.size > 1));
  }

  /** The stored addresses that have another form. */
  private async *changing(): AsyncGenerator<StoredAddress & { readonly form: string }> {
    let page: StoredAddress[] = [];
    do {
      page = await this.prisma.query(formlessAddresses(page.at(-1), PAGE));
      for (const stored of page) {
        const form = formOf(stored.address);
        if (form !== undefined) {
          yield { ...stored, form };
        }
      }
    } while (page.length === PAGE);
  }

  /** An account that has the address in both forms keeps one: with what either of them had proved. */
  private change({ userId, address: old }: StoredAddress, address: string): Promise<void> {
    return this.prisma.transaction(async () => {
      await lockUser(this.prisma, userId);
      const { userEmail } = this.prisma.db;
      const [before, same] = await Promise.all([
        userEmail.findUnique({ where: { userId_address: { userId, address: old } } }),
        userEmail.findUnique({ where: { userId_address: { userId, address } } }),
      ]);
      if (!before) {
        return;
      }
      if (!same) {
        await userEmail.update({ where: { userId_address: { userId, address: old } }, data: { address } });
        return;
      }
      await userEmail.delete({ where: { userId_address: { userId, address: old } } });
      await userEmail.update({
        where: { userId_address: { userId, address } },
        data: {
          isPrimary: before.isPrimary || same.isPrimary,
          verifiedAt: same.verifiedAt ?? before.verifiedAt,
        },
      });
    });
  }

  private async renewTable(table: Copies, conflicts: Claims): Promise<void> {
    let page: { email: string }[] = [];
    do {
      page = await this.prisma.query(formlessCopies(table, page.at(-1)?.email ?? '', PAGE));
      for (const { email } of page) {
        const form = formOf(email);
        if (form !== undefined && !conflicts.has(form)) {
          await this.prisma.execute(renewCopies(table, email, form));
        }
      }
    } while (page.length === PAGE);
  }
}

/** The form of a stored address, or undefined when it has it already or is no address today. */
function formOf(address: string): string | undefined {
  const form = normalizeAddress(address);
  return form !== address && isAddress(form) ? form : undefined;
}
