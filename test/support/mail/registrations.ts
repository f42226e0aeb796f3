import type { Response } from 'supertest';
import { TestApp } from '../app/app.js';
import { next, PASSWORD } from '../data/factory.js';
import type { CaughtMail, MailCatcher } from './mail-catcher.js';

const CONFIRM = 'Confirm your e-mail address';

/** An app whose mails are caught, and newcomers who register there. */
export class Registrations {
  private constructor(readonly app: TestApp) {}

  static async start(): Promise<Registrations> {
    return new Registrations(await TestApp.start());
  }

  get catcher(): MailCatcher {
    return this.app.mails;
  }

  stop(): Promise<void> {
    return this.app.stop();
  }

  /** An address that nobody has. */
  newAddress(): string {
    return `newcomer-${next()}@example.com`;
  }

  /** Registers with {@link PASSWORD}, unless told otherwise, and expects the one answer there is to it. */
  async register(email: string, fields: object = {}): Promise<Response> {
    const response = await this.post('register', { email, password: PASSWORD, ...fields });
    const { status, body } = response;
    expect({ status, body }).toEqual({ status: 202, body: { status: 'verification_sent' } });
    return response;
  }

  async confirmationTo(email: string): Promise<CaughtMail> {
    return this.catcher.waitFor({ to: email, subject: CONFIRM });
  }

  /** Registers. @returns the token that was mailed */
  async tokenFor(email: string, fields: object = {}): Promise<string> {
    await this.register(email, fields);
    return (await this.confirmationTo(email)).token;
  }

  /** Opens the link, as a caller who knows the password of the registration. */
  verify(token: unknown, password = PASSWORD): Promise<Response> {
    return this.post('email/verify', { token, password });
  }

  logIn(email: string, password = PASSWORD): Promise<Response> {
    return this.post('login', { email, password });
  }

  /** How many people have the address. */
  peopleWith(address: string): Promise<number> {
    return this.app.prisma.db.user.count({ where: { emails: { some: { address } } } });
  }

  post(path: string, body: object): Promise<Response> {
    return this.app.anonymous.post(`/api/v1/auth/${path}`, body);
  }
}
