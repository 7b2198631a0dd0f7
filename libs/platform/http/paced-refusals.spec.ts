import fastify, { type FastifyInstance } from 'fastify';
import { paceRefusals, REFUSAL_PACE, RefusalTurns } from './paced-refusals';

const { intervalMs, burst, mostMs } = REFUSAL_PACE;

describe('the turns of refusals', () => {
  it('let a burst leave at once, and the next one after an interval', () => {
    const turns = new RefusalTurns();
    const waits = Array.from({ length: burst + 2 }, () => turns.take(1_000_000));
    expect(waits).toEqual([...Array.from({ length: burst }, () => 0), intervalMs, 2 * intervalMs]);
  });

  it('make nobody wait who comes no faster than they leave', () => {
    const turns = new RefusalTurns();
    for (let at = 0; at < 1_000; at += 1) expect(turns.take(1_000_000 + at * intervalMs)).toBe(0);
  });

  it('save no more than a burst for later', () => {
    const turns = new RefusalTurns();
    turns.take(0);
    for (let one = 0; one < burst; one += 1) expect(turns.take(3_600_000)).toBe(0);
    expect(turns.take(3_600_000)).toBe(intervalMs);
  });

  it('end at the longest wait, and are forgotten as soon as it is over', () => {
    const turns = new RefusalTurns();
    const waits = Array.from({ length: 10_000 }, () => turns.take(1_000_000));
    expect(Math.max(...waits)).toBe(mostMs);
    expect(turns.take(1_000_000 + mostMs + burst * intervalMs)).toBe(0);
  });
});

describe('refused questions', () => {
  const IN_LINE = 20;
  let server: FastifyInstance;
  let address: string;
  let came: number;

  beforeEach(async () => {
    server = fastify();
    came = 0;
    server.addHook('onRequest', async () => void (came += 1));
    // Whoever has to wait does so until the process ends.
    paceRefusals(server, { intervalMs: 600_000, burst, mostMs: 600_000 });
    server.post<{ Querystring: { status: string } }>('/graphql', (request, reply) =>
      reply.status(Number(request.query.status)).send('{}'),
    );
    server.post('/files', (_request, reply) => reply.status(400).send('{}'));
    address = await server.listen({ host: '127.0.0.1', port: 0 });
  });

  afterEach(() => server.close());

  const ask = async (url: string): Promise<number> => (await fetch(`${address}${url}`, { method: 'POST' })).status;

  /** A burst of refusals that are answered, and more that wait; gives those. */
  async function flood(): Promise<Promise<number>[]> {
    for (let one = 0; one < burst; one += 1) await ask('/graphql?status=400');
    const inLine = Array.from({ length: IN_LINE }, () => ask('/graphql?status=400'));
    while (came < burst + IN_LINE) await new Promise((resolve) => setImmediate(resolve));
    return inLine;
  }

  it.each([
    ['/graphql?status=200', 200],
    ['/graphql?status=500', 500],
    ['/files', 400],
  ])('wait for their turn, and %s does not wait for them', async (other, status) => {
    const inLine = await flood();
    expect(await ask(other)).toBe(status);
    const first = await Promise.race([...inLine, Promise.resolve('nobody')]);
    expect(first).toBe('nobody');
    await server.close();
    await Promise.all(inLine);
  });

  it('are answered when the process ends', async () => {
    const inLine = await flood();
    await server.close();
    expect(await Promise.all(inLine)).toEqual(inLine.map(() => 400));
  });
});
