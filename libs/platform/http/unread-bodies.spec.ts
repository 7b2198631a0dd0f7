import { connect, type AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { leaveUnread, LINGER_MS } from './unread-bodies';

const SMALL = 1_024;
const MIB = 1_024 * 1_024;

describe('a body that nobody will read', () => {
  let server: FastifyInstance;

  beforeEach(async () => {
    server = fastify({ bodyLimit: SMALL, forceCloseConnections: true });
    leaveUnread(server, { smallBytes: SMALL });
    server.addContentTypeParser('multipart/form-data', (_request, _payload, done) => done(null, null));
    server.post('/refused', async (_request, reply) => reply.status(401).send({ code: 'NOT_AUTHENTICATED' }));
    server.post('/taken', async (request) => {
      let bytes = 0;
      for await (const part of request.raw) bytes += (part as Buffer).length;
      return { bytes };
    });
    await server.listen({ host: '127.0.0.1', port: 0 });
  });

  afterEach(() => server.close());

  interface Heard {
    readonly answer: string;
    readonly answeredMs: number;
    readonly closedMs: number;
  }

  /** Sends a head and as much of a body as is taken from us, until the other side closes or we have heard enough. */
  function sent(path: string, head: string, bytes: number): Promise<Heard> {
    const { port } = server.server.address() as AddressInfo;
    const startedAt = Date.now();
    let [answer, answeredMs] = ['', Infinity];
    return new Promise((resolve) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=x\r\n${head}\r\n`,
        );
        socket.write(Buffer.alloc(bytes, 'a'));
      });
      socket.on('data', (data) => {
        answer += data.toString();
        answeredMs = Math.min(answeredMs, Date.now() - startedAt);
        if (!answer.includes('connection: close')) socket.end();
      });
      socket.on('error', () => undefined); // the other side lets go while we still send
      socket.on('close', () => resolve({ answer, answeredMs, closedMs: Date.now() - startedAt }));
    });
  }

  it.each([
    ['told in advance', `Content-Length: ${20 * MIB}\r\n`],
    ['in one piece of untold length', `Transfer-Encoding: chunked\r\n\r\n${(20 * MIB).toString(16)}`],
  ])('is left where it is when it is long: %s', async (_name, head) => {
    const { answer, answeredMs, closedMs } = await sent('/refused', head, 20 * MIB);
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
    expect(answer).toContain('connection: close');
    expect(answer).toContain('{"code":"NOT_AUTHENTICATED"}');
    expect(answeredMs).toBeLessThan(closedMs);
    expect(closedMs).toBeGreaterThanOrEqual(LINGER_MS - 100);
  });

  it('is not taken in: of 20 MiB at most what lies in the sockets has left the sender', async () => {
    const taken = new Promise<number>((resolve) =>
      server.server.once('connection', (socket) => socket.once('close', () => resolve(socket.bytesRead))),
    );
    await sent('/refused', `Content-Length: ${20 * MIB}\r\n`, 20 * MIB);
    const read = await taken;
    expect(read).toBeGreaterThan(0);
    expect(read).toBeLessThan(MIB);
  });

  it('is read away when it is short, and the connection stays', async () => {
    const { answer } = await sent('/refused', `Content-Length: ${SMALL}\r\n`, SMALL - 10);
    expect(answer).toMatch(/^HTTP\/1\.1 401 /);
    expect(answer).not.toContain('connection: close');
  });

  it('costs a body that is read nothing', async () => {
    const { answer } = await sent('/taken', `Content-Length: ${2 * MIB}\r\n`, 2 * MIB);
    expect(answer).toMatch(/^HTTP\/1\.1 200 /);
    expect(answer).toContain(`{"bytes":${2 * MIB}}`);
    expect(answer).not.toContain('connection: close');
  });
});
