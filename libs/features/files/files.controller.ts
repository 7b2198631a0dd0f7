import type {} from '@fastify/multipart';
import { Controller, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { AppError } from '#platform/auth/app-error';
import { MemberLimits } from '#platform/http/member-limits';
import { FilesService, type FileUpload } from './files.service';

/** What the sender reads: the file's id, or why it was not taken. */
export type UploadAnswer =
  | { readonly fileId: string; readonly name: string; readonly bytes: number }
  | { readonly code: string; readonly retryAfterSeconds?: number };

/** A header that no form of another site can send: with the check of the origin, the guard against forged uploads. */
const HEADER = 'x-tonggong-upload';
const CREATED = 201;
const UNSUPPORTED = 415;
const TOO_MANY = 429;

// Sentences of the multipart parser for a body that ends or is written wrongly; it gives them no code.
const BROKEN_BODY = /^(Unexpected end of|Malformed|Multipart: Boundary|Part terminated early)/;

/** Takes files: multipart, one part `file` of at most 20 MiB, its kind told from the content. */
@Controller('files')
export class FilesController {
  constructor(
    private readonly files: FilesService,
    private readonly limits: MemberLimits,
  ) {}

  @Post()
  @Requires(Permission.FILE_UPLOAD)
  async upload(@Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<UploadAnswer> {
    const { actor } = request;
    if (actor === null) throw new AppError('NOT_AUTHENTICATED');
    if (request.headers[HEADER] === undefined) throw new AppError('FORBIDDEN');
    const seconds = await this.limits.admit('UPLOAD', actor.membershipId ?? '');
    if (seconds > 0) return tooMany(reply, seconds); // before a byte of the body is read
    const upload = await sentFile(request);
    const outcome = await this.files.take(actor, upload);
    void reply.status(outcome.ok ? CREATED : UNSUPPORTED);
    if (!outcome.ok) return { code: outcome.refusals[0]?.code ?? 'FILE_TYPE_NOT_ALLOWED' };
    return { fileId: outcome.value.id, name: outcome.value.name, bytes: upload.bytes.length };
  }
}

function tooMany(reply: FastifyReply, retryAfterSeconds: number): UploadAnswer {
  void reply.status(TOO_MANY).header('retry-after', String(retryAfterSeconds));
  return { code: 'TOO_MANY_UPLOADS', retryAfterSeconds };
}

async function sentFile(request: FastifyRequest): Promise<FileUpload> {
  try {
    const part = await request.file();
    if (part?.fieldname !== 'file') throw new AppError('MALFORMED');
    const bytes = await part.toBuffer();
    // The parser looks at its limit only while pieces arrive: what was cut off exactly at a piece's end comes without a fault.
    if (part.file.truncated) throw new AppError('TOO_LARGE');
    return { name: part.filename, bytes };
  } catch (error) {
    throw answerTo(error);
  }
}

function answerTo(error: unknown): unknown {
  if (!(error instanceof Error)) return error;
  const { code } = error as Error & { code?: string };
  if (code === 'FST_REQ_FILE_TOO_LARGE') return new AppError('TOO_LARGE');
  if (code?.startsWith('FST_') === true || BROKEN_BODY.test(error.message)) return new AppError('MALFORMED');
  return error;
}
