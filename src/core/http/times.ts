/** RFC 3339 in UTC with whole seconds, as the app contract writes times. */
export function toWholeSeconds(time: Date): string {
  return time.toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** A calendar date, which has no time and no zone. */
export function toDateOnly(date: Date | null): string | null {
  return date?.toISOString().slice(0, 10) ?? null;
}
