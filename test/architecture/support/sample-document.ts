import { randomUUID } from 'node:crypto';
import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isLeafType,
  isListType,
  isNonNullType,
  isRequiredInputField,
  type GraphQLField,
  type GraphQLInputType,
} from 'graphql';

/** Months are strings in the schema; this one is well formed. */
const A_MONTH = '2026-04';

/** A value of the type that is well formed and names nothing that exists. */
export function sampleOf(type: GraphQLInputType): unknown {
  if (isNonNullType(type)) return sampleOf(type.ofType);
  if (isListType(type)) return [];
  if (isEnumType(type)) return type.getValues()[0]?.name;
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter(isRequiredInputField);
    return Object.fromEntries(required.map((field) => [field.name, sampleOf(field.type)]));
  }
  const scalars: Readonly<Record<string, unknown>> = {
    Int: 1,
    Decimal: '1.00',
    Boolean: true,
    Date: '2026-04-01',
    DateTime: '2026-04-01T00:00:00Z',
    ID: randomUUID(),
    UUID: randomUUID(),
  };
  return scalars[type.name] ?? 'x';
}

/** A document that calls one root field with what it requires, and nothing more. */
export function documentOf(kind: 'query' | 'mutation', field: GraphQLField<unknown, unknown>) {
  const required = field.args.filter(({ type }) => isNonNullType(type));
  const declared = required.map(({ name, type }) => `$${name}: ${String(type)}`).join(', ');
  const passed = required.map(({ name }) => `${name}: $${name}`).join(', ');
  const selection = isLeafType(getNamedType(field.type)) ? '' : ' { __typename }';
  return {
    text: `${kind}${declared === '' ? '' : ` (${declared})`} { ${field.name}${passed === '' ? '' : `(${passed})`}${selection} }`,
    variables: Object.fromEntries(
      required.map(({ name, type }) => [name, name === 'period' ? A_MONTH : sampleOf(type)]),
    ),
  };
}
