import type { InputErrorDto, ProblemCode, ProblemDto } from './schema.js';

/**
 * A refusal of Atrium, or an answer that is none of Atrium's.
 *
 * @example
 * ```ts
 * catch (error) {
 *   if (error instanceof AtriumProblem && error.code === 'slug_taken') …
 * }
 * ```
 */
export class AtriumProblem extends Error {
  override readonly name = 'AtriumProblem';
  /** The HTTP status of the answer. */
  readonly status: number;
  /** Compare this value. `unreadable_answer`: the answer is no problem document, for example a proxy's page. */
  readonly code: ProblemCode | 'unreadable_answer';
  /** A page that explains the problem. */
  readonly type: string | undefined;
  /** A short sentence for people, in the language of the answer. */
  readonly title: string | undefined;
  /** What happened in this case, for people, in the language of the answer. */
  readonly detail: string | undefined;
  /** The wrong values of the request. Empty when there is none to name. */
  readonly errors: readonly InputErrorDto[];
  /** For `step_up_required`: the methods with which the caller can step up. */
  readonly methods: readonly NonNullable<ProblemDto['methods']>[number][];
  /** Names the request in Atrium's log. */
  readonly requestId: string | undefined;
  /** Seconds after which the request may succeed, if the answer names them. */
  readonly retryAfterSeconds: number | undefined;

  constructor(response: Response, body: unknown) {
    const problem = isProblem(body) ? body : undefined;
    super(problem?.detail ?? `The answer has the status ${String(response.status)} and no problem document`);
    this.status = response.status;
    this.code = problem?.code ?? 'unreadable_answer';
    this.type = problem?.type;
    this.title = problem?.title;
    this.detail = problem?.detail;
    this.errors = problem?.errors ?? [];
    this.methods = problem?.methods ?? [];
    this.requestId = problem?.requestId ?? response.headers.get('x-request-id') ?? undefined;
    this.retryAfterSeconds = secondsIn(response.headers.get('retry-after'));
  }
}

function isProblem(body: unknown): body is ProblemDto {
  return typeof body === 'object' && body !== null && 'code' in body && typeof body.code === 'string';
}

/** `Retry-After` has seconds or a date (RFC 9110, section 10.2.3). */
function secondsIn(header: string | null): number | undefined {
  if (header === null) {
    return undefined;
  }
  const seconds = /^\d+$/.test(header) ? Number(header) : (Date.parse(header) - Date.now()) / 1000;
  return Number.isNaN(seconds) ? undefined : Math.max(0, seconds);
}
