import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { isUuid } from '#domain/common/uuid';

const ID_KEY = /^(id|.*Id)$/;

/** The id of nothing: no row has it. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/**
 * A text that is no id names nothing: it is read as the id of nothing, so that every use case gives its own answer for
 * what does not exist (NOT_FOUND, null), and PostgreSQL never meets a malformed id.
 */
@Injectable()
export class IdsPipe implements PipeTransform {
  transform(value: unknown, { type, data }: ArgumentMetadata): unknown {
    if (type !== 'body') return value;
    if (typeof value === 'string') return data !== undefined && ID_KEY.test(data) ? idOf(value) : value;
    return isPlainObject(value) ? withIds(value) : value;
  }
}

const idOf = (text: string): string => (isUuid(text) ? text : NOBODY);

function withIds(input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const read = Object.entries(input).map(([key, value]): [string, unknown] => {
    if (typeof value === 'string') return [key, ID_KEY.test(key) ? idOf(value) : value];
    return [key, isPlainObject(value) ? withIds(value) : value];
  });
  return Object.assign(
    Object.create(Object.getPrototypeOf(input) as object | null) as object,
    Object.fromEntries(read),
  );
}

/** Input objects of GraphQL: either without a prototype or of an input class; a Date is none. */
const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
