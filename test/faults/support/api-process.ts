import { request as httpRequest, type IncomingMessage } from 'node:http';
import { startProcess, type RunningProcess } from '../../e2e/support/process';

const PROGRAM = 'dist/apps/api/main.js';

/** What became of a request. NOT_ACCEPTED: no process read its head; LOST: one did, and no answer came. */
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
        TRUSTED_DOCUMENTS: 'off',
        HOST: '127.0.0.1',
        PORT: '0',
        LOG_LEVEL: 'warn',
        ...environment,
      }),
    );
  }

  output(): string {
    return this.running.output();
  }

  /** SIGTERM, as a rolling restart sends it; gives what ended the process when it has closed what it had open. */
  terminate(): Promise<number | NodeJS.Signals | null> {
    return this.ended('SIGTERM');
  }

  async kill(): Promise<void> {
    await this.ended('SIGKILL');
  }

  /**
   * Sends one operation over a connection of its own. The body follows when the process has read the head and said so
   * (100 Continue): what was accepted can be told from what was not.
   */
  ask(query: string, variables: object, cookie = ''): Promise<Reached> {
    const body = JSON.stringify({ query, variables });
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body), cookie };
    return new Promise((resolve) => {
      let isAccepted = false;
      const broken = (): void => resolve({ kind: isAccepted ? 'LOST' : 'NOT_ACCEPTED' });
      const request = httpRequest({
        host: '127.0.0.1',
        port: this.running.ready.port,
        path: '/graphql',
        method: 'POST',
        agent: false,
        headers: { ...headers, expect: '100-continue' },
      });
      request.on('continue', () => {
        isAccepted = true;
        request.end(body);
      });
      request.on('response', (response) => {
        response.on('error', broken);
        answerOf(response).then(resolve, broken);
      });
      request.on('error', broken);
      request.flushHeaders();
    });
  }

  /** Signs in; gives the cookies of the session. Throws where nobody was signed in. */
  async signedIn(login: string, password: string): Promise<string> {
    const answer = await this.ask(SIGN_IN, { login, password });
    const cookies = answer.kind === 'ANSWERED' ? answer.cookies.map((cookie) => cookie.split(';')[0]).join('; ') : '';
    if (!cookies.includes('sid=')) throw new Error(`Nobody was signed in as ${login}: ${JSON.stringify(answer)}`);
    return cookies;
  }

  private async ended(signal: NodeJS.Signals): Promise<number | NodeJS.Signals | null> {
    const { child } = this.running;
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      child.kill(signal);
      await ended;
    }
    return child.signalCode ?? child.exitCode;
  }
}

const SIGN_IN =
  'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { viewer { role } userErrors { code } } }';

async function answerOf(response: IncomingMessage): Promise<Reached> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return {
    kind: 'ANSWERED',
    status: response.statusCode ?? 0,
    body: parsed(Buffer.concat(chunks).toString('utf8')),
    cookies: response.headers['set-cookie'] ?? [],
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return text; // an answer that is no JSON is shown as it came
  }
}
