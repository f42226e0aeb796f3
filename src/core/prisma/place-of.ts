/** The place that the URL of a database names, fit for a log: without user, password and options. */
export function placeOf(url: string): string {
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
}
