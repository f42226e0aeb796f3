/** RFC 3339 in UTC with whole seconds, as the app contract writes times. */
export function toWholeSeconds(time: Date): string {
  return time.toISOString().replace(/\.\d{3}Z$/, 'Z');
}
