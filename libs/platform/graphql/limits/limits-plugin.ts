import type { ApolloDriverConfig } from '@nestjs/apollo';
import { GraphQLError, Kind, OperationTypeNode, type FragmentDefinitionNode } from 'graphql';
import { AppError } from '../../auth/app-error';
import { refuseTooManyNodes } from './node-limit';

/** As the driver types it: its ES module and our CommonJS see two copies of Apollo's declarations. */
type ServerPlugin = NonNullable<ApolloDriverConfig['plugins']>[number];

const MOST_ERRORS = 3;

/** Nobody subscribes here: what changed is told by /live. */
const malformed = (): GraphQLError =>
  new GraphQLError(new AppError('MALFORMED').message, { extensions: { code: 'MALFORMED', http: { status: 400 } } });

/** Refuses operations that ask for too many objects, and answers with three errors at most. */
export function limitsPlugin(): ServerPlugin {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, operation, document, request }) {
          if (operation === undefined) return; // Apollo refuses it
          if (operation.operation === OperationTypeNode.SUBSCRIPTION) throw malformed();
          const fragments = new Map(
            document.definitions
              .filter((one): one is FragmentDefinitionNode => one.kind === Kind.FRAGMENT_DEFINITION)
              .map((one) => [one.name.value, one]),
          );
          const defaults = (operation.variableDefinitions ?? []).flatMap(({ variable, defaultValue }) =>
            defaultValue?.kind === Kind.INT ? [[variable.name.value, Number(defaultValue.value)] as const] : [],
          );
          const variables = { ...Object.fromEntries(defaults), ...request.variables };
          refuseTooManyNodes({ schema, operation, fragments, variables });
        },
        async willSendResponse({ response }) {
          if (response.body.kind !== 'single') return;
          const { errors } = response.body.singleResult;
          if (errors !== undefined) response.body.singleResult.errors = errors.slice(0, MOST_ERRORS);
        },
      };
    },
  };
}
