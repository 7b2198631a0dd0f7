import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#domain/common/actor';
import { permissionsOf } from '#domain/common/permission';
import type { Role } from '#domain/common/role';
import { ACCESS, type Access } from './access.decorators';
import { AppError } from './app-error';

/** The global guard: a handler that says neither who may call it nor that everybody may, answers nobody. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(private readonly reflector: Reflector) {}

  canActivate(context: ExecutionContext): boolean {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (access === undefined) throw new AppError('FORBIDDEN');
    if (access.kind === 'public') return true;
    const actor = actorOf(context);
    if (actor === null) throw new AppError('NOT_AUTHENTICATED');
    const held = permissionsOf[actor.role as Role];
    if (!access.permissions.some((permission) => held.has(permission))) throw new AppError('FORBIDDEN');
    return true;
  }
}

function actorOf(context: ExecutionContext): Actor | null {
  if (context.getType<GqlContextType>() === 'graphql') {
    return GqlExecutionContext.create(context).getContext<{ operation: { actor: Actor | null } }>().operation.actor;
  }
  return context.switchToHttp().getRequest<FastifyRequest>().actor;
}
