import { Injectable } from '@nestjs/common';
import { Config } from '../core/config/config.js';
import { isId } from '../core/ids/ids.js';
import { Database, type Statement } from '../core/prisma/database.js';
import { inOrder, SharedRead } from '../core/prisma/shared-read.js';
import { hashKey, isWellFormedKey } from './api-key.js';
import { LastUse } from './last-use.js';
import type { Caller, OrganizationChoice } from './caller.js';
import { permissionsOf } from './roles.js';
import { PERMISSIONS } from './scopes.js';
import {
  BY_KEY,
  type KeyRow,
  type MaybeAccessRow,
  ORGANIZATION_BY_ID,
  ORGANIZATION_BY_SLUG,
  type OrganizationRow,
  SESSION_STATEMENTS,
  type SessionRow,
} from './who-is-calling.queries.js';

const SLUG = /^[a-z0-9-]{2,48}$/;

/** Names no organization. */
const NONE = '';

/**
 * Text that is neither a slug nor an id is not looked up: PostgreSQL refuses NUL, and all requests that share the
 * statement would fail.
 */
function nameOf(choice: OrganizationChoice | undefined): string | null {
  if (choice === undefined) {
    return null;
  }
  return isId(choice.name) || SLUG.test(choice.name) ? choice.name : NONE;
}

/** What root is in an organization. */
const NOBODY = { membershipId: null, state: 'Active', appRole: null, role: null, permissions: null } as const;

interface SessionKey {
  readonly id: string;
  readonly tokenId: string;
  readonly choice: string | null;
}

/** Finds the owner of a credential and the owner's rights in the organization of the request. */
@Injectable()
export class WhoIsCalling {
  private readonly sessions = {
    active: this.sharedBy(SESSION_STATEMENTS.active),
    id: this.sharedBy(SESSION_STATEMENTS.id),
    slug: this.sharedBy(SESSION_STATEMENTS.slug),
  };

  constructor(
    private readonly database: Database,
    private readonly config: Config,
    private readonly lastUse: LastUse,
  ) {}

  /** The caller behind a session token that was already verified; undefined when the session ended. */
  async bySession(
    sessionId: string,
    tokenId: string,
    choice: OrganizationChoice | undefined,
  ): Promise<Caller | undefined> {
    const row = await this.readSession(sessionId, tokenId, nameOf(choice));
    if (!row) {
      return undefined;
    }
    this.lastUse.ofSession(row.sessionId, row);
    return {
      kind: 'user',
      id: row.userId,
      session: {
        id: row.sessionId,
        tokenId,
        authTime: row.authTime,
        readAt: row.readAt,
        expiresAt: row.expiresAt,
        stepUpAt: row.stepUpAt,
        amr: row.amr,
        passwordChangeRequired: row.passwordChangeRequired,
      },
      apiKey: null,
      locale: row.locale,
      access: accessOf(row),
    };
  }

  /**
   * The caller behind an API key, without access when the request names another organization than the key's; undefined
   * when the key is mistyped, unknown or expired, or its owner may not call.
   */
  async byKey(key: string, choice: OrganizationChoice | undefined): Promise<Caller | undefined> {
    if (!isWellFormedKey(key)) {
      return undefined;
    }
    const [row] = await this.database.query<KeyRow>(BY_KEY, [hashKey(key), nameOf(choice)]);
    if (!row) {
      return undefined;
    }
    this.lastUse.ofKey(row.apiKeyId, row);
    const shared = {
      session: null,
      apiKey: { id: row.apiKeyId, scopes: row.scopes },
      locale: row.locale,
      access: row.chosen ? accessOf(row) : null,
    };
    return row.serviceAccountId === null
      ? { kind: 'user', id: row.userId ?? '', ...shared }
      : { kind: 'serviceAccount', id: row.serviceAccountId, ...shared };
  }

  private readSession(id: string, tokenId: string, choice: string | null): Promise<SessionRow | undefined> {
    if (choice === null) {
      return this.sessions.active.get({ id, tokenId, choice });
    }
    return isId(choice)
      ? this.sessions.id.get({ id, tokenId, choice })
      : this.sessions.slug.get({ id, tokenId, choice });
  }

  private sharedBy(statement: Statement): SharedRead<SessionKey, SessionRow> {
    return new SharedRead(async (keys) =>
      inOrder(
        await this.database.query<SessionRow>(statement, [
          this.config.session.idle,
          keys.map(({ id }) => id),
          keys.map(({ tokenId }) => tokenId),
          keys.map(({ choice }) => choice),
        ]),
      ),
    );
  }

  /** Root, in the organization it chose. */
  async byRootKey(choice: OrganizationChoice | undefined): Promise<Caller> {
    const name = nameOf(choice);
    const statement = name !== null && isId(name) ? ORGANIZATION_BY_ID : ORGANIZATION_BY_SLUG;
    const [row] = name === null ? [] : await this.database.query<OrganizationRow>(statement, [name]);
    const access = row && accessOf({ ...row, ...NOBODY });
    return { kind: 'root', id: 'root', session: null, apiKey: null, locale: null, access: access ?? null };
  }
}

function accessOf(row: MaybeAccessRow): Caller['access'] {
  if (row.organizationId === null || row.slug === null || row.organizationName === null || row.state === null) {
    return null;
  }
  return {
    active: row.state === 'Active',
    archived: row.organizationStatus === 'archived',
    organization: {
      id: row.organizationId,
      slug: row.slug,
      name: row.organizationName,
      membershipId: row.membershipId,
      role: row.role,
      appRole: row.appRole,
      permissions: row.role === null ? PERMISSIONS : permissionsOf(row.role, row.permissions ?? []),
    },
  };
}
