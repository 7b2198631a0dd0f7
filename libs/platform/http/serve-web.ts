import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { setPagePolicy, type HeaderFacts } from './response-headers';

/** What the page must be told before its scripts run. */
export interface PageFacts extends HeaderFacts {
  readonly trustedDocuments: 'on' | 'off';
}

const ASSET_CACHE_SECONDS = 31_536_000;

/** Serves the built web: assets by their hashed names, and index.html for every other path that a person may open. */
export async function serveWeb(server: FastifyInstance, folder: string, facts: PageFacts): Promise<void> {
  const page = path.join(folder, 'index.html');
  if (!existsSync(page)) return;
  const html = readFileSync(page, 'utf8');
  await server.register(fastifyStatic, {
    root: path.join(folder, 'assets'),
    prefix: '/assets/',
    decorateReply: false,
    immutable: true,
    maxAge: ASSET_CACHE_SECONDS * 1_000,
  });
  server.get('/*', (request, reply) => {
    const isPage = (request.headers.accept ?? '').includes('text/html');
    return isPage
      ? sendPage(reply, html, facts)
      : reply.status(404).send({ code: 'NOT_FOUND', message: 'There is nothing here.' });
  });
}

/** The page gets a new nonce each time; only scripts that carry it run. */
function sendPage(reply: FastifyReply, html: string, facts: PageFacts): FastifyReply {
  const nonce = randomBytes(16).toString('base64');
  setPagePolicy(reply, nonce, facts);
  const metas = `<meta name="csp-nonce" content="${nonce}"><meta name="trusted-documents" content="${facts.trustedDocuments}">`;
  const body = html.replace('<head>', `<head>${metas}`).replaceAll('<script ', `<script nonce="${nonce}" `);
  return reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(body);
}
