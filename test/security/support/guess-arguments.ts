import {
  getNamedType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLInputType,
  type GraphQLOutputType,
} from 'graphql';
import { sampleOf } from '../../architecture/support/sample-document';

/** The way to one id among the arguments of a field: names of arguments and of fields of inputs. */
export type IdPath = readonly string[];

/** Every way to an id among the arguments of a field. */
export const idPathsOf = (field: GraphQLField<unknown, unknown>): IdPath[] =>
  field.args.flatMap(({ name, type }) => idsIn(type, [name]));

/** Those that the field does not do without. */
export const requiredIdPathsOf = (field: GraphQLField<unknown, unknown>): IdPath[] =>
  field.args.filter(({ type }) => isNonNullType(type)).flatMap(({ name, type }) => requiredIn(type, [name]));

function requiredIn(type: GraphQLInputType, path: IdPath): IdPath[] {
  const named = getNamedType(type);
  if (named.name === 'ID') return [path];
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields())
    .filter((field) => isNonNullType(field.type))
    .flatMap((field) => requiredIn(field.type, [...path, field.name]));
}

function idsIn(type: GraphQLInputType, path: IdPath): IdPath[] {
  const named = getNamedType(type);
  if (named.name === 'ID') return [path];
  if (!isInputObjectType(named)) return [];
  return Object.values(named.getFields()).flatMap((field) => idsIn(field.type, [...path, field.name]));
}

/** What the ids of a field are to be; `idOf` gives the one at a path, null = leave it out where that is possible. */
export type IdChoice = (path: IdPath) => string | null;

/** The variables of a field: ids as chosen, everything else as it may be and nothing more than is required. */
export function variablesOf(field: GraphQLField<unknown, unknown>, idOf: IdChoice): Record<string, unknown> {
  const given = field.args.map(({ name, type }) => [name, valueOf(type, [name], idOf)] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function valueOf(type: GraphQLInputType, path: IdPath, idOf: IdChoice): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, path, idOf) ?? sampleOf(type);
  const named = getNamedType(type);
  const isList = isListType(type);
  const one = named.name === 'ID' ? (idOf(path) ?? undefined) : inputOf(type, path, idOf);
  return one === undefined || !isList ? one : [one];
}

/** An input with ids in it; undefined where nobody asked for one of them. */
function inputOf(type: GraphQLInputType, path: IdPath, idOf: IdChoice): unknown {
  const named = getNamedType(type);
  if (!isInputObjectType(named) || idsIn(type, path).length === 0) return undefined;
  const fields = Object.values(named.getFields()).map(
    (field) =>
      [
        field.name,
        valueOf(field.type, [...path, field.name], idOf) ??
          (isNonNullType(field.type) ? sampleOf(field.type) : undefined),
      ] as const,
  );
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

/** A document that calls a field with these variables and asks for what stands one level below it. */
export function documentWith(kind: string, field: GraphQLField<unknown, unknown>, names: readonly string[]): string {
  const given = field.args.filter(({ name }) => names.includes(name));
  const declared = given.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = given.map(({ name }) => `${name}: $${name}`).join(', ');
  return `${kind} (${declared}) { ${field.name}(${passed}) ${selectionOf(field.type, 3)} }`;
}

/** Leaves and, down to a depth, what lies in objects; fields that want arguments are left out. */
function selectionOf(type: GraphQLOutputType, depth: number): string {
  const named = getNamedType(type);
  if (isLeafType(named)) return '';
  if (!isObjectType(named)) return '{ __typename code message field }';
  const fields = Object.values(named.getFields()).filter(({ args }) => args.length === 0);
  const leaves = fields.filter((field) => isLeafType(getNamedType(field.type))).map(({ name }) => name);
  const below = fields.filter(({ name, type: inner }) => !isLeafType(getNamedType(inner)) && WORTH.includes(name));
  const nested = depth === 0 ? [] : below.map((field) => `${field.name} ${selectionOf(field.type, depth - 1)}`);
  return `{ ${['__typename', ...leaves, ...nested].join(' ')} }`;
}

/** What a list and a payload are made of. */
const WORTH = ['edges', 'node', 'userErrors', 'results', 'rows'];
