import type { Message } from '../i18n/message.js';

/** What can go wrong, declared beside the rule it protects. */
export interface ProblemType {
  /** Stable, snake_case; clients switch on it. Never translated. */
  readonly code: string;
  readonly status: number;
  /** One short sentence for a human, in English; in the other languages it is the text `problem.<code>.title`. */
  readonly title: string;
  /** Explains on `/problems/<code>` why it happens and what to do about it; `problem.<code>.help` elsewhere. */
  readonly help: string;
  /** Reading is never refused with it, and GET operations do not document it. */
  readonly ofChanges?: boolean;
  /**
   * The unique constraint, or the foreign keys, whose violation means this problem: a row still refers to the thing, or
   * refers to a row that has just ended.
   */
  readonly constraint?: string | readonly string[];
}

/** One thing wrong with the input. `pointer` is an RFC 6901 JSON pointer into the body, or into the query read as an object. */
export interface InputError {
  readonly pointer: string;
  readonly code: string;
  readonly detail: Message;
}

/** What one occurrence of a problem adds to its type. */
export interface Occurrence {
  readonly detail?: Message;
  readonly errors?: readonly InputError[];
  readonly headers?: Readonly<Record<string, string>>;
  /** Extension members of the document (RFC 9457, section 3.2). */
  readonly members?: Readonly<Record<string, unknown>>;
  readonly cause?: unknown;
}

/** A refusal on its way to the client, where it becomes an RFC 9457 problem document. */
export class Problem extends Error {
  override readonly name = 'Problem';

  constructor(
    readonly type: ProblemType,
    readonly occurrence: Occurrence = {},
  ) {
    super(type.title, { cause: occurrence.cause });
  }
}

const catalogue = new Map<string, ProblemType>();
const byConstraint = new Map<string, ProblemType>();

/** Declares a problem and enters it in the catalogue. @throws Error when the code is already taken */
export function defineProblem(type: ProblemType): ProblemType {
  if (catalogue.has(type.code)) {
    throw new Error(`The problem ${type.code} is declared twice`);
  }
  catalogue.set(type.code, type);
  for (const constraint of [type.constraint ?? []].flat()) {
    byConstraint.set(constraint, type);
  }
  return type;
}

/** Every declared problem, in the order of the codes. */
export function allProblems(): ProblemType[] {
  return [...catalogue.values()].sort((a, b) => a.code.localeCompare(b.code));
}

/** The declared problem with that code. */
export function findProblem(code: string): ProblemType | undefined {
  return catalogue.get(code);
}

/** The problem that a violation of the named constraint means. */
export function problemOfConstraint(constraint: string): ProblemType | undefined {
  return byConstraint.get(constraint);
}
