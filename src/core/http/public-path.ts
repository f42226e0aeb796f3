/**
 * The path under which a proxy makes this service public, as in `/atrium`; empty at the root of its host. The proxy takes it off
 * requests, so every path that the service writes gets it back.
 */
export function publicPath(publicUrl: string): string {
  return new URL(publicUrl).pathname.replace(/\/+$/, '');
}
