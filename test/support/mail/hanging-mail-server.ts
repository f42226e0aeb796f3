import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** A mail server that greets and then says nothing any more. */
export class HangingMailServer {
  connections = 0;
  private readonly sockets = new Set<Socket>();

  private constructor(private readonly server: Server) {}

  static async start(): Promise<HangingMailServer> {
    const server = createServer();
    const hanging = new HangingMailServer(server);
    server.on('connection', (socket) => {
      hanging.connections++;
      hanging.sockets.add(socket);
      socket.on('error', () => undefined).write('220 hanging.example.com ESMTP\r\n');
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return hanging;
  }

  get url(): string {
    return `smtp://127.0.0.1:${String((this.server.address() as AddressInfo).port)}`;
  }

  async stop(): Promise<void> {
    this.sockets.forEach((socket) => socket.destroy());
    await new Promise((resolve) => this.server.close(resolve));
  }
}
