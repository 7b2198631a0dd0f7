import { GraphQLError, Kind, OperationTypeNode, type ASTVisitor, type ValidationContext } from 'graphql';

/** Validation rule: one operation in a document, and one field (beside __typename) in a mutation, so that operation and use case are the same. */
export function oneMutationField(context: ValidationContext): ASTVisitor {
  const refuse = (sentence: string): void =>
    context.reportError(new GraphQLError(sentence, { extensions: { code: 'MALFORMED' } }));
  return {
    Document(document) {
      const operations = document.definitions.filter((definition) => definition.kind === Kind.OPERATION_DEFINITION);
      if (operations.length > 1) refuse('Send one operation at a time.');
    },
    OperationDefinition(operation) {
      if (operation.operation !== OperationTypeNode.MUTATION) return;
      const acts = operation.selectionSet.selections.filter(
        (one) => !(one.kind === Kind.FIELD && one.name.value === '__typename'),
      );
      if (acts.length !== 1 || acts[0]?.kind !== Kind.FIELD) refuse('A mutation has exactly one field.');
    },
  };
}
