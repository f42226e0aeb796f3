import { once } from 'node:events';
import { createServer, request, type Server } from 'node:http';
import { freePort } from './free-port.js';

/** A reverse proxy that serves an application below a path, which it takes off each request. It knows nothing else. */
export class PrefixProxy {
  /** Where the application listens. */
  target = '';

  private constructor(
    private readonly server: Server,
    /** The application's public URL. */
    readonly url: string,
  ) {}

  /** @param prefix as in `/atrium` */
  static async start(prefix: string): Promise<PrefixProxy> {
    const port = await freePort();
    const server = createServer((incoming, outgoing) => {
      const { method, headers, url = '' } = incoming;
      const path = url.slice(prefix.length);
      if (!url.startsWith(prefix) || !/^(\/|\?|$)/.test(path)) {
        outgoing.writeHead(418).end();
        return;
      }
      const sent = request(
        `${proxy.target}${path.startsWith('/') ? path : `/${path}`}`,
        { method, headers },
        (answer) => {
          outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
          answer.pipe(outgoing);
        },
      );
      sent.on('error', () => outgoing.destroy());
      incoming.pipe(sent);
    });
    const proxy = new PrefixProxy(server, `http://localhost:${String(port)}${prefix}`);
    server.listen(port);
    await once(server, 'listening');
    return proxy;
  }

  async stop(): Promise<void> {
    this.server.closeAllConnections();
    this.server.close();
    await once(this.server, 'close');
  }
}
