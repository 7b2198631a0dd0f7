import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/** How long a sender who was answered before her body was read has time to read the answer. */
export const LINGER_MS = 1_000;

/**
 * Answers who is refused before her body was read (no session, no permission, too large) without reading it: the answer
 * leaves, nothing more is taken in, and the connection ends. Node would read what is left to its end, 20 MiB for each
 * stranger; closing at once would lose the answer under the sender's own bytes. Bodies up to `smallBytes` are read away:
 * their connection is kept.
 */
export function leaveUnread(server: FastifyInstance, { smallBytes }: { readonly smallBytes: number }): void {
  server.addHook('onSend', async (request, reply, payload: unknown) => {
    if (typeof payload !== 'string' || !isUnread(request, smallBytes)) return payload;
    void reply.header('connection', 'close').header('content-length', Buffer.byteLength(payload));
    return lingering(payload, reply);
  });
}

/** `complete` is true once the whole request has come. */
function isUnread({ raw, headers }: FastifyRequest, smallBytes: number): boolean {
  if (raw.complete) return false;
  return headers['transfer-encoding'] !== undefined || Number(headers['content-length'] ?? 0) > smallBytes;
}

/** The answer, whose stream ends when the sender has gone or her time is over: only then does Node let go of the body. */
function lingering(text: string, { raw }: FastifyReply): Readable {
  return Readable.from(
    (async function* () {
      yield text;
      await new Promise((resolve) => {
        const timer = setTimeout(resolve, LINGER_MS);
        raw.once('close', () => {
          clearTimeout(timer);
          resolve(null);
        });
      });
    })(),
  );
}
