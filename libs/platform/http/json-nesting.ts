import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { DOCUMENT_LIMITS } from '../graphql/limits/document-limits';
import { answerError } from './http-hardening';

declare module 'fastify' {
  interface FastifyRequest {
    /** True where the body nests deeper than any question of ours: it was not parsed. */
    nestsTooDeep: boolean;
  }
}

const [QUOTE, BACKSLASH] = [0x22, 0x5c];
const OPENING: ReadonlySet<number> = new Set([0x5b, 0x7b]);
const CLOSING: ReadonlySet<number> = new Set([0x5d, 0x7d]);

/**
 * True where brackets of a JSON text stand inside each other deeper than `most`; those inside strings do not count. Looks
 * at each byte once and allocates nothing: all signs that matter are one byte in UTF-8, and no part of another.
 */
export function nestsDeeperThan(text: Uint8Array, most: number): boolean {
  let open = 0;
  let isInString = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at] as number;
    if (isInString) {
      if (sign === BACKSLASH) at += 1;
      else if (sign === QUOTE) isInString = false;
    } else if (sign === QUOTE) isInString = true;
    else if (OPENING.has(sign)) {
      open += 1;
      if (open > most) return true;
    } else if (CLOSING.has(sign)) open -= 1;
  }
  return false;
}

/**
 * Counts the brackets of a JSON body before it is parsed, and refuses it at the limit that documents have: 60 KB of
 * brackets cost a parser ten milliseconds and this count a tenth of one.
 */
export function limitNesting(app: NestFastifyApplication, { bodyLimit }: { readonly bodyLimit: number }): void {
  const server = app.getHttpAdapter().getInstance();
  const parse = server.getDefaultJsonParser('error', 'error');
  server.decorateRequest('nestsTooDeep', false);
  app.useBodyParser('application/json', { bodyLimit }, (request, body: Buffer, done) => {
    request.nestsTooDeep = nestsDeeperThan(body, DOCUMENT_LIMITS.brackets);
    if (request.nestsTooDeep) done(null, null);
    else void parse(request as FastifyRequest, body.toString(), done);
  });
  server.addHook('preValidation', async (request, reply) =>
    request.nestsTooDeep
      ? answerError(reply, 'LIMIT_EXCEEDED', { limit: 'brackets', most: DOCUMENT_LIMITS.brackets })
      : undefined,
  );
}
