import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { BaseContext } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled } from '@apollo/server/plugin/disabled';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Transactions } from '../database/transactions';
import type { Logger } from '../logging/logger';
import { describeAccess, type AccessRegistry } from './access-registry';
import { errorFormat } from './error-format';
import { limitsPlugin } from './limits/limits-plugin';
import { oneMutationField } from './one-mutation-field';
import { Operation } from './operation';

/** What a resolver's context holds; reply and request only for sign-in, which sets the cookie. */
export interface GraphqlContext extends BaseContext {
  readonly operation: Operation;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** As the driver types it: its ES module and our CommonJS see two copies of Apollo's declarations. */
type ServerPlugin = NonNullable<ApolloDriverConfig['plugins']>[number];

/** Ends the operation's read transaction when the answer is complete, and logs one line per request. */
function operationPlugin(log: Logger): ServerPlugin {
  return {
    async requestDidStart() {
      const startedAt = performance.now();
      return {
        async willSendResponse({ contextValue, operationName }) {
          const { operation } = contextValue as GraphqlContext;
          await operation.close();
          log.info('operation answered', {
            requestId: operation.requestId,
            actorId: operation.actor?.membershipId ?? null,
            role: operation.actor?.role ?? null,
            operation: operationName,
            durationMs: Math.round(performance.now() - startedAt),
          });
        },
      };
    },
  };
}

/** Options of the GraphQL server. */
export function graphqlOptions(parts: {
  readonly transactions: Transactions;
  readonly access: AccessRegistry;
  readonly log: Logger;
  readonly isExploring: boolean;
}): ApolloDriverConfig {
  return {
    driver: ApolloDriver,
    path: '/graphql',
    autoSchemaFile: true,
    sortSchema: true,
    transformSchema: (schema) => describeAccess(schema, parts.access.rootFields()),
    introspection: parts.isExploring,
    graphiql: parts.isExploring,
    csrfPrevention: false, // application/json only, checked before the body is parsed: http-hardening
    persistedQueries: false,
    allowBatchedHttpRequests: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: !parts.isExploring,
    validationRules: [oneMutationField],
    formatError: errorFormat(parts.log, parts.isExploring),
    plugins: [
      ApolloServerPluginCacheControlDisabled() as unknown as ServerPlugin,
      limitsPlugin(),
      operationPlugin(parts.log),
    ],
    fieldResolverEnhancers: [],
    context: (request: FastifyRequest, reply: FastifyReply): GraphqlContext => ({
      operation: new Operation(request.session, request.id, parts.transactions),
      request,
      reply,
    }),
  };
}
