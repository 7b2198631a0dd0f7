import {
  GraphQLError,
  Kind,
  Lexer,
  parse,
  Source,
  TokenKind,
  visit,
  type DocumentNode,
  type FragmentDefinitionNode,
  type SelectionSetNode,
} from 'graphql';

/** What a document may hold at most: security.md, "GraphQL surface". */
export const DOCUMENT_LIMITS = {
  /** Open brackets at one place, counted before parsing: a parser that recurses would overflow its stack. */
  brackets: 64,
  tokens: 1_500,
  /** Fields inside fields; fragments are followed. */
  depth: 8,
  /** Aliased fields, `__typename` among them. */
  aliases: 15,
  directives: 6,
  /** Fragments by name and in place together. */
  fragments: 20,
  variables: 30,
} as const;

/** A limit of a document. */
export type DocumentLimit = keyof typeof DOCUMENT_LIMITS;

const OPENING = new Set<string>([TokenKind.BRACE_L, TokenKind.PAREN_L, TokenKind.BRACKET_L]);
const CLOSING = new Set<string>([TokenKind.BRACE_R, TokenKind.PAREN_R, TokenKind.BRACKET_R]);

/**
 * The first limit that a document's text exceeds, or null. A text that is no GraphQL exceeds none: it is refused where
 * it is parsed. Never recurses deeper than `brackets`, and costs time in proportion to the text.
 */
export function exceededLimit(text: string): DocumentLimit | null {
  try {
    return exceededByTokens(text) ?? exceededByParts(parse(text, { noLocation: true }));
  } catch (error) {
    if (error instanceof GraphQLError) return null;
    throw error;
  }
}

function exceededByTokens(text: string): DocumentLimit | null {
  const lexer = new Lexer(new Source(text));
  let tokens = 0;
  let open = 0;
  for (let token = lexer.advance(); token.kind !== TokenKind.EOF; token = lexer.advance()) {
    tokens += 1;
    if (tokens > DOCUMENT_LIMITS.tokens) return 'tokens';
    if (OPENING.has(token.kind)) open += 1;
    else if (CLOSING.has(token.kind)) open -= 1;
    if (open > DOCUMENT_LIMITS.brackets) return 'brackets';
  }
  return null;
}

function exceededByParts(document: DocumentNode): DocumentLimit | null {
  const count = { aliases: 0, directives: 0, fragments: 0, variables: 0 };
  visit(document, {
    Field: (field) => void (count.aliases += field.alias === undefined ? 0 : 1),
    Directive: () => void (count.directives += 1),
    FragmentDefinition: () => void (count.fragments += 1),
    InlineFragment: () => void (count.fragments += 1),
    VariableDefinition: () => void (count.variables += 1),
  });
  const names = Object.keys(count) as (keyof typeof count)[];
  const exceeded = names.find((name) => count[name] > DOCUMENT_LIMITS[name]);
  return exceeded ?? (depthOf(document) > DOCUMENT_LIMITS.depth ? 'depth' : null);
}

/** Each fragment is measured once, however often it is spread; one that leads back to itself counts as endless. */
function depthOf(document: DocumentNode): number {
  const fragments = new Map<string, FragmentDefinitionNode>();
  for (const definition of document.definitions)
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
  const measured = new Map<string, number>();
  const ofFragment = (name: string): number => {
    const known = measured.get(name);
    if (known !== undefined) return known;
    measured.set(name, Number.POSITIVE_INFINITY); // met again while it is measured: a circle
    const depth = ofSelections(fragments.get(name)?.selectionSet);
    measured.set(name, depth);
    return depth;
  };
  const ofSelections = (selections: SelectionSetNode | undefined): number =>
    Math.max(
      0,
      ...(selections?.selections ?? []).map((one) => {
        if (one.kind === Kind.FIELD) return 1 + ofSelections(one.selectionSet);
        return one.kind === Kind.FRAGMENT_SPREAD ? ofFragment(one.name.value) : ofSelections(one.selectionSet);
      }),
    );
  return Math.max(
    0,
    ...document.definitions.map((one) => ('selectionSet' in one ? ofSelections(one.selectionSet) : 0)),
  );
}
