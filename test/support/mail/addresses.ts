import type { Response } from 'supertest';
import { TestApp } from '../app/app.js';
import type { Client } from '../clients/client.js';
import { next, type Person } from '../data/factory.js';
import { eventually } from '../time/eventually.js';
import type { CaughtMail, MailCatcher } from './mail-catcher.js';

const PATH = '/api/v1/me/emails';
const CONFIRM = 'Confirm your e-mail address';
const TAKEN = 'You already have an account';
const CHANGED = 'Your e-mail address was changed';

/** An app whose mails are caught, and people who look after their addresses there. */
export class Addresses {
  private constructor(readonly app: TestApp) {}

  /** @param variables of an environment of its own */
  static async start(variables?: Record<string, string>): Promise<Addresses> {
    return new Addresses(await TestApp.start(variables));
  }

  private get catcher(): MailCatcher {
    return this.app.mails;
  }

  stop(): Promise<void> {
    return this.app.stop();
  }

  /** An address that nobody has. */
  newAddress(): string {
    return `another-${next()}@example.com`;
  }

  /** A person who has just signed in. */
  async somebody(fields: Parameters<TestApp['factory']['person']>[0] = {}): Promise<Person & { client: Client }> {
    const person = await this.app.factory.person(fields);
    return { ...person, client: await this.app.signedIn(person) };
  }

  add(client: Client, email: unknown): Promise<Response> {
    return client.post(PATH, { email });
  }

  /** @param email stands in the path as it is, so it is encoded where it must be */
  remove(client: Client, email: string): Promise<Response> {
    return client.delete(`${PATH}/${email}`);
  }

  /** @param email stands in the path as it is, so it is encoded where it must be */
  makePrimary(client: Client, email: string): Promise<Response> {
    return client.post(`${PATH}/${email}/primary`);
  }

  verify(token: string): Promise<Response> {
    return this.app.anonymous.post('/api/v1/auth/email/verify', { token });
  }

  /** Adds a new address. @returns the address, and the token that was mailed to it */
  async added(client: Client, email = this.newAddress()): Promise<{ email: string; token: string }> {
    const { status, body } = await this.add(client, email);
    expect({ status, email: body.email }).toEqual({ status: 201, email });
    return { email, token: await this.tokenTo(email) };
  }

  /** Adds a new address and opens the link. */
  async verified(client: Client, email = this.newAddress()): Promise<string> {
    const { token } = await this.added(client, email);
    expect((await this.verify(token)).status).toBe(204);
    return email;
  }

  /** Opens the link that was mailed to the address. */
  async verifyByMail(email: string): Promise<Response> {
    return this.verify(await this.tokenTo(email));
  }

  async tokenTo(to: string): Promise<string> {
    return (await this.catcher.waitFor({ to, subject: CONFIRM })).token;
  }

  /** The mail that tells the owner of an address that somebody tried to have it. */
  takenNotice(to: string): Promise<CaughtMail> {
    return this.catcher.waitFor({ to, subject: TAKEN });
  }

  /** The mail that tells the old address of the new one. */
  changedNotice(to: string): Promise<CaughtMail> {
    return this.catcher.waitFor({ to, subject: CHANGED });
  }

  /** The mail with a link to choose another password. */
  resetLink(to: string): Promise<CaughtMail> {
    return this.catcher.waitFor({ to, subject: 'Choose a new password' });
  }

  /** Subjects of the mails to the address that were not handed out, once every mail that was written has been sent. */
  async unread(to: string): Promise<string[]> {
    await this.allDone('mail');
    return this.catcher.pending({ to }).map(({ subject }) => subject);
  }

  /** Verified addresses, and those that are not, as the list shows them. */
  async listed(client: Client): Promise<{ verified: string[]; unverified: string[] }> {
    const items: { email: string; verifiedAt: string | null }[] = (await client.get(PATH)).body.items;
    const those = (isVerified: boolean): string[] =>
      items.filter(({ verifiedAt }) => (verifiedAt !== null) === isVerified).map(({ email }) => email);
    return { verified: those(true), unverified: those(false) };
  }

  /** The address the caller is known by. */
  async primaryOf(client: Client): Promise<string> {
    return (await client.get('/api/v1/user')).body.email;
  }

  /** Resolves when no job of the kind waits or runs. */
  async allDone(kind: string): Promise<void> {
    await eventually(async () => (await this.app.prisma.db.job.count({ where: { kind } })) === 0);
  }
}
