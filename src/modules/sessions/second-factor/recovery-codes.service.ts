import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { UserPrincipal } from '../../../access/principal.js';
import { StepUp } from '../../../access/step-up.js';
import { newId } from '../../../core/ids/ids.js';
import { PrismaService } from '../../../core/prisma/prisma.service.js';
import { Problem } from '../../../core/problems/problem.js';
import { typedCode } from '../../../core/validation/typed-code.js';
import { AuditService } from '../../audit/audit.service.js';
import { SecurityNoticesService } from '../../mails/security-notices.service.js';
import { InvalidCode, NoSecondFactor } from '../sessions.problems.js';
import { TrustedDevicesService } from '../devices/trusted-devices.service.js';

const HOW_MANY = 10;

/** Crockford's base 32: no letters that look like digits. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 24;

/** Codes that sign in when the second factor is lost. Each works once, and they exist only beside a factor (accounts.md rule 4). */
@Injectable()
export class RecoveryCodesService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly stepUp: StepUp,
    private readonly trustedDevices: TrustedDevicesService,
    private readonly audit: AuditService,
    private readonly notices: SecurityNoticesService,
  ) {}

  /**
   * Gives the caller new codes.
   *
   * @returns the codes, which cannot be read again
   * @throws Problem `no_second_factor`, `step_up_required`
   */
  renew(principal: UserPrincipal): Promise<string[]> {
    return this.prisma.transaction(async () => {
      await this.stepUp.requireLocked(principal, 'stepUp');
      if (!(await this.stepUp.hasFactor(principal.id))) {
        throw new Problem(NoSecondFactor);
      }
      const target = { kind: 'recovery_codes', id: principal.id } as const;
      await this.audit.record({ action: 'factor.added', actor: principal, target, changes: {} });
      await this.notices.factorAdded(principal.id, 'recovery_codes');
      return this.replace(principal.id);
    });
  }

  /**
   * Creates ten new codes in the running transaction, which has locked the user. The old codes and all trusted devices end.
   *
   * @returns the codes, which cannot be read again
   */
  async replace(userId: string): Promise<string[]> {
    const codes = Array.from({ length: HOW_MANY }, draw);
    await this.trustedDevices.revokeAll(userId);
    await this.prisma.db.recoveryCode.deleteMany({ where: { userId } });
    await this.prisma.db.recoveryCode.createMany({
      data: codes.map((code) => ({ id: newId(), userId, codeHash: hash(code) })),
    });
    return codes;
  }

  /** Uses a code; of many callers with the same code at once, exactly one succeeds. @throws Problem `invalid_code` */
  async accept(userId: string, code: string): Promise<void> {
    const { count } = await this.prisma.db.recoveryCode.updateMany({
      where: { userId, codeHash: hash(code), usedAt: null },
      data: { usedAt: await this.prisma.now() },
    });
    if (count === 0) {
      throw new Problem(InvalidCode);
    }
    const left = await this.prisma.db.recoveryCode.count({ where: { userId, usedAt: null } });
    await this.notices.recoveryCodeUsed(userId, left);
  }
}

/** 120 bits, in six groups of four: `K3ZT-9QPM-…`. */
function draw(): string {
  const letters = Array.from(randomBytes(LENGTH), (byte) => ALPHABET.charAt(byte % ALPHABET.length)).join('');
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** People type O for 0, and I or L for 1: letters that the alphabet lacks. Turkish keyboards have a dotted capital. */
function hash(code: string): Uint8Array<ArrayBuffer> {
  const plain = typedCode(code)
    .replaceAll('O', '0')
    .replace(/[İIL|]/g, '1');
  return new Uint8Array(createHash('sha256').update(plain).digest());
}
