import { request as httpRequest, Agent } from 'node:http';
import type { AddressInfo } from 'node:net';
import fastify, { type FastifyInstance } from 'fastify';
import { answerBeforeClosing, closingOptions } from './answer-before-closing';

interface Answer {
  readonly status: number;
  readonly connection: string | undefined;
}

describe('a server that closes', () => {
  let server: FastifyInstance;
  let answerNow: () => void;
  let isAsked: Promise<void>;
  let isClosing: Promise<void>;
  const agent = new Agent({ keepAlive: true });

  afterEach(async () => {
    answerNow();
    await server.close();
  });

  afterAll(() => agent.destroy());

  async function open(options: object, longestWaitMs?: number): Promise<void> {
    server = fastify(options);
    answerBeforeClosing(server, longestWaitMs);
    const answered = new Promise<void>((resolve) => (answerNow = resolve));
    let asked: () => void;
    isAsked = new Promise((resolve) => (asked = resolve));
    isClosing = new Promise((resolve) => {
      server.addHook('preClose', async () => resolve());
    });
    server.get('/', async () => {
      asked();
      await answered;
      return 'done';
    });
    server.get('/quick', async () => 'done');
    await server.listen({ host: '127.0.0.1', port: 0 });
  }

  /** What comes back; the code of the fault where the connection was cut off or refused. */
  function ask(path: string): Promise<Answer | string> {
    const { port } = server.server.address() as AddressInfo;
    return new Promise((resolve) => {
      const request = httpRequest({ host: '127.0.0.1', port, path, agent }, (response) => {
        const { statusCode: status = 0, headers } = response;
        response.resume().on('end', () => resolve({ status, connection: headers.connection }));
      });
      request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
      request.end();
    });
  }

  it('answers what it accepted, says that the connection ends with it, and ends those that are idle', async () => {
    await open(closingOptions);
    await ask('/quick'); // its connection stays open, idle
    const answer = ask('/');
    const other = ask('/quick');
    await isAsked;
    await other;
    const closed = server.close();
    await isClosing;
    answerNow();
    expect(await answer).toEqual({ status: 200, connection: 'close' });
    await closed;
    expect(server.server.listening).toBe(false);
  });

  it('cuts off what is not answered in time', async () => {
    await open(closingOptions, 50);
    const answer = ask('/');
    await isAsked;
    const closed = server.close();
    expect(await answer).toBe('ECONNRESET');
    await closed;
  });

  it('would cut off what it accepted if it ended all connections at once', async () => {
    await open({ forceCloseConnections: true });
    const answer = ask('/');
    await isAsked;
    const closed = server.close();
    expect(await answer).toBe('ECONNRESET');
    await closed;
  });
});
