import { connect, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

/** A line to a server that can be cut and mended: what a server that stops and comes back looks like to its clients. */
export class CutLine {
  private readonly sockets = new Set<Socket>();
  private server: Server | undefined;
  private port = 0;

  constructor(private readonly target: string) {}

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  /** Reserves the port; nothing answers until {@link mend}. */
  async reserve(): Promise<this> {
    await this.mend();
    await this.cut();
    return this;
  }

  async mend(): Promise<void> {
    const [host, port] = this.target.split(':');
    this.server = createServer((near) => {
      const far = connect(Number(port), host);
      for (const socket of [near, far]) {
        this.sockets.add(socket);
        socket.on('error', () => undefined);
        socket.on('close', () => {
          near.destroy();
          far.destroy();
          this.sockets.delete(socket);
        });
      }
      near.pipe(far).pipe(near);
    });
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    const bound = this.server.address();
    if (bound !== null && typeof bound === 'object') this.port = bound.port;
  }

  async cut(): Promise<void> {
    const closed = this.server === undefined ? undefined : once(this.server, 'close');
    this.server?.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
    this.server = undefined;
  }
}
