import {
  getNamedType,
  GraphQLString,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  type GraphQLField,
  type GraphQLInputObjectType,
  type GraphQLInputType,
} from 'graphql';

type Mutation = GraphQLField<unknown, unknown>;

/** A place where an object is given: an argument's path into its inputs, and the fields that are declared there. */
export interface Place {
  readonly at: readonly string[];
  readonly type: GraphQLInputObjectType;
  readonly declared: ReadonlySet<string>;
}

/** Every input object of a mutation and those within them. */
export function placesOf(mutation: Mutation): Place[] {
  const found: Place[] = [];
  const walk = (given: GraphQLInputType, at: readonly string[]): void => {
    const type = getNamedType(given);
    if (!isInputObjectType(type)) return;
    const fields = Object.values(type.getFields());
    found.push({ at, type, declared: new Set(fields.map(({ name }) => name)) });
    for (const field of fields) walk(field.type, [...at, field.name]);
  };
  for (const { name, type } of mutation.args) walk(type, [name]);
  return found;
}

/** A document that takes each of a mutation's arguments as a variable. */
export function documentOf(mutation: Mutation, more: readonly string[] = []): string {
  const args = mutation.args.map(({ name, type }) => ({ name, type: String(type) }));
  const all = [...args, ...more.map((name) => ({ name, type: String(GraphQLString) }))];
  if (all.length === 0) return `mutation { ${mutation.name} { __typename } }`;
  const variables = all.map(({ name, type }) => `$${name}: ${type}`).join(', ');
  return `mutation (${variables}) { ${mutation.name}(${all.map(({ name }) => `${name}: $${name}`).join(', ')}) { __typename } }`;
}

const SAMPLES: Readonly<Record<string, unknown>> = {
  ID: '00000000-0000-4000-8000-000000000000',
  UUID: '00000000-0000-4000-8000-000000000000',
  Int: 1,
  Float: 1,
  Boolean: false,
  Date: '2026-01-05',
  DateTime: '2026-01-05T00:00:00.000Z',
  Decimal: '1',
};

/** Values that the schema takes for all that is required, with a field more at one place. */
export function variablesOf(
  mutation: Mutation,
  at: readonly string[],
  extra: Readonly<Record<string, unknown>>,
): object {
  const given = mutation.args
    .filter(({ name, type }) => isNonNullType(type) || name === at[0])
    .map(({ name, type }) => [name, valueOf(type, name === at[0] ? at.slice(1) : null, extra)] as const);
  return { ...Object.fromEntries(given), ...(at.length === 0 ? extra : {}) };
}

function valueOf(
  type: GraphQLInputType,
  at: readonly string[] | null,
  extra: Readonly<Record<string, unknown>>,
): unknown {
  if (isNonNullType(type)) return valueOf(type.ofType, at, extra);
  if (isListType(type)) return [valueOf(type.ofType, at, extra)];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (!isInputObjectType(type)) return SAMPLES[type.name] ?? 'x';
  const given = Object.values(type.getFields())
    .filter((field) => isNonNullType(field.type) || field.name === at?.[0])
    .map((field) => [field.name, valueOf(field.type, field.name === at?.[0] ? at.slice(1) : null, extra)] as const);
  return { ...Object.fromEntries(given), ...(at?.length === 0 ? extra : {}) };
}
