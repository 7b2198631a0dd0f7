import type { Type } from '@nestjs/common';
import { Field, Int, ObjectType } from '@nestjs/graphql';
import { refusal, refused, done, type Outcome } from '#domain/common/outcome';
import { AppError } from '../auth/app-error';
import type { InstantPage, Page, PageRequest } from '../database/page';

@ObjectType({ description: 'Where a page of a list ends.' })
export class PageInfo {
  @Field(() => Boolean, { description: 'True when more follows.' })
  hasNextPage!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'Give this as `after` for the next page; null on an empty page.',
  })
  endCursor!: string | null;
}

/** A page as the schema shows it. */
export interface Connection<T> {
  readonly edges: { readonly cursor: string; readonly node: T }[];
  readonly pageInfo: PageInfo;
  readonly totalCount: number;
}

/** Rows of a page whose size nobody names. */
export const DEFAULT_FIRST = 20;
const MAX_FIRST = 100;

/** Reads `first` (1..100, 20 unless told) and `after`. Throws MALFORMED for anything else. */
export function pageRequest(first: number | null | undefined, after: string | null | undefined): PageRequest {
  const size = first ?? DEFAULT_FIRST;
  if (size < 1 || size > MAX_FIRST) throw new AppError('MALFORMED');
  return { limit: size, after: after === null || after === undefined ? null : readCursor(after) };
}

/** Builds the connection of a page; the repository read up to `limit + 1` rows. */
export function connectionOf<T extends { readonly id: string }>(
  page: Page<T>,
  request: PageRequest,
  sortKeyOf: (row: T, at: number) => string,
): Connection<T> {
  const shown = page.rows.slice(0, request.limit);
  const edges = shown.map((node, at) => ({ cursor: writeCursor(sortKeyOf(node, at), node.id), node }));
  return {
    edges,
    pageInfo: { hasNextPage: page.rows.length > request.limit, endCursor: edges.at(-1)?.cursor ?? null },
    totalCount: page.totalCount,
  };
}

/** The sort keys of a page in order of an instant, for whatever its rows became. */
export const keysOf =
  ({ keys }: InstantPage<unknown>) =>
  (_row: unknown, at: number): string =>
    keys[at] ?? '';

const writeCursor = (sortKey: string, id: string): string =>
  Buffer.from(JSON.stringify([sortKey, id])).toString('base64url');

const UUID = /^[0-9a-f-]{36}$/;

function readCursor(cursor: string): { sortKey: string; id: string } {
  const outcome = decoded(cursor);
  if (!outcome.ok) throw new AppError('MALFORMED');
  return outcome.value;
}

function decoded(cursor: string): Outcome<{ sortKey: string; id: string }, 'MALFORMED'> {
  const malformed = refused(refusal('MALFORMED', ['after']));
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
    if (!Array.isArray(parts) || parts.length !== 2) return malformed;
    const [sortKey, id] = parts as unknown[];
    return typeof sortKey === 'string' && typeof id === 'string' && UUID.test(id) ? done({ sortKey, id }) : malformed;
  } catch (error) {
    if (error instanceof SyntaxError) return malformed;
    throw error;
  }
}

/** Declares the connection and edge types of a node type, such as ClientConnection. */
export function connectionTypeOf<T extends object>(nodeType: Type<T>): Type<Connection<T>> {
  const name = nodeType.name;

  @ObjectType(`${name}Edge`, { description: `One ${name} in a list, with its cursor.` })
  class Edge {
    @Field(() => String, { description: 'Give this as `after` to go on behind this row.' })
    cursor!: string;

    @Field(() => nodeType, { description: `The ${name}.` })
    node!: T;
  }

  @ObjectType(`${name}Connection`, { description: `A page of ${name} rows.` })
  class NodeConnection {
    @Field(() => [Edge], { description: 'The rows of this page, in order.' })
    edges!: Edge[];

    @Field(() => PageInfo, { description: 'Where the page ends.' })
    pageInfo!: PageInfo;

    @Field(() => Int, { description: 'How many rows the whole list has for this reader and filter.' })
    totalCount!: number;
  }

  return NodeConnection;
}
