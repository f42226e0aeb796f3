import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { UserPrincipal } from '../../access/principal.js';
import { newId } from '../../core/ids/ids.js';
import { PrismaService } from '../../core/prisma/prisma.service.js';
import { Problem } from '../../core/problems/problem.js';
import { AuditService } from '../audit/audit.service.js';
import { SecurityNotices } from './security-notices.js';
import { InvalidCode } from './sessions.problems.js';

const HOW_MANY = 10;

/** Crockford's base 32: no letters that look like digits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/** What signs in when the other factor is lost. Each works once. */
@Injectable()
export class RecoveryCodesService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly audit: AuditService,
    private readonly notices: SecurityNotices,
  ) {}

  /** Gives the caller new codes. @returns the codes, which nobody can read again */
  renew(principal: UserPrincipal): Promise<string[]> {
    return this.prisma.transaction(async () => {
      const target = { kind: 'recovery_codes', id: principal.id };
      await this.audit.record({ action: 'factor.added', actor: principal, target });
      await this.notices.added(principal.id, 'recovery_codes');
      return this.replace(principal.id);
    });
  }

  /** Draws ten new codes; the old ones are dead. @returns the codes, which nobody can read again */
  async replace(userId: string): Promise<string[]> {
    const codes = Array.from({ length: HOW_MANY }, draw);
    await this.prisma.transaction(async () => {
      await this.oneAtATime(userId);
      await this.prisma.db.recoveryCode.deleteMany({ where: { userId } });
      await this.prisma.db.recoveryCode.createMany({
        data: codes.map((code) => ({ id: newId(), userId, codeHash: hash(code) })),
      });
    });
    return codes;
  }

  /** Uses a code; of many callers with the same one at once, exactly one. @throws Problem `invalid_code` */
  async accept(userId: string, code: string): Promise<void> {
    const { count } = await this.prisma.db.recoveryCode.updateMany({
      where: { userId, codeHash: hash(code), usedAt: null },
      data: { usedAt: await this.prisma.now() },
    });
    if (count === 0) {
      throw new Problem(InvalidCode);
    }
  }

  /** Codes stand in for a second factor: with the last one gone they would be a password of their own. */
  async removeUnlessNeeded(userId: string): Promise<void> {
    await this.oneAtATime(userId);
    const [totp, passkeys] = await Promise.all([
      this.prisma.db.totp.count({ where: { userId, activatedAt: { not: null } } }),
      this.prisma.db.passkey.count({ where: { userId } }),
    ]);
    if (totp + passkeys === 0) {
      await this.prisma.db.recoveryCode.deleteMany({ where: { userId } });
    }
  }

  /**
   * Until the running transaction ends: of two at once, neither would see the codes that the other draws, or the factor that
   * the other removes. A lock of its own, for whoever signs in by a code holds that row and then takes the user's.
   */
  private async oneAtATime(userId: string): Promise<void> {
    await this.prisma.db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`recovery_codes:${userId}`}, 0))`;
  }
}

/** 80 bits, in groups of four: `K3ZT-9QPM-…`. */
function draw(): string {
  const letters = Array.from(randomBytes(LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** People type codes in lower case, without the hyphens, and O for 0. */
function hash(code: string): Uint8Array<ArrayBuffer> {
  const plain = code.toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1');
  return new Uint8Array(createHash('sha256').update(plain).digest());
}
