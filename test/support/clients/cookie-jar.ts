import type { Response } from 'supertest';
import type { Client } from './client.js';

/** A cookie as an answer sets it. */
export interface Cookie {
  readonly value: string;
  /** As they were written, in their order. */
  readonly attributes: readonly string[];
}

/** The cookies an answer sets, by their names. */
export function cookiesOf({ headers }: Response): ReadonlyMap<string, Cookie> {
  const lines = (headers['set-cookie'] ?? []) as unknown as string[];
  return new Map(
    lines.map((line) => {
      const [pair = '', ...attributes] = line.split('; ');
      const [name = ''] = pair.split('=', 1);
      return [name, { value: pair.slice(name.length + 1), attributes }];
    }),
  );
}

/** A browser: keeps the cookies it is given, and sends them. */
export class CookieJar {
  private readonly cookies = new Map<string, string>();

  constructor(private readonly client: Client) {}

  /** Another browser with the same cookies, as a thief makes it. @param names of the cookies; all unless told otherwise */
  copy(...names: string[]): CookieJar {
    const copy = new CookieJar(this.client);
    for (const [name, value] of this.cookies) {
      if (names.length === 0 || names.includes(name)) {
        copy.cookies.set(name, value);
      }
    }
    return copy;
  }

  set(name: string, value: string): void {
    this.cookies.set(name, value);
  }

  get(name: string): string | undefined {
    return this.cookies.get(name);
  }

  async post(path: string, body: unknown): Promise<Response> {
    const header = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await this.client.with('cookie', header || undefined).post(path, body);
    for (const [name, { value }] of cookiesOf(response)) {
      this.cookies.set(name, value);
    }
    return response;
  }
}
