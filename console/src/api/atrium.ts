import { type Atrium, createAtrium } from '@atrium/client';
import { currentOrganization } from './current-organization.ts';
import { PUBLIC_PATH } from './place.ts';
import { send, sendWithPrompts } from './send.ts';

const OPTIONS = {
  baseUrl: `${location.origin}${PUBLIC_PATH}`,
  cookies: true,
  language: () => document.documentElement.lang,
  organization: currentOrganization,
} as const;

/** The API for signed-in users. A request that needs a sign-in or a step-up waits for the dialog. */
export const atrium = createAtrium({ ...OPTIONS, fetch: sendWithPrompts });

/** The API for signed-in users, with another way to send requests, for example to read a long answer while it arrives. */
export const atriumOver = (fetch: (request: Request) => Promise<Response>): Atrium =>
  createAtrium({ ...OPTIONS, fetch });

/** The API for pages without a session, and for the dialogs themselves. Refusals are the page’s to show. */
export const publicAtrium = createAtrium({ ...OPTIONS, fetch: send });
