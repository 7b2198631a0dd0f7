import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { isInForce } from '#domain/agreements/agreement-term';
import { dayOf } from '#domain/common/day';
import type { Outcome } from '#domain/common/outcome';
import type { RowCells } from '#domain/imports/column-tables';
import { ImportKind } from '#domain/imports/import-codes';
import { TONGCHENG_LOOKUPS } from '#domain/imports/import-lookups';
import { readPositionRow, type PositionRow } from '#domain/imports/position-row';
import { HandlesImport, type ImportHandler, type ImportSubject, type RowEffect } from '#features/imports';
import { ParametersService } from '#features/parameters';
import type { Tx } from '#platform/database/transaction';
import type { JobSlot } from './job-slot.entity';
import { decidePositions, type DecidedPosition, type PositionWrite } from './position-row-changes';
import { PositionsImportRepository, type SlotChange } from './positions-import.repository';
import type { Position } from './position.entity';

/** Pay grade of a position whose file names none. */
const ONLY_GRADE = '1';

/** Brings positions of enterprises in: found by enterprise and position number, within what the agreement pledges. */
@Injectable()
@HandlesImport(ImportKind.POSITIONS)
export class PositionsImportHandler implements ImportHandler<PositionRow> {
  constructor(
    private readonly positions: PositionsImportRepository,
    private readonly parameters: ParametersService,
  ) {}

  read(cells: RowCells): Outcome<PositionRow> {
    return readPositionRow(cells, TONGCHENG_LOOKUPS);
  }

  keyOf(row: PositionRow): string {
    return `${row.enterprise}|${row.positionNumber}`;
  }

  async apply(tx: Tx, _subject: ImportSubject, rows: readonly PositionRow[]): Promise<readonly RowEffect[]> {
    const agreements = await this.positions.agreements(
      tx,
      rows.map(({ agreementNumber }) => agreementNumber),
    );
    const organisationIds = agreements.map(({ organisationId }) => organisationId);
    const decided = decidePositions(rows, {
      agreements,
      enterprises: await this.positions.enterprises(
        tx,
        rows.map(({ enterprise }) => enterprise),
      ),
      sites: await this.positions.sites(tx, organisationIds),
      positions: await this.positions.positions(
        tx,
        organisationIds,
        rows.map(({ positionNumber }) => positionNumber),
      ),
      minimumWage: await this.parameters.minimumWageOn(tx, dayOf(tx.now)),
    });
    await this.write(tx, decided);
    return decided.map(({ effect }) => effect);
  }

  private async write(tx: Tx, decided: readonly DecidedPosition[]): Promise<void> {
    const writesOf = (result: RowEffect['result']): PositionWrite[] =>
      decided.flatMap(({ effect, write }) => (effect.result === result && write !== null ? [write] : []));
    const created = writesOf('CREATED');
    const updated = writesOf('UPDATED');
    await this.positions.insert(
      tx,
      created.map((write) => newPosition(tx, write)),
    );
    await this.positions.update(
      tx,
      updated.map(({ id, columns }) => ({ id, ...columns })),
    );
    await this.moveSlots(
      tx,
      [...created, ...updated].map(({ slots }) => slots),
    );
  }

  private async moveSlots(tx: Tx, changes: readonly SlotChange[]): Promise<void> {
    await this.positions.addSlots(
      tx,
      changes.flatMap((change) => newSlots(tx, change)),
    );
    const fewer = changes.filter(({ change }) => change < 0);
    const expected = fewer.reduce((sum, { change }) => sum - change, 0);
    const withdrawn = fewer.length === 0 ? 0 : await this.positions.withdrawSlots(tx, fewer);
    if (withdrawn !== expected)
      throw new Error('A slot was taken while it was being withdrawn: the batch is tried again.');
  }
}

const newSlots = (tx: Tx, { positionId, organisationId, change, lastSeq }: SlotChange): Partial<JobSlot>[] =>
  Array.from({ length: Math.max(change, 0) }, (_, index) => ({
    countyId: tx.actor.countyId,
    id: uuidv7(),
    positionId,
    organisationId,
    seq: lastSeq + index + 1,
    status: 'OPEN',
    createdAt: tx.now,
  }));

function newPosition(tx: Tx, { id, row, columns, agreement }: PositionWrite): Partial<Position> {
  const isPublished = isInForce(agreement, dayOf(tx.now));
  return {
    countyId: tx.actor.countyId,
    id,
    agreementId: agreement.id,
    organisationId: agreement.organisationId,
    positionNumber: row.positionNumber,
    occupationCode: row.occupation,
    title: row.title,
    duties: row.duties,
    township: row.township,
    siteId: columns.site_id,
    workplace: columns.workplace,
    shift: row.shift,
    weeklyHours: row.weeklyHours,
    contractType: columns.contract_type,
    payMinFen: row.payMinFen,
    payMaxFen: row.payMaxFen,
    payBasis: row.payBasis,
    jobCode: `J-${row.occupation}`,
    grade: ONLY_GRADE,
    requiredSkills: [...row.requiredSkills],
    wishedSkills: [...row.wishedSkills],
    requiredCertificates: [...row.requiredCertificates],
    benefits: [...row.benefits],
    openFrom: row.openFrom,
    closesOn: row.closesOn,
    slotsTotal: row.slotsTotal,
    status: isPublished ? 'PUBLISHED' : 'UNDER_REVIEW',
    lastConfirmedAt: isPublished ? tx.now : null,
    createdAt: tx.now,
  };
}
