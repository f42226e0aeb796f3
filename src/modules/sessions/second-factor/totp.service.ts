import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { UserPrincipal } from '../../../access/principal.js';
import { StepUp } from '../../../access/step-up.js';
import { Encryption } from '../../../core/crypto/encryption.js';
import { SealedColumns } from '../../../core/crypto/sealed-columns.js';
import { PrismaService } from '../../../core/prisma/prisma.service.js';
import { Problem } from '../../../core/problems/problem.js';
import { AuditService } from '../../audit/audit.service.js';
import { SecurityNoticesService } from '../../mails/security-notices.service.js';
import { FactorsService } from '../factors.service.js';
import { RecoveryCodesService } from './recovery-codes.service.js';
import { InvalidCode, TotpActive, TotpNotSetUp } from '../sessions.problems.js';
import { replaceSecret, useStep } from './totp.queries.js';

const ISSUER = 'Atrium';

/** Seconds of a time step, and how far a client's clock may be off (RFC 6238, section 5.2: one step). */
const STEP = 30;

/** Binds the sealed secret to its column and owner. */
const sealedFor = (userId: string): string => `totp:${userId}`;

/** Codes of an authenticator app (RFC 6238). */
@Injectable()
export class TotpService implements OnModuleInit {
  constructor(
    private readonly prisma: PrismaService,
    private readonly encryption: Encryption,
    private readonly stepUp: StepUp,
    private readonly factors: FactorsService,
    private readonly recoveryCodes: RecoveryCodesService,
    private readonly audit: AuditService,
    private readonly notices: SecurityNoticesService,
    private readonly sealed: SealedColumns,
  ) {}

  onModuleInit(): void {
    const column = 'secretEncrypted';
    this.sealed.register({ table: 'Totp', id: 'userId', column, purposeFrom: 'userId', purposeOf: sealedFor });
  }

  /**
   * Draws a secret, which counts only once a code made with it was accepted.
   *
   * @throws Problem `totp_active` when there is one already: it must be removed first; `step_up_required`
   */
  async setUp(principal: UserPrincipal): Promise<{ secret: string; otpauthUri: string; qrCode: string }> {
    const { generateSecret, generateURI } = await codes();
    const secret = generateSecret();
    const label = await this.prisma.transaction(async () => {
      await this.stepUp.requireLocked(principal, 'signIn');
      await this.storeSecret(principal.id, secret);
      return this.primaryAddress(principal.id);
    });
    const otpauthUri = generateURI({ issuer: ISSUER, label, secret });
    return { secret, otpauthUri, qrCode: await qrCodeOf(otpauthUri) };
  }

  /**
   * Makes the secret count. @returns fresh recovery codes
   *
   * @throws Problem `invalid_code`, `totp_not_set_up`, `totp_active`, `step_up_required`
   */
  activate(principal: UserPrincipal, code: string): Promise<string[]> {
    return this.prisma.transaction(async () => {
      await this.stepUp.requireLocked(principal, 'signIn');
      await this.refuseActive(principal.id);
      if ((await this.prisma.db.totp.count({ where: { userId: principal.id } })) === 0) {
        throw new Problem(TotpNotSetUp);
      }
      await this.accept(principal.id, code, { active: false });
      const { count } = await this.prisma.db.totp.updateMany({
        where: { userId: principal.id, activatedAt: null },
        data: { activatedAt: await this.prisma.now() },
      });
      if (count === 0) {
        throw new Problem(TotpActive);
      }
      await this.audit.record({ action: 'factor.added', actor: principal, target: factor(principal.id), changes: {} });
      await this.notices.factorAdded(principal.id, 'totp');
      return this.recoveryCodes.replace(principal.id);
    });
  }

  /** Removes the factor, and what depended on it: {@link FactorsService.removed}. @throws Problem `step_up_required` */
  remove(principal: UserPrincipal): Promise<void> {
    return this.prisma.transaction(async () => {
      await this.stepUp.requireLocked(principal, 'signIn');
      // One that never counted is no news.
      await this.prisma.db.totp.deleteMany({ where: { userId: principal.id, activatedAt: null } });
      const { count } = await this.prisma.db.totp.deleteMany({ where: { userId: principal.id } });
      if (count > 0) {
        await this.audit.record({ action: 'factor.removed', actor: principal, target: factor(principal.id) });
        await this.factors.removed(principal.id, 'totp');
      }
    });
  }

  /**
   * Accepts a code of an active secret; of many callers with the same code at once, exactly one.
   *
   * @throws Problem `invalid_code`
   */
  async accept(userId: string, code: string, { active } = { active: true }): Promise<void> {
    const totp = await this.prisma.db.totp.findUnique({ where: { userId } });
    // The library throws for what cannot be a code.
    if (!totp || (totp.activatedAt !== null) !== active || !/^\d{6}$/.test(code)) {
      throw new Problem(InvalidCode);
    }
    const secret = this.encryption.open(totp.secretEncrypted, sealedFor(userId));
    const { verify } = await codes();
    const epoch = Math.floor((await this.prisma.now()).getTime() / 1000);
    const result = await verify({ secret, token: code, epoch, epochTolerance: STEP });
    const step = result.valid && 'epoch' in result ? Math.floor(result.epoch / STEP) : undefined;
    if (step === undefined || (await this.prisma.execute(useStep(totp, step))) === 0) {
      throw new Problem(InvalidCode);
    }
  }

  private async storeSecret(userId: string, secret: string): Promise<void> {
    const secretEncrypted = this.encryption.seal(secret, sealedFor(userId));
    if ((await this.prisma.execute(replaceSecret(userId, secretEncrypted))) === 0) {
      throw new Problem(TotpActive);
    }
  }

  private async refuseActive(userId: string): Promise<void> {
    if ((await this.prisma.db.totp.count({ where: { userId, activatedAt: { not: null } } })) > 0) {
      throw new Problem(TotpActive);
    }
  }

  private async primaryAddress(userId: string): Promise<string> {
    const address = await this.prisma.db.userEmail.findFirst({ where: { userId, isPrimary: true } });
    return address?.address ?? userId;
  }
}

const factor = (id: string) => ({ kind: 'totp', id }) as const;

/** Loaded for the first code. */
const codes = () => import('otplib');

async function qrCodeOf(text: string): Promise<string> {
  const { toString } = await import('qrcode');
  const svg = await toString(text, { type: 'svg' });
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}
