import { Injectable } from '@nestjs/common';
import type { EnrolmentStatus } from '#domain/training/enrolment-lifecycle';
import { ClientReader } from '#features/clients';
import { DisclosuresRepository, SharedViewsRepository, type SharedIdentity, type Shown } from '#features/consent';
import type { Tx } from '#platform/database/transaction';
import { EnrolmentsRepository } from './enrolments.repository';

/** Somebody with a seat, by name. */
export interface ReadParticipant {
  readonly id: string;
  readonly name: string;
  readonly status: EnrolmentStatus;
}

/** Reads who sits in a session, for the base and its trainers; each name that is shown stands in the person's log. */
@Injectable()
export class ParticipantsReader {
  constructor(
    private readonly enrolments: EnrolmentsRepository,
    private readonly shared: SharedViewsRepository,
    private readonly clients: ClientReader,
    private readonly disclosures: DisclosuresRepository,
  ) {}

  /** The people of a session of the actor's own, in the order in which they asked; none where it is not hers. */
  async ofSession(tx: Tx, sessionId: string): Promise<ReadParticipant[]> {
    const seats = await this.enrolments.seatsOf(tx, sessionId);
    const open = await this.shared.identities(
      tx,
      seats.map(({ clientId }) => clientId),
    );
    const names = await this.clients.openedIdentities(
      tx,
      open.map(({ clientId, nameEnc }) => ({ id: clientId, nameEnc, phoneEnc: null })),
    );
    await this.disclosures.record(tx, open.filter(({ clientId }) => names.has(clientId)).map(nameShown));
    return seats.flatMap(({ id, clientId, status }) => {
      const name = names.get(clientId)?.name ?? '';
      return name === '' ? [] : [{ id, name, status }]; // who was erased, or whose seat ended meanwhile
    });
  }
}

const nameShown = ({ clientId }: SharedIdentity): Shown => ({
  clientId,
  basis: { kind: 'COURSE', clientId },
  fieldGroup: 'IDENTITY',
});
