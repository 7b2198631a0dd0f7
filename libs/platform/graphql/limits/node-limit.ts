import {
  getNamedType,
  getNullableType,
  GraphQLError,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
} from 'graphql';
import { DEFAULT_FIRST } from '../connection';

/** How many objects one answer may hold: security.md, "GraphQL surface". */
export const NODE_LIMIT = 2_000;

/** A list that takes no `first` is short (skills, parts of a score); this many of its objects are counted. */
const SHORT_LIST = 5;

/** What a counted operation needs: its parts and the values sent with it. */
export interface CountedOperation {
  readonly schema: GraphQLSchema;
  readonly operation: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * How many objects the answer may hold at most: each page counts `first` times what one row asks for; edges and page
 * information count nothing of their own. The operation has passed validation, so no fragment leads back to itself.
 */
export function nodeCount(counted: CountedOperation): number {
  const { schema, operation, fragments } = counted;
  const known = new Map<string, number>();
  const root = schema.getRootType(operation.operation);
  const ofSelections = (type: GraphQLCompositeType, set: SelectionSetNode | undefined): number =>
    (set?.selections ?? []).reduce((sum, one) => {
      if (one.kind === Kind.FIELD) return sum + ofField(type, one);
      if (one.kind === Kind.FRAGMENT_SPREAD) return sum + ofFragment(one.name.value);
      return sum + ofSelections(narrowed(schema, one.typeCondition?.name.value, type), one.selectionSet);
    }, 0);
  const ofFragment = (name: string): number => {
    const fragment = fragments.get(name);
    if (fragment === undefined) return 0;
    const type = schema.getType(fragment.typeCondition.name.value);
    const count = known.get(name) ?? (isCompositeType(type) ? ofSelections(type, fragment.selectionSet) : 0);
    known.set(name, count);
    return count;
  };
  const ofField = (parent: GraphQLCompositeType, node: FieldNode): number => {
    const field = isObjectType(parent) ? parent.getFields()[node.name.value] : undefined;
    const type = field === undefined ? null : getNamedType(field.type);
    if (field === undefined || !isCompositeType(type)) return 0;
    const own = /(Connection|Edge|PageInfo)$/.test(type.name) ? 0 : 1;
    return timesOf(parent, field, node, counted.variables) * (own + ofSelections(type, node.selectionSet));
  };
  return root ? ofSelections(root, operation.selectionSet) : 0;
}

/** Refuses an operation whose answer could hold too many objects. Throws LIMIT_EXCEEDED. */
export function refuseTooManyNodes(counted: CountedOperation): void {
  if (nodeCount(counted) <= NODE_LIMIT) return;
  throw new GraphQLError('The request asks for too much at once.', {
    extensions: { code: 'LIMIT_EXCEEDED', limit: 'nodes', most: NODE_LIMIT, http: { status: 400 } },
  });
}

function narrowed(
  schema: GraphQLSchema,
  name: string | undefined,
  otherwise: GraphQLCompositeType,
): GraphQLCompositeType {
  const type = name === undefined ? undefined : schema.getType(name);
  return isCompositeType(type) ? type : otherwise;
}

function timesOf(
  parent: GraphQLCompositeType,
  field: GraphQLField<unknown, unknown>,
  node: FieldNode,
  variables: Readonly<Record<string, unknown>>,
): number {
  if (field.args.some((argument) => argument.name === 'first')) return firstOf(node, variables);
  const isShortList = isListType(getNullableType(field.type)) && !parent.name.endsWith('Connection');
  return isShortList ? SHORT_LIST : 1;
}

/** A `first` that is no number is refused where it is read; here it counts as a page of usual size. */
function firstOf(node: FieldNode, variables: Readonly<Record<string, unknown>>): number {
  const value = node.arguments?.find((argument) => argument.name.value === 'first')?.value;
  const given =
    value?.kind === Kind.INT
      ? Number(value.value)
      : value?.kind === Kind.VARIABLE
        ? variables[value.name.value]
        : undefined;
  return typeof given === 'number' && given > 0 ? given : DEFAULT_FIRST;
}
