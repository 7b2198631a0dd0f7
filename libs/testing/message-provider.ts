import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

/** How a provider behaves at one call. TAKEN_*: it has the message, and its answer is lost or nobody can read it. */
export type ProviderMood =
  | 'TAKES'
  | 'REFUSES'
  | 'BUSY'
  | 'UNAUTHORISED'
  | 'REDIRECTS'
  | 'FAILS'
  | 'TAKEN_STALLS'
  | 'TAKEN_GARBAGE'
  | 'TAKEN_BREAKS';

/** One call as it came in. */
export interface ProviderCall {
  readonly key: string;
  readonly signature: string | undefined;
  readonly body: string;
}

/** A provider of text messages on a real socket, whose mood is set call by call. */
export class MessageProvider {
  readonly calls: ProviderCall[] = [];
  /** What phones got, in order: with an honoured key once per key, else once per call that was taken. */
  readonly received: { readonly to: string; readonly text: string }[] = [];
  private readonly taken = new Map<string, string>();
  private readonly moods: ProviderMood[] = [];
  private onCall: () => void = () => undefined;

  private constructor(
    private readonly server: Server,
    private readonly honoursKey: boolean,
  ) {}

  /** Starts a provider. */
  static async start(options: { readonly honoursKey: boolean }): Promise<MessageProvider> {
    const server = createServer();
    const provider = new MessageProvider(server, options.honoursKey);
    server.on('request', (request, response) => void provider.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return provider;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}/messages`;
  }

  /** The moods of the next calls; TAKES from then on. */
  next(...moods: readonly ProviderMood[]): void {
    this.moods.push(...moods);
  }

  /** Resolves when the next call has come in, before it is answered. */
  nextCall(): Promise<void> {
    return new Promise((resolve) => (this.onCall = resolve));
  }

  /** Forgets what came in. */
  clear(): void {
    this.calls.length = 0;
    this.received.length = 0;
    this.moods.length = 0;
    this.taken.clear();
  }

  close(): Promise<void> {
    this.server.closeAllConnections();
    return new Promise((resolve) => this.server.close(() => resolve()));
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const key = String(request.headers['idempotency-key']);
    this.calls.push({ key, signature: request.headers['x-signature'] as string | undefined, body });
    const mood = this.moods.shift() ?? 'TAKES';
    if (mood === 'TAKES' || mood.startsWith('TAKEN')) this.take(key, body);
    this.onCall();
    ANSWERS[mood](response, this.taken.get(key) ?? '');
  }

  private take(key: string, body: string): void {
    if (this.honoursKey && this.taken.has(key)) return;
    this.taken.set(key, `p-${this.received.length + 1}`);
    this.received.push(JSON.parse(body) as { to: string; text: string });
  }
}

const status =
  (code: number, headers: Readonly<Record<string, string>> = {}) =>
  (response: ServerResponse): void =>
    void response.writeHead(code, headers).end();

const ANSWERS: Readonly<Record<ProviderMood, (response: ServerResponse, id: string) => void>> = {
  TAKES: (response, id) => void response.writeHead(200, { 'content-type': 'application/json' }).end(`{"id":"${id}"}`),
  REFUSES: status(422),
  BUSY: status(429, { 'retry-after': '1' }),
  UNAUTHORISED: status(401),
  REDIRECTS: status(302, { location: 'http://127.0.0.1:9/elsewhere' }),
  FAILS: status(500),
  TAKEN_STALLS: () => undefined,
  TAKEN_GARBAGE: (response) => void response.writeHead(200).end('<html>thank you</html>'),
  TAKEN_BREAKS: (response) => void response.socket?.destroy(),
};
