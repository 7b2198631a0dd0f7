import { Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { GqlExecutionContext, type GqlContextType } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { Actor } from '#domain/common/actor';
import { Permission, permissionsOf } from '#domain/common/permission';
import type { Role } from '#domain/common/role';
import type { Guessing } from '../audit/denied-look-up';
import { recordDenial } from '../audit/grouped-denials';
import { Transactions } from '../database/transactions';
import { ACCESS, OPEN_WHEN_LOCKED, STEP_UP, type Access } from './access.decorators';
import { AppError } from './app-error';
import type { SessionRecord } from './session-record';
import { Sessions } from './sessions';

/** What somebody may do who has still to choose what she signs in with. */
const OPEN_AT_FIRST: ReadonlySet<Permission> = new Set([Permission.OWN_ACCOUNT, Permission.OWN_PHONE]);

/** The global guard: a handler that says neither who may call it nor that everybody may, answers nobody. What a member is denied stands in the audit trail. */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly transactions: Transactions,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const access = this.reflector.get<Access | undefined>(ACCESS, context.getHandler());
    if (access === undefined) throw new AppError('FORBIDDEN');
    if (access.kind === 'public') return true;
    const session = sessionOf(context);
    const actor = session?.actor ?? actorOf(context);
    if (actor === null) throw new AppError('NOT_AUTHENTICATED');
    const mustSetUp = session?.mustChoosePassword === true || session?.mustSetUpSecondStep === true;
    if (mustSetUp && !access.permissions.some((one) => OPEN_AT_FIRST.has(one))) throw new AppError('FORBIDDEN');
    if (session?.phone?.isLocked === true && !this.isOpenWhenLocked(context)) throw new AppError('PIN_REQUIRED');
    const held = permissionsOf[actor.role as Role];
    if (!access.permissions.some((permission) => held.has(permission))) {
      await this.recordDenied(actor, context);
      throw new AppError('FORBIDDEN');
    }
    await this.refuseStaleProof(context, session);
    return true;
  }

  /** Last of all: who may not do it at all is not asked for a proof. */
  private async refuseStaleProof(context: ExecutionContext, session: SessionRecord | null): Promise<void> {
    if (this.reflector.get<true | undefined>(STEP_UP, context.getHandler()) !== true) return;
    if (session === null || !(await this.sessions.isProofFresh(session))) throw new AppError('STEP_UP_REQUIRED');
  }

  private isOpenWhenLocked(context: ExecutionContext): boolean {
    return this.reflector.get<boolean | undefined>(OPEN_WHEN_LOCKED, context.getHandler()) === true;
  }

  /** Other fields of the operation may have opened its transaction: it gives the connection back before it waits for one. */
  private async recordDenied(actor: Actor, context: ExecutionContext): Promise<void> {
    const { name } = context.getHandler();
    const denied = { action: 'access.denied', subjectType: 'field', subjectId: null, fields: [name] };
    if (context.getType<GqlContextType>() !== 'graphql')
      return recordDenial(actor, denied, (work) => this.transactions.run(actor, work));
    const { operation } = GqlExecutionContext.create(context).getContext<{ operation: Guessing }>();
    await operation.pause(0);
    await recordDenial(actor, denied, (work) => operation.disclose(work));
  }
}

function sessionOf(context: ExecutionContext): SessionRecord | null {
  if (context.getType<GqlContextType>() !== 'graphql')
    return context.switchToHttp().getRequest<FastifyRequest>().session ?? null;
  const { operation } = GqlExecutionContext.create(context).getContext<{
    operation: { session: SessionRecord | null };
  }>();
  return operation.session;
}

function actorOf(context: ExecutionContext): Actor | null {
  if (context.getType<GqlContextType>() === 'graphql') {
    return GqlExecutionContext.create(context).getContext<{ operation: { actor: Actor | null } }>().operation.actor;
  }
  return context.switchToHttp().getRequest<FastifyRequest>().actor;
}
