import { AsyncLocalStorage } from 'node:async_hooks';

/** The properties of a request that are known before the caller is identified. */
export interface RequestContext {
  /** The id in the `X-Request-Id` header, in every log line and in every problem document. */
  readonly requestId: string;
  /** The client's address, taken from `X-Forwarded-For` or `Forwarded` only when a trusted proxy wrote it. */
  readonly remoteIp: string;
  readonly userAgent: string;
  /**
   * The language that the caller has saved, null when there is none or the caller is unknown. Undefined until it was
   * looked up.
   */
  savedLocale?: string | null;
  /** The user or service account that is calling. Undefined: not known, or root. */
  callerId?: string;
  /** The organization in which the caller acts. Undefined: none, or not known. */
  organizationId?: string;
  /** The trace that the request belongs to: 32 hexadecimal digits (W3C Trace Context, section 3.2.2.3). Undefined: none was given. */
  readonly traceId?: string | undefined;
  /** The time until which statements of the request may begin, of `performance.now()`. Undefined before the first one. */
  databaseDeadline?: number;
  /** The language that the `Accept-Language` header asks for. Absent where no request runs. */
  readonly acceptedLocale?: () => string;
}

const storage = new AsyncLocalStorage<RequestContext>();

/** Runs `work`, and everything it starts, in the given context. */
export function runInContext<T>(context: RequestContext, work: () => T): T {
  return storage.run(context, work);
}

/** Stores the caller of the running request, and the language that the caller has saved. */
export function rememberCaller({ id, locale }: { id?: string; locale: string | null }): void {
  const context = currentContext();
  if (context) {
    context.callerId = id;
    context.savedLocale = locale;
  }
}

/** Stores the organization in which the caller acts. */
export function rememberOrganization(id: string): void {
  const context = currentContext();
  if (context) {
    context.organizationId = id;
  }
}

/** The context of the running request. Undefined outside of requests, as in jobs and at start. */
export function currentContext(): RequestContext | undefined {
  return storage.getStore();
}
