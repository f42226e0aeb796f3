import createClient, { type Middleware } from 'openapi-fetch';
import { type AttemptOptions, Attempts } from './attempts.js';
import { type Calls, callsOf } from './calls.js';
import { contractsOf } from './contracts.js';
import { type Lister, listersOf, type ListPath } from './listing.js';
import type { paths } from './schema.js';

/** A value, or a function that is called for each request. Undefined: the value is not sent. */
export type Setting = string | (() => string | undefined | Promise<string | undefined>);

interface CommonOptions extends AttemptOptions {
  /** The public URL of Atrium. In a browser, a path of the page's own origin is enough; the default is its root. */
  readonly baseUrl?: string;
  /** Slug or id of the organization that requests work in. Lists of the account contract need the slug. */
  readonly organization?: Setting;
  /** The language of texts in answers, for example `pt-BR`. The default is the one of the browser. */
  readonly language?: Setting;
  /** Replaces the global `fetch`. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** How the caller is known. At most one of the three is given; a client without one can call public operations. */
type Credentials =
  | { /** The token of a login. */ readonly token?: Setting; readonly apiKey?: never; readonly cookies?: never }
  | { /** `atr_…`, or the root key. */ readonly apiKey: Setting; readonly token?: never; readonly cookies?: never }
  | {
      /** The browser sends the cookie of a login. */ readonly cookies: true;
      readonly token?: never;
      readonly apiKey?: never;
    };

export type AtriumOptions = CommonOptions & Credentials;

/** The lists by contract. */
type Contracts = ReturnType<typeof contractsOf>;

export interface Atrium extends Calls, Contracts {
  /** Lists what is at a path: `atrium.lists('/api/v1/org/teams').list()`. */
  readonly lists: <P extends ListPath>(path: P) => Lister<P>;
}

/**
 * A client of Atrium.
 *
 * @example
 * ```ts
 * const atrium = createAtrium({ baseUrl: 'https://atrium.example.com', apiKey: 'atr_…', organization: 'auroralabs' });
 * const user = await atrium.get('/api/v1/app/user/{userID}', { params: { path: { userID: 'user_…' } } });
 * for await (const { email } of atrium.app.users.list({ state: ['Active'] })) …
 * ```
 */
export function createAtrium(options: AtriumOptions = {}): Atrium {
  const send = options.fetch ?? ((request: Request) => globalThis.fetch(request));
  const client = createClient<paths>({
    baseUrl: options.baseUrl ?? '',
    credentials: options.cookies ? 'include' : 'omit',
    querySerializer: { array: { style: 'form', explode: false } },
    bodySerializer: serialized,
    fetch: send,
  });
  client.use(identification(options));
  const calls = callsOf(client, new Attempts(options), send);
  const lists = listersOf(calls, () => valueOf(options.organization));
  return { ...calls, ...contractsOf(lists), lists };
}

function valueOf(setting: Setting | undefined): string | undefined | Promise<string | undefined> {
  return typeof setting === 'function' ? setting() : setting;
}

/** Names the caller, the organization and the language in every request. Headers that a call names itself stay. */
function identification({ token, apiKey, organization, language }: AtriumOptions): Middleware {
  return {
    async onRequest({ request, schemaPath }) {
      const credential = await valueOf(token ?? apiKey);
      const name = (header: string, value: string | undefined): void => {
        if (value !== undefined && !request.headers.has(header)) {
          request.headers.set(header, value);
        }
      };
      name('authorization', credential === undefined ? undefined : `Bearer ${credential}`);
      name('accept-language', await valueOf(language));
      // Elsewhere the organization is in the path, or the session's.
      if (/^\/api\/v1\/(?:app|org)\//.test(schemaPath)) {
        name('x-org', await valueOf(organization));
      }
    },
  };
}

/** Objects with a file are sent as a form; text and files as they are; everything else as JSON. */
function serialized(body: unknown): BodyInit {
  if (typeof body === 'string' || body instanceof Blob || body instanceof FormData) {
    return body;
  }
  const entries = Object.entries(body as Record<string, unknown>);
  if (!entries.some(([, value]) => value instanceof Blob)) {
    return JSON.stringify(body);
  }
  const form = new FormData();
  entries.forEach(([name, value]) => {
    form.append(name, value as Blob | string);
  });
  return form;
}
