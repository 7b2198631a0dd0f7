import { connect, type AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { connectionOptions, limitConnections } from './connection-limits';

describe('limits of a connection', () => {
  let server: FastifyInstance;

  beforeEach(async () => {
    server = fastify({ ...connectionOptions, forceCloseConnections: true });
    limitConnections(server, { connections: 2, bodyMs: 200 });
    server.post('/graphql', async () => ({ asked: true }));
    server.post('/files', async () => ({ stored: true }));
    await server.listen({ host: '127.0.0.1', port: 0 });
  });

  afterEach(() => server.close());

  /** What comes back for these pieces, sent with a pause before each; ends when the other side closes. */
  function said(pieces: readonly string[], pauseMs: number): Promise<string> {
    const { port } = server.server.address() as AddressInfo;
    return new Promise((resolve, reject) => {
      const socket = connect(port, '127.0.0.1');
      let heard = '';
      const timers = pieces.map((piece, at) => setTimeout(() => socket.writable && socket.write(piece), at * pauseMs));
      socket.on('data', (data) => (heard += data.toString()));
      socket.on('error', reject);
      socket.on('close', () => {
        for (const timer of timers) clearTimeout(timer);
        resolve(heard);
      });
    });
  }

  const head = (path: string): string =>
    `POST ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: 20\r\n\r\n`;
  const slowly = ['{"query":', '"{ __typena', ...Array.from({ length: 20 }, () => ' ')];

  it('answers a question that comes in time', async () => {
    expect(await said([head('/graphql'), '{"query":"{ a }"}   '], 10)).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('answers 408 and closes where the body comes byte by byte', async () => {
    const heard = await said([head('/graphql'), ...slowly.slice(0, 1), ...slowly.slice(2, 12)], 60);
    expect(heard).toMatch(/^HTTP\/1\.1 408 /);
    expect(heard).toContain('connection: close');
    expect(heard).toContain('TOO_SLOW');
  });

  it('waits longer for a file than for a question', async () => {
    const heard = await said([head('/files'), '{"a":1', '      ', '    ', '  ', ' ', '}'], 80);
    expect(heard).toMatch(/^HTTP\/1\.1 200 /);
  });

  it('takes no more connections than it may hold', async () => {
    const { port } = server.server.address() as AddressInfo;
    const held = [connect(port, '127.0.0.1'), connect(port, '127.0.0.1')];
    await Promise.all(held.map((socket) => new Promise((resolve) => socket.once('connect', resolve))));
    const closed = new Promise((resolve) => connect(port, '127.0.0.1').once('close', () => resolve('closed')));
    expect(await closed).toBe('closed');
    for (const socket of held) socket.destroy();
  });
});
