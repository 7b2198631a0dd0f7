import type { FastifyInstance, FastifyServerOptions } from 'fastify';

/** After this a connection that still has a question under way is cut off; one statement may take five seconds. */
const LONGEST_WAIT_MS = 8_000;

/**
 * Options by which a server that closes ends idle connections alone: questions that it accepted are answered, those
 * that come in while it closes as well.
 */
export const closingOptions = {
  forceCloseConnections: 'idle',
  return503OnClosing: false,
} as const satisfies FastifyServerOptions;

/** Answers what was accepted before the server closes, and tells the caller that this connection ends with the answer. */
export function answerBeforeClosing(server: FastifyInstance, longestWaitMs = LONGEST_WAIT_MS): void {
  let isClosing = false;
  server.addHook('preClose', (done) => {
    isClosing = true;
    setTimeout(() => server.server.closeAllConnections(), longestWaitMs).unref();
    done();
  });
  server.addHook('onSend', (_request, reply, payload, done) => {
    if (isClosing) void reply.header('connection', 'close');
    done(null, payload);
  });
}
