import { setTimeout } from 'node:timers/promises';
import { generate } from 'otplib';
import type { Client } from './client.js';

/** Seconds of a time step (RFC 6238, section 5.2). */
const STEP = 30;

/** Seconds in which a test is done with its codes, and one that needs the clock to be right. */
const ENOUGH = 10;
const ENOUGH_ON_TIME = 5;

/** An authenticator app, with the clock as it stood when the code was scanned: steps keep their numbers during a test. */
export class AuthenticatorApp {
  private constructor(
    readonly secret: string,
    private readonly epoch: number,
  ) {}

  /**
   * Its step and the one before are good throughout a test: near the end of a step its clock is ahead, in the next one.
   *
   * @param otpauthUri what the QR code says
   */
  static scan(otpauthUri: string): AuthenticatorApp {
    const left = secondsLeft();
    return new AuthenticatorApp(secretOf(otpauthUri), now() + (left < ENOUGH ? left : 0));
  }

  /** {@link scan} with a clock that is right. Waits for the next step near the end of one. */
  static async scanOnTime(otpauthUri: string): Promise<AuthenticatorApp> {
    const left = secondsLeft();
    if (left < ENOUGH_ON_TIME) {
      await setTimeout(left * 1000 + 10);
    }
    return new AuthenticatorApp(secretOf(otpauthUri), now());
  }

  /** The code of the step at which the code was scanned, or of one so many steps later. */
  code(steps = 0): Promise<string> {
    return generate({ secret: this.secret, epoch: this.epoch + steps * STEP });
  }

  /** A code that no step near gives. */
  async wrongCode(): Promise<string> {
    const good = await Promise.all([-2, -1, 0, 1, 2, 3].map((steps) => this.code(steps)));
    return ['111111', '222222', '333333', '444444', '555555', '666666', '777777'].find((c) => !good.includes(c)) ?? '';
  }
}

/** A second factor as its owner has it. */
export interface Enrolled {
  readonly phone: AuthenticatorApp;
  readonly recoveryCodes: readonly string[];
}

/** Sets up an authenticator app through the API. The step before is used for it; its own is still good. */
export async function enrol(client: Client): Promise<Enrolled> {
  const { body } = await client.post('/api/v1/auth/totp/setup');
  const phone = AuthenticatorApp.scan(body.otpauthUri);
  const activated = await client.post('/api/v1/auth/totp/activate', { code: await phone.code(-1) });
  if (activated.status !== 200) {
    throw new Error(`The authenticator app cannot be activated: ${activated.text}`);
  }
  return { phone, recoveryCodes: activated.body.recoveryCodes };
}

function secretOf(otpauthUri: string): string {
  return new URL(otpauthUri).searchParams.get('secret') ?? '';
}

function now(): number {
  return Date.now() / 1000;
}

/** Until the step ends. */
function secondsLeft(): number {
  return STEP - (now() % STEP);
}
