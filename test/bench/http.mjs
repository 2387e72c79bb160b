/**
 * A keep-alive HTTP/1.1 client in as few instructions as possible: it shares the two cores with what it measures.
 * One request at a time on a connection.
 */
import { connect } from 'node:net';

const HEAD_END = Buffer.from('\r\n\r\n');

export class Connection {
  constructor(url) {
    const { hostname, port } = new URL(url);
    this.host = `${hostname}:${port}`;
    this.received = Buffer.alloc(0);
    this.socket = connect({ host: hostname, port: Number(port), noDelay: true });
    this.socket.on('data', (chunk) => this.take(chunk));
    this.socket.on('error', (error) => this.fail(error));
    this.socket.on('close', () => this.fail(new Error('the server closed the connection')));
  }

  /** Resolves to the parsed body; rejects anything but a 2xx. The official world where none is named. */
  request(method, path, token, body, world = 'official') {
    const text = body === undefined ? '' : JSON.stringify(body);
    const content =
      body === undefined ? '' : `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(text)}\r\n`;
    this.asked = `${method} ${path}`;
    return new Promise((resolve, reject) => {
      this.pending = { resolve, reject };
      this.socket.write(
        `${method} ${path} HTTP/1.1\r\nhost: ${this.host}\r\nauthorization: Bearer ${token}\r\nx-world: ${world}\r\n${content}\r\n${text}`,
      );
    });
  }

  take(chunk) {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const head = this.received.indexOf(HEAD_END);
    if (head < 0) return;
    const headers = this.received.toString('latin1', 0, head);
    const length = Number(/\r\ncontent-length: *(\d+)/i.exec(headers)?.[1]);
    if (!Number.isInteger(length)) {
      this.fail(new Error(`no content-length in the answer to ${this.asked}`));
      return;
    }
    const end = head + 4 + length;
    if (this.received.length < end) return;
    const body = this.received.toString('utf8', head + 4, end);
    this.received = this.received.subarray(end);
    const { resolve, reject } = this.pending ?? {};
    this.pending = undefined;
    const status = Number(headers.slice(9, 12));
    if (status >= 200 && status < 300) resolve?.(body === '' ? undefined : JSON.parse(body));
    else reject?.(new Error(`${this.asked}: ${status} ${body.slice(0, 500)}`));
  }

  fail(error) {
    this.pending?.reject(error);
    this.pending = undefined;
  }

  close() {
    this.socket.destroy();
  }
}
