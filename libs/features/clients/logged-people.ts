import { Injectable } from '@nestjs/common';
import { Role } from '#domain/common/role';
import { FieldGroup } from '#domain/consent/consent-codes';
import { DisclosuresRepository } from '#features/consent';
import type { Tx } from '#platform/database/transaction';
import type { Operation } from '#platform/graphql/operation';
import { ClientReader, type ReadClient } from './client-reader';

/** What a list shows of somebody: who she is, and what she can do and lacks. */
const SHOWN = [FieldGroup.IDENTITY, FieldGroup.PROFILE] as const;

/** The people of a list; what a supervisor sees of them stands in each one's log before the answer leaves. */
@Injectable()
export class LoggedPeople {
  constructor(
    private readonly clients: ClientReader,
    private readonly disclosures: DisclosuresRepository,
  ) {}

  /** One of them, or null where the reader may not see her. */
  find(operation: Operation, id: string): Promise<ReadClient | null> {
    return operation.member.role === Role.SUPERVISOR
      ? operation.loadDisclosed('logged-person', id, (tx, ids) => this.logged(tx, ids))
      : operation.load('logged-person', id, (tx, ids) => this.clients.byIds(tx, ids));
  }

  private async logged(tx: Tx, ids: readonly string[]): Promise<ReadonlyMap<string, ReadClient>> {
    const found = await this.clients.byIds(tx, ids);
    const shown = [...found.keys()].flatMap((clientId) =>
      SHOWN.map((fieldGroup) => ({ clientId, basis: { kind: 'CASE_WORK' as const, clientId }, fieldGroup })),
    );
    await this.disclosures.record(tx, shown);
    return found;
  }
}
