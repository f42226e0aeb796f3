import { generate } from 'otplib';
import type { Client } from '../clients/client.js';

/** Seconds of a time step (RFC 6238, section 5.2). */
const STEP = 30;

/** An authenticator app, with the clock as it stood when the code was scanned: steps keep their numbers during a test. */
export class AuthenticatorApp {
  private constructor(
    readonly secret: string,
    private readonly epoch: number,
  ) {}

  /**
   * Its clock is a step ahead, so that its step and the one before are good for the 30 to 60 seconds until its step ends.
   *
   * @param otpauthUri what the QR code says
   */
  static scan(otpauthUri: string): AuthenticatorApp {
    return new AuthenticatorApp(secretOf(otpauthUri), now() + STEP);
  }

  /** {@link scan} with a clock that is right, for a test that has stopped it. */
  static scanOnTime(otpauthUri: string): AuthenticatorApp {
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

/** Stops the clock that codes go by, so that no step ends. @returns a function that lets it go on */
export function stopClock(): () => void {
  const running = Date.now;
  const stopped = running();
  Date.now = () => stopped;
  return () => {
    Date.now = running;
  };
}
