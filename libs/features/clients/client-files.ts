import { Injectable } from '@nestjs/common';
import { FileAccess } from '#domain/common/caseload';
import { Role } from '#domain/common/role';
import { FieldGroup, OfficeGroup, type DisclosedGroup } from '#domain/consent/consent-codes';
import { mayReadColumn } from '#domain/common/access/access';
import { DisclosuresRepository } from '#features/consent';
import type { Tx } from '#platform/database/transaction';
import type { Operation } from '#platform/graphql/operation';
import { ClientReader, type ReadClient } from './client-reader';

/** What a supervisor sees who opens a file of her team. */
const TEAM_FILE = [FieldGroup.PROFILE, FieldGroup.IDENTITY, FieldGroup.WORK_NEEDS, FieldGroup.CONTACT] as const;
/** What a colleague sees besides who opens a file by break-glass; a supervisor sees no eligibility, however she reads. */
const OFFICE_FILE = [OfficeGroup.ELIGIBILITY, OfficeGroup.CASE_NOTES, OfficeGroup.AID] as const;

/** Opens single files, and writes into the client's log who did so without looking after her. */
@Injectable()
export class ClientFiles {
  constructor(
    private readonly reader: ClientReader,
    private readonly disclosures: DisclosuresRepository,
  ) {}

  /** One client as the actor may see her; what a supervisor opens stands in the log before the answer leaves. */
  open(operation: Operation, id: string): Promise<ReadClient | null> {
    const isLogged = operation.member.role === Role.SUPERVISOR;
    return isLogged
      ? operation.disclose((tx) => this.logged(tx, id))
      : operation.read((tx) => this.reader.byId(tx, id));
  }

  private async logged(tx: Tx, id: string): Promise<ReadClient | null> {
    const client = await this.reader.byId(tx, id);
    if (client?.access === FileAccess.TEAM) await this.note(tx, id, 'CASE_WORK');
    return client;
  }

  /** Notes that the actor is about to see the whole file. */
  note(tx: Tx, clientId: string, kind: 'CASE_WORK' | 'BREAK_GLASS'): Promise<void> {
    return this.disclosures.record(
      tx,
      groupsOf(tx, kind).map((fieldGroup) => ({
        clientId,
        basis: { kind, clientId },
        fieldGroup,
      })),
    );
  }
}

function groupsOf({ actor }: Tx, kind: 'CASE_WORK' | 'BREAK_GLASS'): readonly DisclosedGroup[] {
  if (kind === 'CASE_WORK') return TEAM_FILE;
  const beyond = OFFICE_FILE.filter((group) => group !== 'ELIGIBILITY' || mayReadColumn(actor, 'client', 'eligible'));
  return [...TEAM_FILE, ...beyond];
}
