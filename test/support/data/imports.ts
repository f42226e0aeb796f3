import type { TestApp } from '../app/app.js';
import type { Organization, Person } from './factory.js';

/** The media type of reports, and of one kind of list. */
export const NDJSON = 'application/x-ndjson';
/** The media type of the other kind of list. */
export const CSV = 'text/csv';
/** The path of imports. */
export const IMPORT = '/api/v1/org/users/import';
/** The path of exports. */
export const EXPORT = '/api/v1/org/users/export';

/** The report about one line. */
export interface Report {
  line: number;
  status: string;
  email?: string;
  id?: string;
  errors?: { pointer: string; code: string; detail: string }[];
}

type Body = string | Uint8Array<ArrayBuffer>;
type Init = Omit<RequestInit, 'headers'> & { type?: string; token?: string; headers?: Record<string, string> };

/** An organization with an administrator who imports and exports its users. */
export class Importer {
  private constructor(
    private readonly app: TestApp,
    readonly organization: Organization,
    readonly boss: Person,
    readonly membership: { id: string },
    /** Of the administrator's session. */
    readonly token: string,
  ) {}

  /** Makes a new organization and its administrator. */
  static async in(app: TestApp): Promise<Importer> {
    const organization = await app.factory.organization({ name: 'Import Ltd' });
    const boss = await app.factory.person();
    const roles = { role: 'OrganizationAdmin', appRole: 'AppAdmin' } as const;
    const membership = await app.factory.membership(boss, organization, roles);
    return new Importer(app, organization, boss, membership, (await app.signedIn(boss)).token);
  }

  /** Calls as the administrator, in the organization. */
  call(path: string, { type, token = this.token, headers, ...rest }: Init = {}): Promise<Response> {
    return fetch(this.app.baseUrl + path, {
      ...rest,
      headers: {
        authorization: `Bearer ${token}`,
        'x-org': this.organization.slug,
        ...(type === undefined ? {} : { 'content-type': type }),
        ...headers,
      },
    });
  }

  /** Imports a list and expects a report. */
  async send(type: string, body: Body, query = '?sendMail=false'): Promise<Report[]> {
    const response = await this.call(IMPORT + query, { method: 'POST', type, body });
    const text = await response.text();
    expect({ status: response.status, text: response.status === 200 ? '' : text }).toEqual({ status: 200, text: '' });
    expect(response.headers.get('content-type')).toBe(NDJSON);
    return linesOf(text);
  }

  /** Imports a list and expects a refusal of this status. @returns its problem */
  async refused(type: string, body: Body, status: number): Promise<{ code: string; errors?: unknown[] }> {
    const response = await this.call(IMPORT, { method: 'POST', type, body });
    expect(response.status).toBe(status);
    return (await response.json()) as { code: string; errors?: unknown[] };
  }
}

/** The lines of a report. */
export function linesOf(text: string): Report[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Report);
}

/** A list of these rows. */
export function ndjson(...rows: unknown[]): string {
  return rows.map((row) => `${JSON.stringify(row)}\n`).join('');
}

/** The status of each line, and where its errors are. */
export function statuses(reports: readonly Report[]): unknown[] {
  return reports.map(({ line, status, errors }) =>
    errors ? [line, status, ...errors.map(({ pointer, code }) => `${pointer} ${code}`)] : [line, status],
  );
}
