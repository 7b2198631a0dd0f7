import { Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { GraphQLResolveInfo } from 'graphql';
import { catchError, mergeMap, type Observable } from 'rxjs';
import type { Actor } from '#domain/common/actor';
import { isUuid } from '#domain/common/uuid';
import { AppError } from '../auth/app-error';
import { Transactions } from '../database/transactions';
import type { Operation } from '../graphql/operation';
import { recordDeniedLookUp, type Guessing } from './denied-look-up';

/** Puts reads by id that gave nothing on record: root fields that answer null, addresses that answer 404. Commands do it themselves. */
@Injectable()
export class LookUpInterceptor implements NestInterceptor {
  constructor(private readonly transactions: Transactions) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    return context.getType<GqlContextType>() === 'graphql' ? ofField(context, next) : this.ofAddress(context, next);
  }

  private ofAddress(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const { actor, params } = context.switchToHttp().getRequest<FastifyRequest<{ Params: { id?: string } }>>();
    const id = idOf(params.id);
    if (id === null || actor === null || actor === undefined) return next.handle();
    const field = context.getHandler().name;
    return next.handle().pipe(
      catchError(async (error: unknown) => {
        if (error instanceof AppError && error.code === 'NOT_FOUND')
          await recordDeniedLookUp(actor, { field, id }, this.apart(actor));
        throw error;
      }),
    );
  }

  /** An address holds no connection when it has answered. */
  private apart(actor: Actor): Guessing {
    return {
      disclose: (work) => this.transactions.run(actor, work),
      pause: (forMs) => new Promise((resolve) => setTimeout(resolve, forMs)),
    };
  }
}

function ofField(context: ExecutionContext, next: CallHandler): Observable<unknown> {
  const graphql = GqlExecutionContext.create(context);
  const { parentType, fieldName } = graphql.getInfo<GraphQLResolveInfo>();
  const id = parentType.name === 'Query' ? idOf(graphql.getArgs<{ id?: unknown }>().id) : null;
  if (id === null) return next.handle();
  const { operation } = graphql.getContext<{ operation: Operation }>();
  return next.handle().pipe(
    mergeMap(async (answer: unknown) => {
      if (answer === null) await recordDeniedLookUp(operation.member, { field: fieldName, id }, operation);
      return answer;
    }),
  );
}

/** An id that could be one; what is malformed names nothing and is nobody's guess. */
const idOf = (given: unknown): string | null => (typeof given === 'string' && isUuid(given) ? given : null);
