import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { Started } from './support/started';

const STOPS_WITHIN_MS = 10_000;

/** Processes whose command line or environment names this folder. */
const processesOf = (home: string): string[] =>
  execFileSync('ps', ['-eo', 'pid=,args='], { encoding: 'utf8' })
    .split('\n')
    .filter((line) => line.includes(home) && !line.includes('ps -eo'));

describe('npm start', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-start-'));
  const settings = { TONGGONG_HOME: home, PORT: '0' };

  // Under root PostgreSQL runs as another user, who must be able to pass through.
  beforeAll(() => chmodSync(home, 0o711));

  afterEach(() => Started.stopAll(), 30_000);

  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const isHealthy = async (address: string): Promise<number> => (await fetch(`${address}/health/ready`)).status;

  async function signIn(address: string, login: string, password: string): Promise<string> {
    const page = await (await fetch(`${address}/`, { headers: { accept: 'text/html' } })).text();
    expect(page).toContain('<div id="root">');
    const documents = JSON.parse(
      readFileSync(path.resolve(__dirname, '../../libs/contract/trusted-documents.json'), 'utf8'),
    ) as Record<string, string>;
    const documentId = Object.keys(documents).find((id) => /mutation SignIn\b/.test(documents[id] ?? '')) ?? '';
    const answer = await fetch(`${address}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        documentId: documentId.startsWith('sha256:') ? documentId : `sha256:${documentId}`,
        variables: { login, password },
      }),
    });
    return answer.text();
  }

  it('from an empty folder brings everything up with demo data, prints the address and the sign-ins, and stops on SIGTERM', async () => {
    const started = new Started(settings);
    const address = await started.address();
    expect(await isHealthy(address)).toBe(200);
    expect(started.output.match(/^ready /gm)).toHaveLength(1);
    const password = readFileSync(path.join(home, 'demo-password'), 'utf8').trim();
    expect(await signIn(address, 'caseworker', password)).toContain('CASEWORKER');
    expect(await signIn(address, 'caseworker', `${password}x`)).toContain('SIGN_IN_FAILED');
    expect(statSync(path.join(home, 'demo-password')).mode & 0o777).toBe(0o600);
    expect(started.output).toContain(`all with the password ${password}`);
    const { code, tookMs } = await started.stop('SIGTERM');
    expect(code).toBe(0);
    expect(tookMs).toBeLessThan(STOPS_WITHIN_MS);
    expect(processesOf(home)).toEqual([]);
  }, 90_000);

  it('says so where one already runs from the folder, and leaves that one alone', async () => {
    const first = new Started(settings);
    const address = await first.address();
    const second = new Started(settings);
    expect(await second.ended).toBe(1);
    expect(second.output).toMatch(/already runs from .*stop that one first/);
    expect(await isHealthy(address)).toBe(200);
    await first.stop('SIGINT');
    expect(processesOf(home)).toEqual([]);
  }, 90_000);

  it('stops what a killed one left behind and keeps its data', async () => {
    const killed = new Started(settings);
    await killed.address();
    await killed.stop('SIGKILL');
    const again = new Started(settings);
    const address = await again.address();
    expect(again.output).toMatch(/left by a killed start and stopped now: .*PostgreSQL/);
    expect(again.output).not.toMatch(/demo data/);
    expect(await isHealthy(address)).toBe(200);
    await again.stop('SIGHUP');
    expect(processesOf(home)).toEqual([]);
  }, 90_000);

  describe('refuses in a clear sentence', () => {
    let taken: Server;
    let port: number;

    beforeAll(async () => {
      taken = createServer().listen(0, '127.0.0.1');
      await new Promise((resolve) => taken.once('listening', resolve));
      port = (taken.address() as { port: number }).port;
    });

    afterAll(() => new Promise((resolve) => taken.close(resolve)));

    it.each([
      ['a port that is taken', () => ({ PORT: String(port) }), () => new RegExp(`${port}.*(taken|in use|uses)`, 'i')],
      ['a port that is none', () => ({ PORT: 'web' }), () => /PORT/],
      [
        'a database without a mail server',
        () => ({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/x' }),
        () => /SMTP_URL.*MAIL=off/,
      ],
      [
        'a database that is not there',
        () => ({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/x', MAIL: 'off' }),
        () => /127\.0\.0\.1:1/,
      ],
      ['a scale that is none', () => ({ SEED_SCALE: 'huge' }), () => /SEED_SCALE.*county.*city.*stress.*none/],
    ])(
      '%s',
      async (_, change, sentence) => {
        const started = new Started({ ...settings, ...change() });
        expect(await started.ended).toBe(1);
        expect(started.output).toMatch(sentence());
        expect(started.output).not.toMatch(/\n\s+at /);
        expect(processesOf(home)).toEqual([]);
      },
      60_000,
    );
  });
});
