import { Args, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import { connectionOf, pageRequest, type Connection } from '#platform/graphql/connection';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { AuditChainService } from './audit-chain.service';
import { AuditRepository } from './audit.repository';
import { AuditChain, AuditChainPayload, AuditEntry, AuditEntryConnection, AuditFilter } from './graphql/audit.type';

/** The audit trail: read-only, and masked. */
@Resolver(() => AuditEntry)
export class AuditResolver {
  constructor(
    private readonly repository: AuditRepository,
    private readonly chain: AuditChainService,
  ) {}

  @Query(() => AuditEntryConnection, { description: 'Who did or was denied what, latest first.' })
  @Requires(Permission.AUDIT_READ)
  auditEntries(
    @InOperation() operation: Operation,
    @Args('filter', { type: () => AuditFilter, nullable: true, description: 'Which entries.' }) filter?: AuditFilter,
    @Args('first', { type: () => Int, nullable: true, description: 'Rows of the page, 1..100; 20 unless told.' })
    first?: number,
    @Args('after', { type: () => String, nullable: true, description: 'Cursor of the row before the page.' })
    after?: string,
  ): Promise<Connection<AuditEntry>> {
    const request = pageRequest(first, after);
    const search = {
      action: filter?.action ?? null,
      outcome: filter?.outcome ?? null,
      subjectId: filter?.subjectId ?? null,
      from: filter?.from ?? null,
      to: filter?.to ?? null,
    };
    return operation.read(async (tx) =>
      connectionOf(await this.repository.page(tx, search, request), request, (row) => String(row.sequence)),
    );
  }

  @Query(() => AuditChain, { description: 'The audit chain and what its last verifications found.' })
  @Requires(Permission.AUDIT_READ)
  auditChain(@InOperation() operation: Operation): Promise<AuditChain> {
    return operation.read((tx) => this.chain.view(tx));
  }

  @Mutation(() => AuditChainPayload, { description: 'Queues a verification of the audit chain.' })
  @Requires(Permission.AUDIT_READ)
  verifyAudit(
    @InCommand() command: Command,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<AuditChain, 'auditChain'>> {
    return command.run({
      as: 'auditChain',
      act: (tx) => this.chain.request(tx),
      read: (tx) => this.chain.view(tx),
    });
  }
}
