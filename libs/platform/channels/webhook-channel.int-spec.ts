import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MessageProvider, type ProviderMood } from '#testing/message-provider';
import { WebhookChannel, type WebhookSettings } from './webhook-channel';

const NOW = new Date('2026-10-14T02:00:00Z');
const MESSAGE = { to: '13800000000', text: '工资核对有更新，请登录后查看。', idempotencyKey: 'message-1' };

describe('a webhook channel', () => {
  let provider: MessageProvider;

  beforeAll(async () => {
    provider = await MessageProvider.start({ honoursKey: true });
  });
  beforeEach(() => provider.clear());
  afterAll(() => provider.close());

  const channel = (settings: Partial<WebhookSettings> = {}): WebhookChannel =>
    new WebhookChannel({ url: provider.url, honoursKey: true, timeoutMs: 300, ...settings }, () => NOW);

  it('hands number, text and key over, and gives the provider’s number', async () => {
    expect(await channel().send(MESSAGE)).toEqual({ outcome: 'SENT', providerMessageId: 'p-1' });
    expect(provider.calls).toEqual([
      { key: 'message-1', signature: undefined, body: JSON.stringify({ to: MESSAGE.to, text: MESSAGE.text }) },
    ]);
  });

  it('signs time and body where there is a secret', async () => {
    const secret = 'a secret of sixteen signs';
    await channel({ secret }).send(MESSAGE);
    const [{ signature, body } = { signature: '', body: '' }] = provider.calls;
    const seconds = NOW.getTime() / 1_000;
    const expected = createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex');
    expect(signature).toBe(`t=${seconds},v1=${expected}`);
  });

  it.each<[ProviderMood, object]>([
    ['REFUSES', { outcome: 'NOT_SENT', reason: 'REFUSED', isFinal: true }],
    ['BUSY', { outcome: 'NOT_SENT', reason: 'BUSY', isFinal: false }],
    ['UNAUTHORISED', { outcome: 'NOT_SENT', reason: 'NOT_AUTHORISED', isFinal: false }],
    ['REDIRECTS', { outcome: 'NOT_SENT', reason: 'UNREACHABLE', isFinal: false }],
    ['FAILS', { outcome: 'UNKNOWN', reason: 'PROVIDER_FAULT' }],
    ['TAKEN_STALLS', { outcome: 'UNKNOWN', reason: 'NO_ANSWER' }],
    ['TAKEN_GARBAGE', { outcome: 'UNKNOWN', reason: 'UNREADABLE_ANSWER' }],
    ['TAKEN_BREAKS', { outcome: 'UNKNOWN', reason: 'NO_ANSWER' }],
  ])('a provider that %s is told apart', async (mood, expected) => {
    provider.next(mood);
    expect(await channel().send(MESSAGE)).toEqual(expected);
  });

  it('a repeated call under the same key is taken once', async () => {
    provider.next('TAKEN_GARBAGE');
    await channel().send(MESSAGE);
    expect(await channel().send(MESSAGE)).toEqual({ outcome: 'SENT', providerMessageId: 'p-1' });
    expect(provider.calls).toHaveLength(2);
    expect(provider.received).toHaveLength(1);
  });

  it('knows that nothing was sent where there is no connection', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const url = `http://127.0.0.1:${port}/`;
    expect(await channel({ url }).send(MESSAGE)).toEqual({
      outcome: 'NOT_SENT',
      reason: 'UNREACHABLE',
      isFinal: false,
    });
  });

  it('reads no endless answer', async () => {
    const server = createServer((_, response) => void response.writeHead(200).end('x'.repeat(200_000)));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
    const answer = await channel({ url, timeoutMs: 5_000 }).send(MESSAGE);
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
    expect(answer).toEqual({ outcome: 'UNKNOWN', reason: 'UNREADABLE_ANSWER' });
  });
});
