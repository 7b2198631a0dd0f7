/** Codes of errors that are neither a refusal nor a bug. */
export type AppErrorCode =
  | 'NOT_AUTHENTICATED'
  | 'FORBIDDEN'
  | 'STEP_UP_REQUIRED'
  | 'PIN_REQUIRED'
  | 'MALFORMED'
  | 'TOO_LARGE'
  | 'TOO_SLOW'
  | 'TOO_MANY_STREAMS'
  | 'LIMIT_EXCEEDED'
  | 'METHOD_NOT_ALLOWED'
  | 'UNSUPPORTED_MEDIA'
  | 'UNKNOWN_DOCUMENT'
  | 'NOT_FOUND';

/** The HTTP status that goes with each code. */
export const statusOf: Readonly<Record<AppErrorCode, number>> = {
  NOT_AUTHENTICATED: 401,
  FORBIDDEN: 403,
  STEP_UP_REQUIRED: 403,
  PIN_REQUIRED: 403,
  MALFORMED: 400,
  TOO_LARGE: 413,
  TOO_SLOW: 408,
  TOO_MANY_STREAMS: 429,
  LIMIT_EXCEEDED: 400,
  METHOD_NOT_ALLOWED: 405,
  UNSUPPORTED_MEDIA: 415,
  UNKNOWN_DOCUMENT: 400,
  NOT_FOUND: 404,
};

/** A request that is not answered, for a reason outside the business: one fixed sentence per code, nothing about rows. */
export class AppError extends Error {
  override readonly name = 'AppError';

  constructor(readonly code: AppErrorCode) {
    super(sentences[code]);
  }
}

const sentences: Readonly<Record<AppErrorCode, string>> = {
  NOT_AUTHENTICATED: 'Sign in first.',
  FORBIDDEN: 'This role may not do that.',
  STEP_UP_REQUIRED: 'Prove who you are first: the last proof is more than five minutes old.',
  PIN_REQUIRED: 'Give the six digits of this phone first.',
  MALFORMED: 'The request is malformed.',
  TOO_LARGE: 'The request is too large.',
  TOO_SLOW: 'The request took too long to arrive.',
  TOO_MANY_STREAMS: 'Too many windows listen at once.',
  LIMIT_EXCEEDED: 'The request asks for too much at once.',
  METHOD_NOT_ALLOWED: 'This address takes POST only.',
  UNSUPPORTED_MEDIA: 'This address takes plain application/json only.',
  UNKNOWN_DOCUMENT: 'This document is not known here.',
  NOT_FOUND: 'There is nothing here.',
};
