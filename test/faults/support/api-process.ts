import { request as httpRequest } from 'node:http';
import { startProcess, type RunningProcess } from '../../e2e/support/process';

const PROGRAM = 'dist/apps/api/main.js';

/** What became of a request. NOT_ACCEPTED: nobody listened; LOST: it was sent and no answer came. */
export type Reached =
  | { readonly kind: 'ANSWERED'; readonly status: number; readonly body: unknown; readonly cookies: readonly string[] }
  | { readonly kind: 'NOT_ACCEPTED' }
  | { readonly kind: 'LOST' };

/** The API as a process of its own. */
export class ApiProcess {
  private constructor(private readonly running: RunningProcess<{ readonly port: number }>) {}

  static async start(environment: Readonly<Record<string, string>>): Promise<ApiProcess> {
    return new ApiProcess(
      await startProcess<{ port: number }>(PROGRAM, [], {
        NODE_ENV: 'test',
        TRUSTED_DOCUMENTS: 'off',
        HOST: '127.0.0.1',
        PORT: '0',
        METRICS_PORT: 'off',
        LOG_LEVEL: 'warn',
        ...environment,
      }),
    );
  }

  get port(): number {
    return this.running.ready.port;
  }

  output(): string {
    return this.running.output();
  }

  /** SIGTERM, as a rolling restart sends it; resolves when the process has ended, with its exit code. */
  async terminate(): Promise<number | null> {
    const { child } = this.running;
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
    child.kill('SIGTERM');
    return ended;
  }

  async kill(): Promise<void> {
    const { child } = this.running;
    if (child.exitCode !== null || child.signalCode !== null) return;
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill('SIGKILL');
    await ended;
  }

  /** Sends one operation over a connection of its own, so that what was accepted can be told from what was not. */
  ask(query: string, variables: object, cookie = ''): Promise<Reached> {
    const body = JSON.stringify({ query, variables });
    return new Promise((resolve) => {
      let isConnected = false;
      const request = httpRequest(
        {
          host: '127.0.0.1',
          port: this.port,
          path: '/graphql',
          method: 'POST',
          agent: false,
          headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), cookie },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', () => resolve({ kind: 'LOST' }));
          response.on('end', () =>
            resolve({
              kind: 'ANSWERED',
              status: response.statusCode ?? 0,
              body: parsed(Buffer.concat(chunks).toString('utf8')),
              cookies: response.headers['set-cookie'] ?? [],
            }),
          );
        },
      );
      request.on('socket', (socket) => socket.once('connect', () => (isConnected = true)));
      request.on('error', () => resolve({ kind: isConnected ? 'LOST' : 'NOT_ACCEPTED' }));
      request.end(body);
    });
  }

  /** Signs in; gives the cookies of the session. Throws where nobody was signed in. */
  async signedIn(login: string, password: string): Promise<string> {
    const answer = await this.ask(SIGN_IN, { login, password });
    const cookies = answer.kind === 'ANSWERED' ? answer.cookies.map((cookie) => cookie.split(';')[0]).join('; ') : '';
    if (!cookies.includes('sid=')) throw new Error(`Nobody was signed in as ${login}: ${JSON.stringify(answer)}`);
    return cookies;
  }
}

const SIGN_IN =
  'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { viewer { role } userErrors { code } } }';

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text; // an answer that is no JSON is shown as it came
  }
}
