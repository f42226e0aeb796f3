import { setTimeout } from 'node:timers/promises';
import { generate } from 'otplib';
import type { Client } from './client.js';

/** Seconds of a time step (RFC 6238, section 5.2). */
const STEP = 30;

/** Seconds of a step in which most tests are done. */
const ENOUGH = 6;

/** Seconds to activate an app in, for tests whose other codes may be those of the step before. */
export const BRIEF = 2;

/** An authenticator app, with the clock as it stood when the code was scanned: steps keep their numbers during a test. */
export class AuthenticatorApp {
  private constructor(
    readonly secret: string,
    private readonly epoch: number,
  ) {}

  /**
   * @param otpauthUri what the QR code says
   * @param enough seconds that the step lasts at least from here on
   */
  static async scan(otpauthUri: string, enough = ENOUGH): Promise<AuthenticatorApp> {
    const left = STEP - (now() % STEP);
    if (left < enough) {
      await setTimeout(left * 1000 + 10);
    }
    return new AuthenticatorApp(new URL(otpauthUri).searchParams.get('secret') ?? '', now());
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

/**
 * Sets up an authenticator app through the API. The step before is used for it; this one and the next are still good.
 *
 * @param enough seconds that the step lasts at least from here on
 */
export async function enrol(client: Client, enough = ENOUGH): Promise<Enrolled> {
  const { body } = await client.post('/api/v1/auth/totp/setup');
  const phone = await AuthenticatorApp.scan(body.otpauthUri, enough);
  const activated = await client.post('/api/v1/auth/totp/activate', { code: await phone.code(-1) });
  if (activated.status !== 200) {
    throw new Error(`The authenticator app cannot be activated: ${activated.text}`);
  }
  return { phone, recoveryCodes: activated.body.recoveryCodes };
}

function now(): number {
  return Date.now() / 1000;
}
