/** Codes of errors that are neither a refusal nor a bug. */
export type AppErrorCode =
  'NOT_AUTHENTICATED' | 'FORBIDDEN' | 'MALFORMED' | 'TOO_LARGE' | 'UNKNOWN_DOCUMENT' | 'NOT_FOUND';

/** The HTTP status that goes with each code. */
export const statusOf: Readonly<Record<AppErrorCode, number>> = {
  NOT_AUTHENTICATED: 401,
  FORBIDDEN: 403,
  MALFORMED: 400,
  TOO_LARGE: 413,
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
  MALFORMED: 'The request is malformed.',
  TOO_LARGE: 'The request is too large.',
  UNKNOWN_DOCUMENT: 'This document is not known here.',
  NOT_FOUND: 'There is nothing here.',
};
