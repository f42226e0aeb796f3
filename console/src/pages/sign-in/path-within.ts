/** A path of the console to go to after a sign-in. An address of another site, which a link could name, is not one. */
export function pathWithin(consolePath: string, path: string | undefined): string {
  const { origin, pathname, search } = new URL(path ?? consolePath, location.origin);
  return origin === location.origin && pathname.startsWith(consolePath) ? pathname + search : consolePath;
}
