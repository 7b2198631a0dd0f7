import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { unwrapResolverError } from '@apollo/server/errors';
import { QueryFailedError } from 'typeorm';
import { AppError } from '../auth/app-error';
import type { Logger } from '../logging/logger';

/** Codes that GraphQL itself gives for a request it cannot read. */
const MALFORMED = new Set([
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'OPERATION_RESOLUTION_FAILURE',
  'BAD_REQUEST',
  'MALFORMED',
]);

/** character_not_in_repertoire */
const NO_CHARACTER = '22021';

/**
 * The one mapping from an exception to GraphQL: an AppError keeps its code, an unreadable request is MALFORMED (with
 * its reason only while exploring: reasons spell out the schema), and everything else is a bug: logged with its stack,
 * masked outside. One sentence per code.
 */
export function errorFormat(
  log: Logger,
  isExploring: boolean,
): (formatted: GraphQLFormattedError, error: unknown) => GraphQLFormattedError {
  return (formatted, error) => {
    const cause = unwrapResolverError(error);
    if (cause instanceof AppError) return shown(cause.message, cause.code);
    const code = cause instanceof GraphQLError ? cause.extensions['code'] : formatted.extensions?.['code'];
    if (code === 'LIMIT_EXCEEDED') return { message: formatted.message, extensions: limitOf(formatted) };
    if ((typeof code === 'string' && MALFORMED.has(code)) || isNoText(cause))
      return shown(isExploring ? formatted.message : new AppError('MALFORMED').message, 'MALFORMED');
    log.error('a field failed', { code: 'INTERNAL' }, cause);
    return shown('Something went wrong here; it has been written down.', 'INTERNAL');
  };
}

/** A text that PostgreSQL cannot hold, such as one with a zero byte: nobody could have meant it. */
const isNoText = (cause: unknown): boolean =>
  cause instanceof QueryFailedError && (cause.driverError as { readonly code?: string }).code === NO_CHARACTER;

const limitOf = ({ extensions = {} }: GraphQLFormattedError): Record<string, unknown> => ({
  code: extensions['code'],
  limit: extensions['limit'],
  most: extensions['most'],
});

const shown = (message: string, code: string): GraphQLFormattedError => ({ message, extensions: { code } });
