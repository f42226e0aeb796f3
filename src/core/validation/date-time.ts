const DATE_TIME =
  /^(\d{4}-\d{2}-\d{2})T((?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d)(?:\.\d+)?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/i;

/** Leaves room for 40 digits of a second. */
const LONGEST = 64;

/**
 * Reads a date and time of RFC 3339 (section 5.6); undefined when the text is none. Leap seconds are refused, which no
 * Date can hold, and so are times whose year in UTC has not the four digits that RFC 3339 can write.
 */
export function parseDateTime(text: unknown): Date | undefined {
  const [written, date, time] =
    (typeof text === 'string' && text.length <= LONGEST ? DATE_TIME.exec(text) : null) ?? [];
  if (written === undefined || !isOnCalendar(`${String(date)}T${String(time)}.000Z`)) {
    return undefined;
  }
  const parsed = new Date(written.toUpperCase());
  return isFourDigitYear(parsed) ? parsed : undefined;
}

/** `new Date` moves 30 February to March; what comes out differs from what went in. */
function isOnCalendar(inUtc: string): boolean {
  const parsed = new Date(inUtc);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString() === inUtc;
}

function isFourDigitYear(time: Date): boolean {
  const year = time.getUTCFullYear();
  return year >= 1 && year <= 9999;
}
