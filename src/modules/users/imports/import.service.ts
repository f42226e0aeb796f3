import { Injectable, Logger } from '@nestjs/common';
import type { OrganizationAccess, Principal } from '../../../access/principal.js';
import { type AppRole, LEAST_ROLE } from '../../../access/roles.js';
import { type BulkTurn, BulkTurns } from '../../../core/bulk/bulk-turns.js';
import { inTurns } from '../../../core/http/in-turns.js';
import { message } from '../../../core/i18n/message.js';
import { isDatabaseUnavailable } from '../../../core/prisma/failures.js';
import { PrismaService } from '../../../core/prisma/prisma.service.js';
import { InternalError, TooManyRequests, Unavailable } from '../../../core/problems/common.problems.js';
import { type InputError, Problem } from '../../../core/problems/problem.js';
import { refusalOfGrant } from '../../../access/granting.js';
import { InvalidRole } from '../../roles/roles.problems.js';
import { RolesService } from '../../roles/roles.service.js';
import { normalizeText } from '../../../core/validation/text.js';
import { type BulkNewcomer, BulkProvisioningService, type Outcome } from './bulk-provisioning.service.js';
import type { ImportRow } from './import-row.js';
import { unreadable } from './import-row.js';
import { ImportWelcomeService } from './import-welcome.service.js';
import type { Newcomer } from '../provisioning/provisioning.service.js';

/** The values of a valid row. */
export interface ImportedPerson extends Newcomer {
  readonly role?: string;
  readonly appRole?: AppRole;
}

/** The result of one row. */
export interface ImportReport {
  readonly line: number;
  /** `failed`: the row was not imported, although it is valid. Send it again. */
  readonly status: 'created' | 'exists' | 'email_taken' | 'invalid' | 'failed';
  readonly email?: string;
  readonly userId?: string;
  readonly errors?: readonly InputError[];
}

/** How an import is done. */
export interface ImportOptions {
  readonly sendMail: boolean;
  /** Makes a person of a row. @throws Problem `validation_failed` */
  readonly validate: (value: unknown) => Promise<ImportedPerson>;
}

/** Rows of an import, blank ones included. */
const MOST_ROWS = 100_000;

/** Characters of the name of a role. */
const LONGEST_ROLE = 100;

/** Rows a transaction: as many as share its cost, and few enough for the lock of the organization to be short. */
const BATCH = 500;

interface Entry {
  readonly line: number;
  readonly newcomer?: BulkNewcomer;
  readonly errors?: readonly InputError[];
}

/**
 * Takes in many users. Each row is on its own: one that is wrong keeps no other from being made. Nothing that is there is
 * changed, so the same rows may be sent again, as after a failure, which ends an import but undoes nothing of it.
 */
@Injectable()
export class ImportService {
  private readonly logger = new Logger('Import');

  constructor(
    private readonly prisma: PrismaService,
    private readonly turns: BulkTurns,
    private readonly provisioning: BulkProvisioningService,
    private readonly roles: RolesService,
    private readonly welcome: ImportWelcomeService,
  ) {}

  /**
   * Reports every row, in order, once its result is committed. Of several imports and exports of an organization, one
   * runs at a time.
   *
   * @throws the errors of the rows; Problem `unavailable` when others of the organization do not end in time
   */
  async *run(
    principal: Principal,
    organization: OrganizationAccess,
    rows: AsyncIterable<ImportRow>,
    options: ImportOptions,
  ): AsyncGenerator<ImportReport> {
    const turn = await this.turns.begin(organization.id);
    try {
      yield* this.runInTurn(turn, principal, organization, rows, options);
    } finally {
      await turn.end();
    }
  }

  private async *runInTurn(
    turn: BulkTurn,
    principal: Principal,
    organization: OrganizationAccess,
    rows: AsyncIterable<ImportRow>,
    { sendMail, validate }: ImportOptions,
  ): AsyncGenerator<ImportReport> {
    const roleOf = this.roleFinder(turn, organization.id);
    let count = 0;
    let created = 0;
    for await (const batch of inBatches(rows)) {
      const entries: Entry[] = [];
      // Rows are validated only once all rows of the batch are read.
      for await (const row of inTurns(batch)) {
        count++;
        if (count > MOST_ROWS) {
          entries.push(unreadable(row.line, 'max_rows', 'input.max_rows', { max: MOST_ROWS }));
          break;
        }
        if (!row.isBlank) {
          entries.push(await this.read(principal, row, roleOf, validate));
        }
      }
      const outcomes = await this.write(turn, principal, organization, entries, sendMail ? created : undefined);
      yield* reportsOf(entries, outcomes);
      if (outcomes instanceof Problem || count > MOST_ROWS) {
        return;
      }
      created += [...outcomes.values()].filter(({ status }) => status === 'created').length;
    }
  }

  private async read(
    principal: Principal,
    { line, value, errors }: ImportRow,
    roleOf: (name: string) => Promise<BulkNewcomer['role']>,
    validate: ImportOptions['validate'],
  ): Promise<Entry> {
    if (errors) {
      return { line, errors };
    }
    try {
      const { role = LEAST_ROLE, appRole = 'AppMember', ...person } = await validate(value);
      const found = await roleOf(role);
      const beyond = [
        ...refusalsAt('/role', refusalOfGrant(principal, { role: found })),
        ...refusalsAt('/appRole', refusalOfGrant(principal, { appRole })),
      ];
      return beyond.length > 0 ? { line, errors: beyond } : { line, newcomer: { ...person, role: found, appRole } };
    } catch (error) {
      const found = errorsOf(error);
      const ofRole = found.some(({ pointer }) => pointer === '/role') ? [] : await errorsOfRole(value?.role, roleOf);
      return { line, errors: [...found, ...ofRole] };
    }
  }

  /**
   * @param mailed how many were mailed before; undefined for no mails.
   * @returns by address, or the problem that prevented all of them
   */
  private async write(
    turn: BulkTurn,
    principal: Principal,
    organization: OrganizationAccess,
    entries: readonly Entry[],
    mailed: number | undefined,
  ): Promise<Map<string, Outcome> | Problem> {
    // The first of several with one address is made; the others then find it.
    const people = new Map(
      entries.flatMap(({ newcomer }) => (newcomer ? [[newcomer.email, newcomer] as const] : [])).reverse(),
    );
    if (people.size === 0) {
      return new Map();
    }
    try {
      return await turn.step(() =>
        this.prisma.transaction(async () => {
          const newcomers = [...people.values()].reverse();
          const isMailed = mailed !== undefined;
          const outcomes = await this.provisioning.create(principal, organization, newcomers, { isMailed });
          if (mailed !== undefined) {
            await this.welcome.queue(principal, organization, createdOf(outcomes), mailed);
          }
          return outcomes;
        }),
      );
    } catch (error) {
      return this.failure(error);
    }
  }

  private failure(error: unknown): Problem {
    if (error instanceof Problem) {
      return error;
    }
    if (isDatabaseUnavailable(error)) {
      return new Problem(Unavailable);
    }
    this.logger.error(error);
    return new Problem(InternalError);
  }

  /** Each role is looked up once an import. */
  private roleFinder(turn: BulkTurn, organizationId: string): (name: string) => Promise<BulkNewcomer['role']> {
    const found = new Map<string, Promise<BulkNewcomer['role']>>();
    return (name) => {
      const role = found.get(name) ?? turn.step(() => this.roles.find(organizationId, name));
      found.set(name, role);
      return role;
    };
  }
}

async function* inBatches(rows: AsyncIterable<ImportRow>): AsyncGenerator<ImportRow[]> {
  let batch: ImportRow[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length === BATCH) {
      yield batch;
      batch = [];
    }
  }
  if (batch.length > 0) {
    yield batch;
  }
}

function createdOf(outcomes: Map<string, Outcome>): { userId: string; email: string }[] {
  return [...outcomes].flatMap(([email, outcome]) =>
    outcome.status === 'created' ? [{ email, userId: outcome.userId }] : [],
  );
}

function* reportsOf(entries: readonly Entry[], outcomes: Map<string, Outcome> | Problem): Generator<ImportReport> {
  const told = new Set<string>();
  for (const { line, newcomer, errors } of entries) {
    if (!newcomer) {
      yield { line, status: 'invalid', ...(errors && { errors }) };
    } else if (outcomes instanceof Problem) {
      const { type } = outcomes;
      yield { line, status: 'failed', email: newcomer.email, errors: [failureOf(type.code)] };
    } else {
      yield { line, email: newcomer.email, ...outcomeOf(newcomer.email, outcomes, told) };
    }
  }
}

function outcomeOf(
  email: string,
  outcomes: Map<string, Outcome>,
  told: Set<string>,
): Pick<ImportReport, 'status' | 'userId' | 'errors'> {
  const outcome = outcomes.get(email);
  if (outcome === undefined || outcome.status === 'email_taken') {
    return { status: 'email_taken' };
  }
  if (outcome.status === 'mails_exhausted') {
    const detail = message('input.mails_exhausted');
    return { status: 'failed', errors: [{ pointer: '/email', code: TooManyRequests.code, detail }] };
  }
  const isAgain = told.has(email);
  told.add(email);
  return { status: isAgain ? 'exists' : outcome.status, userId: outcome.userId };
}

function failureOf(code: string): InputError {
  return { pointer: '', code, detail: message('input.row_failed') };
}

/** The reason why the caller may not grant the roles of the row. */
function refusalsAt(pointer: string, refusal: Problem | undefined): InputError[] {
  return refusal
    ? [{ pointer, code: refusal.type.code, detail: refusal.occurrence.detail ?? message('input.role_not_held') }]
    : [];
}

/** The errors of the role of a row that has other errors, so that all of them are reported at once. */
async function errorsOfRole(
  role: unknown,
  roleOf: (name: string) => Promise<BulkNewcomer['role']>,
): Promise<readonly InputError[]> {
  const name = normalizeText(role, LONGEST_ROLE);
  if (typeof name !== 'string' || name === '') {
    return [];
  }
  try {
    await roleOf(name);
    return [];
  } catch (error) {
    return errorsOf(error);
  }
}

/** The errors of a row. @throws every error that is not about the row */
function errorsOf(error: unknown): readonly InputError[] {
  if (error instanceof Problem) {
    if (error.occurrence.errors) {
      return error.occurrence.errors;
    }
    if (error.type === InvalidRole) {
      return [{ pointer: '/role', code: InvalidRole.code, detail: message('input.no_such_role') }];
    }
  }
  throw error;
}
