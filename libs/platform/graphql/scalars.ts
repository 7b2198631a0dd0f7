import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';
import { isDay } from '#domain/common/day';
import { isUuid } from '#domain/common/uuid';

const bad = (what: string): GraphQLError =>
  new GraphQLError(`Expected ${what}.`, { extensions: { code: 'MALFORMED' } });

function scalar<T>(
  name: string,
  description: string,
  parse: (value: unknown) => T,
  serialize: (value: unknown) => string,
): GraphQLScalarType<T, string> {
  return new GraphQLScalarType<T, string>({
    name,
    description,
    parseValue: parse,
    parseLiteral: (node: ValueNode) => parse(node.kind === Kind.STRING ? node.value : undefined),
    serialize,
  });
}

const INSTANT_PATTERN = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const DECIMAL_PATTERN = /^-?\d{1,15}(\.\d{1,10})?$/;

/** Calendar day without a zone: ISO 8601, in the county's zone. */
export const DateScalar = scalar(
  'Date',
  "Calendar day 'YYYY-MM-DD' in Asia/Shanghai.",
  (value) => {
    if (typeof value !== 'string' || !isDay(value)) throw bad("a day 'YYYY-MM-DD'");
    return value;
  },
  String,
);

/** Instant: RFC 3339 in, UTC out. */
export const DateTimeScalar = scalar(
  'DateTime',
  'Instant in RFC 3339 with a zone; always UTC in answers.',
  (value) => {
    const instant = typeof value === 'string' && INSTANT_PATTERN.test(value) ? new Date(value) : new Date(NaN);
    if (Number.isNaN(instant.getTime())) throw bad('an instant in RFC 3339 with a zone');
    return instant;
  },
  (value) => (value instanceof Date ? value : new Date(String(value))).toISOString(),
);

/** UUID in lower case. */
export const UuidScalar = scalar(
  'UUID',
  'UUID, such as an idempotency key made by the caller.',
  (value) => {
    if (typeof value !== 'string' || !isUuid(value)) throw bad('a UUID');
    return value.toLowerCase();
  },
  String,
);

/** Exact decimal as text. */
export const DecimalScalar = scalar(
  'Decimal',
  'Exact decimal number as text, such as "1970.00".',
  (value) => {
    if (typeof value !== 'string' || !DECIMAL_PATTERN.test(value)) throw bad('a decimal number as text');
    return value;
  },
  String,
);
