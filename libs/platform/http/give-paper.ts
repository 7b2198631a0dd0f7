import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Actor } from '#domain/common/actor';
import { isUuid } from '#domain/common/uuid';
import { AppError } from '../auth/app-error';

/** A paper about one row: its bytes, what they are, and what a browser does with them. */
export interface Paper {
  readonly bytes: Buffer;
  readonly mediaType: string;
}

/** A route’s request for the paper of a row. */
export interface PaperRequest {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** As it stands in the address. */
  readonly id: string;
  /** Of the header Content-Disposition, such as `inline; filename="letter.pdf"`. */
  readonly disposition: string;
}

/**
 * Gives a paper to whoever is signed in and may read it. Throws NOT_AUTHENTICATED without a session; what is no id, is not
 * there and is not hers to read are the same NOT_FOUND.
 */
export async function givePaper(
  { request, reply, id, disposition }: PaperRequest,
  read: (actor: Actor) => Promise<Paper | null>,
): Promise<Buffer> {
  const { actor } = request;
  if (actor === null) throw new AppError('NOT_AUTHENTICATED');
  const paper = isUuid(id) ? await read(actor) : null;
  if (paper === null) throw new AppError('NOT_FOUND');
  void reply.headers({
    'content-type': paper.mediaType,
    'content-disposition': disposition,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  });
  return paper.bytes;
}
