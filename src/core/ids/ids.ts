import { v7, validate } from 'uuid';

/** Milliseconds that the clock may go back before ids follow it: small corrections must not break their order. */
const LARGEST_STEP_BACK = 1000;

/** Values of the counter that orders the ids of one millisecond. It starts in the lower half, at random. */
const COUNTER_VALUES = 2 ** 32;

let last = { msecs: 0, seq: 0 };

/**
 * Makes an id: UUIDv7 (RFC 9562, section 5.7), so that ordering by id is ordering by creation. Ids made in one millisecond are
 * ordered by a counter (section 6.2). After a clock that was ahead is corrected, ids have the right time again.
 */
export function newId(): string {
  last = next(Date.now());
  return v7(last);
}

function next(now: number): typeof last {
  const { msecs, seq } = last;
  if (now > msecs || now < msecs - LARGEST_STEP_BACK) {
    return { msecs: now, seq: Math.floor((Math.random() * COUNTER_VALUES) / 2) };
  }
  return seq + 1 < COUNTER_VALUES ? { msecs, seq: seq + 1 } : { msecs: msecs + 1, seq: 0 };
}

/** The time in an id: when it was made. */
export function timeOf(id: string): Date {
  return new Date(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16));
}

/** What every id made at that time or later is not below, and every earlier one is. */
export function leastIdAt(time: Date): string {
  const digits = Math.max(0, time.getTime()).toString(16).padStart(12, '0');
  return `${digits.slice(0, 8)}-${digits.slice(8)}-0000-0000-000000000000`;
}

/** Whether the text is a UUID, of any version, in small letters or capitals. */
export function isId(text: string): boolean {
  return validate(text);
}

/**
 * The one form in which ids are stored and compared: small letters (RFC 9562, section 4). Every id of a request is brought into
 * it where it enters. Text that is no UUID is returned as it is.
 */
export function canonicalId(text: string): string {
  return isId(text) ? text.toLowerCase() : text;
}
