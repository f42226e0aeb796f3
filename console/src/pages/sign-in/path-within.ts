/**
 * The address of a page of the console, to go to after a sign-in. A link could name an address of another site: it is not one.
 *
 * @param path below the console, as in `/orgs/auroralabs`
 */
export function pathWithin(consolePath: string, path = '/'): string {
  if (!/^\/(?!\/)/.test(path)) {
    return consolePath;
  }
  const { pathname, search } = new URL(consolePath.replace(/\/$/, '') + path, location.origin);
  return pathname.startsWith(consolePath) ? pathname + search : consolePath;
}
