import { Injectable } from '@nestjs/common';
import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/server';
import type { SessionInfo, UserPrincipal } from '../../../access/principal.js';
import { StepUp } from '../../../access/step-up.js';
import { lockUser } from '../../../core/prisma/locks.js';
import { newId } from '../../../core/ids/ids.js';
import type { Passkey } from '../../../core/prisma/generated/client.js';
import { PrismaService } from '../../../core/prisma/prisma.service.js';
import { Problem } from '../../../core/problems/problem.js';
import { AuditService } from '../../audit/audit.service.js';
import { SecurityNoticesService } from '../../mails/security-notices.service.js';
import { OneTimeTokensService } from '../../one-time-tokens/one-time-tokens.service.js';
import { FactorsService } from '../factors.service.js';
import { InvalidCode, InvalidPasskey, PasskeyNotFound } from '../sessions.problems.js';
import type { Device, OpenedSession } from '../sessions.service.js';
import { SignInAttempts } from '../protection/sign-in-attempts.js';
import { SignInService } from '../sign-in/sign-in.service.js';
import { StepUpService } from '../second-factor/step-up.service.js';
import { challengeOf, WebAuthn } from './webauthn.js';

/** Seconds an authenticator has to answer. */
const CHALLENGE_TTL_SECONDS = 5 * 60;

/** Passkeys: registered by their owner, then used to sign in and to step up. */
@Injectable()
export class PasskeysService {
  constructor(
    private readonly prisma: PrismaService,
    private readonly webauthn: WebAuthn,
    private readonly tokens: OneTimeTokensService,
    private readonly signIn: SignInService,
    private readonly stepUp: StepUpService,
    private readonly factors: FactorsService,
    private readonly recent: StepUp,
    private readonly attempts: SignInAttempts,
    private readonly audit: AuditService,
    private readonly notices: SecurityNoticesService,
  ) {}

  /** The user's passkeys, oldest first. */
  list(userId: string): Promise<Passkey[]> {
    return this.prisma.db.passkey.findMany({ where: { userId }, orderBy: { id: 'asc' } });
  }

  /** The options with which the browser asks the authenticator for a passkey. */
  async registrationOptions({ id }: UserPrincipal): Promise<PublicKeyCredentialCreationOptionsJSON> {
    const { displayName, emails, passkeys } = await this.prisma.db.user.findUniqueOrThrow({
      where: { id },
      include: { passkeys: true, emails: { where: { isPrimary: true } } },
    });
    const email = emails[0]?.address ?? displayName;
    const options = await this.webauthn.registrationOptions({ id, email, displayName }, passkeys);
    await this.remember('passkey_registration', options.challenge, id);
    return options;
  }

  /** @throws Problem `invalid_passkey`, `passkey_registered`, `step_up_required` */
  async register(principal: UserPrincipal, response: object, name: string): Promise<Passkey> {
    const challenge = challengeOf(response) ?? '';
    const credential = await this.webauthn.verifyRegistration(response, challenge);
    if (!credential) {
      throw new Problem(InvalidPasskey);
    }
    return this.prisma.transaction(async () => {
      await this.useChallenge('passkey_registration', challenge, principal.id, new Problem(InvalidPasskey));
      await this.recent.requireLocked(principal, 'signIn');
      const passkey = await this.prisma.db.passkey.create({
        data: {
          id: newId(),
          userId: principal.id,
          credentialId: credential.id,
          publicKey: new Uint8Array(credential.publicKey),
          counter: credential.counter,
          transports: credential.transports ?? [],
          name,
          createdAt: await this.prisma.now(),
        },
      });
      await this.audit.record({
        action: 'factor.added',
        actor: principal,
        target: { kind: 'passkey', id: passkey.id },
        changes: { name },
      });
      await this.notices.factorAdded(principal.id, 'passkey');
      return passkey;
    });
  }

  /**
   * Removes the passkey, and what depended on it: {@link FactorsService.removed}.
   *
   * @throws Problem `passkey_not_found` also for a passkey of another user; `step_up_required`
   */
  remove(principal: UserPrincipal, id: string): Promise<void> {
    return this.prisma.transaction(async () => {
      await this.recent.requireLocked(principal, 'signIn');
      const { count } = await this.prisma.db.passkey.deleteMany({ where: { id, userId: principal.id } });
      if (count === 0) {
        throw new Problem(PasskeyNotFound);
      }
      await this.audit.record({ action: 'factor.removed', actor: principal, target: { kind: 'passkey', id } });
      await this.factors.removed(principal.id, 'passkey');
    });
  }

  /** The options with which the browser asks the authenticator to sign in, or to step up that user. */
  async authenticationOptions(user?: UserPrincipal): Promise<PublicKeyCredentialRequestOptionsJSON> {
    const own = user ? await this.list(user.id) : [];
    const options = await this.webauthn.authenticationOptions(own.map(({ credentialId }) => credentialId));
    await this.remember('passkey_authentication', options.challenge, user?.id);
    return options;
  }

  /** Signs in with a passkey: possession and user verification are two factors in one. @throws Problem `invalid_code` */
  async authenticate(response: object, device: Device): Promise<OpenedSession> {
    const passkey = await this.find(response);
    return this.attempts.watch(passkey, 'passkey', async () => {
      const verified = await this.verify(passkey, response, { isUserKnown: false });
      return this.prisma.transaction(async () => {
        await this.use(verified, response, null);
        return this.signIn.open(verified.userId, ['hwk', 'user', 'mfa'], device);
      });
    });
  }

  /** Steps up the caller's session with one of the caller's passkeys. @throws Problem `invalid_code` */
  stepUpWith(principal: UserPrincipal & { session: SessionInfo }, response: object): Promise<OpenedSession> {
    return this.attempts.watch({ userId: principal.id }, 'passkey', async () => {
      const passkey = await this.find(response);
      const own = passkey?.userId === principal.id ? passkey : undefined;
      const verified = await this.verify(own, response, { isUserKnown: true });
      return this.prisma.transaction(async () => {
        await this.use(verified, response, principal.id);
        return this.stepUp.complete(principal, principal.session, 'passkey');
      });
    });
  }

  /** The passkey that an authenticator answers for. */
  private async find(response: object): Promise<Passkey | undefined> {
    const { id: credentialId } = response as { id?: unknown };
    if (!isBase64Url(credentialId)) {
      return undefined;
    }
    return (await this.prisma.db.passkey.findUnique({ where: { credentialId } })) ?? undefined;
  }

  /** Checks an authenticator's answer. @throws Problem `invalid_code`, also without a passkey it could be of */
  private async verify(
    passkey: Passkey | undefined,
    response: object,
    { isUserKnown }: { isUserKnown: boolean },
  ): Promise<Passkey & { newCounter: number }> {
    const challenge = challengeOf(response) ?? '';
    const newCounter = passkey && (await this.webauthn.verifyAuthentication(response, challenge, passkey, isUserKnown));
    if (!passkey || newCounter === undefined) {
      throw new Problem(InvalidCode);
    }
    return { ...passkey, newCounter };
  }

  /**
   * Uses the challenge, then locks the user and raises the counter. A counter that does not grow shows a copied authenticator.
   */
  private async use(
    { id, userId: ownerId, newCounter }: Passkey & { newCounter: number },
    response: object,
    userId: string | null,
  ): Promise<void> {
    await this.useChallenge('passkey_authentication', challengeOf(response) ?? '', userId, new Problem(InvalidCode));
    await lockUser(this.prisma, ownerId);
    const { count } = await this.prisma.db.passkey.updateMany({
      where: { id, OR: [{ counter: { lt: newCounter } }, { counter: 0 }] },
      data: { counter: newCounter, lastUsedAt: await this.prisma.now() },
    });
    if (count === 0) {
      throw new Problem(InvalidCode);
    }
  }

  private async remember(purpose: ChallengePurpose, challenge: string, userId: string | undefined): Promise<void> {
    const owner = userId === undefined ? {} : { userId };
    await this.tokens.register(challenge, {
      purpose,
      lifetime: CHALLENGE_TTL_SECONDS,
      createdBy: userId ?? 'anonymous',
      ...owner,
    });
  }

  /** A challenge is used once, and only by the user of the challenge. */
  private async useChallenge(
    purpose: ChallengePurpose,
    challenge: string,
    userId: string | null,
    refusal: Problem,
  ): Promise<void> {
    const used = await this.tokens.consume(purpose, challenge).catch((error: unknown) => {
      throw error instanceof Problem ? refusal : error;
    });
    if (used.userId !== userId) {
      throw refusal;
    }
  }
}

type ChallengePurpose = 'passkey_registration' | 'passkey_authentication';

/** Anything else is no credential's id, and some of it no text that PostgreSQL takes. */
function isBase64Url(id: unknown): id is string {
  return typeof id === 'string' && /^[\w-]+$/.test(id);
}
