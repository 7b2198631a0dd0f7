import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import { Role } from '#domain/common/role';
import { fieldGroupOf } from '#domain/data-rights/correction';
import { DisclosuresRepository } from '#features/consent';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';
import type { Operation } from '#platform/graphql/operation';
import { CorrectionsRepository, type StoredCorrection } from './corrections.repository';
import { correctionPlace } from './corrections.service';

/** A request in plain words. */
export interface ReadCorrection extends StoredCorrection {
  readonly text: string;
  readonly answer: string | null;
  readonly isLate: boolean;
}

/** Reads requests to correct something as far as the actor may see them. */
@Injectable()
export class CorrectionsReader {
  constructor(
    private readonly corrections: CorrectionsRepository,
    private readonly crypto: FieldCrypto,
    private readonly disclosures: DisclosuresRepository,
  ) {}

  async own(tx: Tx): Promise<ReadCorrection[]> {
    return this.opened(tx, await this.corrections.own(tx));
  }

  /** Those that wait for an answer; what a supervisor reads of her team stands in each client's log before it leaves. */
  waiting(operation: Operation): Promise<ReadCorrection[]> {
    return operation.member.role === Role.SUPERVISOR
      ? operation.disclose((tx) => this.logged(tx))
      : operation.read(async (tx) => this.opened(tx, await this.corrections.open(tx)));
  }

  private async logged(tx: Tx): Promise<ReadCorrection[]> {
    const rows = await this.corrections.open(tx);
    const shown = new Map(
      rows.map(({ clientId, field }) => {
        const fieldGroup = fieldGroupOf(field);
        return [`${clientId} ${fieldGroup}`, { clientId, basis: { kind: 'CASE_WORK' as const, clientId }, fieldGroup }];
      }),
    );
    await this.disclosures.record(tx, [...shown.values()]);
    return this.opened(tx, rows);
  }

  async byId(tx: Tx, id: string): Promise<ReadCorrection | null> {
    const row = await this.corrections.byId(tx, id);
    return row === null ? null : ((await this.opened(tx, [row]))[0] ?? null);
  }

  private opened(tx: Tx, rows: readonly StoredCorrection[]): Promise<ReadCorrection[]> {
    return Promise.all(
      rows.map(async (row) => ({
        ...row,
        text: await this.crypto.decrypt(tx, correctionPlace(row, 'text_enc'), row.textEnc),
        answer:
          row.answerEnc === null
            ? null
            : await this.crypto.decrypt(tx, correctionPlace(row, 'answer_enc'), row.answerEnc),
        isLate: row.status === 'REQUESTED' && row.dueOn < dayOf(tx.now),
      })),
    );
  }
}
