import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fastify, { type FastifyInstance } from 'fastify';
import { setResponseHeaders } from './response-headers';
import { serveWeb } from './serve-web';

const PAGE = '<!doctype html><html><head><script src="/assets/a.js"></script></head><body></body></html>';

describe('headers of answers', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tonggong-web-'));

  beforeAll(() => {
    mkdirSync(path.join(folder, 'assets'));
    writeFileSync(path.join(folder, 'index.html'), PAGE);
    writeFileSync(path.join(folder, 'assets/a.js'), '1');
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  async function served(isSecure: boolean): Promise<FastifyInstance> {
    const server = fastify();
    await setResponseHeaders(server, { isSecure });
    server.addHook('onRequest', async (request, reply) =>
      request.url === '/refused' ? reply.status(403).send({ code: 'FORBIDDEN' }) : undefined,
    );
    server.get('/refused', async () => 'never');
    server.get('/answer', async () => ({ answer: true }));
    await serveWeb(server, folder, { trustedDocuments: 'on', isSecure });
    return server;
  }

  it.each(['/answer', '/refused', '/assets/a.js', '/nowhere'])(
    'let browsers run, frame, sniff and keep nothing of %s',
    async (url) => {
      const { headers } = await (await served(false)).inject({ url });
      expect(headers).toMatchObject({
        'content-security-policy': "default-src 'none';frame-ancestors 'none'",
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'x-dns-prefetch-control': 'off',
        'x-permitted-cross-domain-policies': 'none',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'origin-agent-cluster': '?1',
        'permissions-policy': 'camera=(), geolocation=(), microphone=()',
      });
      expect(headers['x-powered-by']).toBeUndefined();
    },
  );

  it('say that https stays https only where the address is https', async () => {
    const [plain, secure] = await Promise.all([served(false), served(true)]);
    expect((await plain.inject('/answer')).headers['strict-transport-security']).toBeUndefined();
    expect((await secure.inject('/answer')).headers['strict-transport-security']).toBe(
      'max-age=31536000; includeSubDomains',
    );
    const page = { url: '/', headers: { accept: 'text/html' } };
    expect((await plain.inject(page)).headers['content-security-policy']).not.toContain('upgrade-insecure-requests');
    expect((await secure.inject(page)).headers['content-security-policy']).toContain('upgrade-insecure-requests');
  });

  it('let a page run only the scripts and styles that carry the nonce of this very answer', async () => {
    const server = await served(false);
    const pages = await Promise.all(
      [1, 2].map(() => server.inject({ url: '/clients/7', headers: { accept: 'text/html' } })),
    );
    const nonces = pages.map(({ headers, body }) => {
      const policy = String(headers['content-security-policy']);
      const nonce = /script-src 'nonce-([^']+)' 'strict-dynamic'/.exec(policy)?.[1] ?? '';
      expect(policy).toContain(`style-src 'self' 'nonce-${nonce}'`);
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toMatch(/(script|style)-src [^;]*'unsafe/);
      expect(body).toContain(`<script nonce="${nonce}" src="/assets/a.js">`);
      expect(headers['cache-control']).toBe('no-store');
      return nonce;
    });
    expect(new Set(nonces).size).toBe(2);
    expect(nonces.every((nonce) => Buffer.from(nonce, 'base64').length === 16)).toBe(true);
  });
});
