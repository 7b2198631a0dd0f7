import { Catch, HttpException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { GqlContextType } from '@nestjs/graphql';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppError, statusOf } from '../auth/app-error';
import { Logger } from '../logging/logger';

/** Answers faults of plain HTTP routes; faults of GraphQL fields rise to the one GraphQL mapping. */
@Catch()
export class AppErrorFilter implements ExceptionFilter {
  constructor(private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType<GqlContextType>() === 'graphql') throw error;
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const { status, code, message } = this.answerTo(error, http.getRequest<FastifyRequest>());
    void reply.status(status).send({ code, message });
  }

  private answerTo(error: unknown, request: FastifyRequest): { status: number; code: string; message: string } {
    if (error instanceof AppError) return { status: statusOf[error.code], code: error.code, message: error.message };
    if (error instanceof HttpException && error.getStatus() < 500) {
      return {
        status: error.getStatus(),
        code: error.getStatus() === 404 ? 'NOT_FOUND' : 'MALFORMED',
        message: 'The request is malformed or leads nowhere.',
      };
    }
    this.log.error(
      'a request failed',
      { requestId: request.id, method: request.method, route: request.routeOptions.url ?? '' },
      error,
    );
    return { status: 500, code: 'INTERNAL', message: 'Something went wrong here; it has been written down.' };
  }
}
