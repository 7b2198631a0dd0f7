import { v7 as uuidv7 } from 'uuid';
import { TONGCHENG_TOWNSHIPS } from '#domain/geography/tongcheng';
import type { PositionRow } from '#domain/imports/position-row';
import { isPartTime } from '#domain/placements/employment-law';
import { leastMonthlyPayFen } from '#domain/placements/minimum-wage';
import { ContractType } from '#domain/positions/position-codes';
import { rowRefused, type RowEffect } from '#features/imports';
import type { MinimumWageRow } from '#features/parameters';
import {
  IMPORTED_COLUMNS,
  type KnownAgreement,
  type KnownPosition,
  type PositionColumns,
  type SlotChange,
} from './positions-import.repository';

/** What rows of positions are decided with. */
export interface PositionFacts {
  readonly agreements: readonly KnownAgreement[];
  readonly enterprises: ReadonlySet<string>;
  readonly sites: ReadonlyMap<string, string>;
  readonly positions: readonly KnownPosition[];
  readonly minimumWage: MinimumWageRow;
}

/** What is written for a row. */
export interface PositionWrite {
  readonly id: string;
  readonly row: PositionRow;
  readonly agreement: KnownAgreement;
  readonly columns: PositionColumns;
  readonly slots: SlotChange;
}

/** A row with what becomes of it; nothing is written where it is refused or equal. */
export interface DecidedPosition {
  readonly effect: RowEffect;
  readonly write: PositionWrite | null;
}

/** Decides rows in their order; each takes its slots from what its agreement still pledges. */
export function decidePositions(rows: readonly PositionRow[], facts: PositionFacts): DecidedPosition[] {
  const agreementOf = new Map(facts.agreements.map((agreement) => [agreement.number, agreement]));
  const positionOf = new Map(
    facts.positions.map((position) => [`${position.organisationId}|${position.positionNumber}`, position]),
  );
  const freeSlots = new Map(facts.agreements.map(({ id, freeSlots }) => [id, freeSlots]));
  return rows.map((row) => {
    const agreement = agreementOf.get(row.agreementNumber);
    const refusal = refusalOf(row, agreement, facts);
    if (agreement === undefined || refusal !== null)
      return refused(refusal ?? rowRefused('UNKNOWN_AGREEMENT', '协议编号'));
    return decided(
      row,
      agreement,
      positionOf.get(`${agreement.organisationId}|${row.positionNumber}`),
      facts,
      freeSlots,
    );
  });
}

function refusalOf(row: PositionRow, agreement: KnownAgreement | undefined, facts: PositionFacts): RowEffect | null {
  if (!facts.enterprises.has(row.enterprise)) return rowRefused('UNKNOWN_ENTERPRISE', '企业');
  if (agreement === undefined || agreement.enterprise !== row.enterprise)
    return rowRefused('UNKNOWN_AGREEMENT', '协议编号');
  const leastFen = leastMonthlyPayFen(row.weeklyHours, facts.minimumWage);
  return row.payMinFen < leastFen ? rowRefused('PAY_BELOW_MINIMUM_WAGE', '最低月薪', { leastFen }) : null;
}

function decided(
  row: PositionRow,
  agreement: KnownAgreement,
  known: KnownPosition | undefined,
  { sites }: PositionFacts,
  freeSlots: Map<string, number>,
): DecidedPosition {
  const columns = columnsOf(row, agreement, sites, known);
  const id = known?.id ?? uuidv7();
  const change = row.slotsTotal - (known?.slots_total ?? 0);
  const isMoved = known !== undefined && known.agreement_id !== agreement.id;
  const wanted = isMoved ? row.slotsTotal : change;
  const free = freeSlots.get(agreement.id) ?? 0;
  if (known?.status === 'CLOSED') return refused(rowRefused('POSITION_CLOSED', '岗位编号'));
  if (known !== undefined && -change > known.openSlots)
    return refused(rowRefused('SLOTS_IN_USE', '名额', { least: known.slots_total - known.openSlots }));
  if (wanted > Math.max(free, 0)) return refused(rowRefused('PLEDGE_EXCEEDED', '名额', { free: Math.max(free, 0) }));
  freeSlots.set(agreement.id, free - wanted);
  if (isMoved) freeSlots.set(known.agreement_id, (freeSlots.get(known.agreement_id) ?? 0) + known.slots_total);
  const result = known === undefined ? 'CREATED' : isSame(columns, known) ? 'UNCHANGED' : 'UPDATED';
  const slots = { positionId: id, organisationId: agreement.organisationId, change, lastSeq: known?.lastSeq ?? 0 };
  const write = result === 'UNCHANGED' ? null : { id, row, agreement, columns, slots };
  return { effect: { result, subjectId: id }, write };
}

const refused = (effect: RowEffect): DecidedPosition => ({ effect, write: null });

/** A cell that is empty or a column that is missing leaves what is there. */
function columnsOf(
  row: PositionRow,
  agreement: KnownAgreement,
  sites: PositionFacts['sites'],
  known: KnownPosition | undefined,
): PositionColumns {
  const town = TONGCHENG_TOWNSHIPS.find(({ code }) => code === row.township);
  const siteId = sites.get(`${agreement.organisationId}|${row.site}`) ?? null;
  return {
    agreement_id: agreement.id,
    occupation_code: row.occupation,
    title: row.title,
    duties: row.duties === '' ? (known?.duties ?? '') : row.duties,
    township: row.township,
    site_id: row.site === '' ? (known?.site_id ?? null) : siteId,
    workplace: row.site === '' ? (known?.workplace ?? town?.name ?? '') : row.site,
    shift: row.shift,
    weekly_hours: row.weeklyHours,
    contract_type: contractTypeOf(row.weeklyHours, known),
    pay_min_fen: row.payMinFen,
    pay_max_fen: row.payMaxFen,
    pay_basis: row.payBasis,
    required_skills: given(row.requiredSkills, known?.required_skills),
    wished_skills: given(row.wishedSkills, known?.wished_skills),
    required_certificates: given(row.requiredCertificates, known?.required_certificates),
    benefits: given(row.benefits, known?.benefits),
    open_from: row.openFrom ?? known?.open_from ?? null,
    closes_on: row.closesOn ?? known?.closes_on ?? null,
    slots_total: row.slotsTotal,
  };
}

const given = (codes: readonly string[], known: readonly string[] | undefined): readonly string[] =>
  codes.length > 0 ? codes : (known ?? []);

/** No column names it: part-time by its hours, else as it was, else for a fixed term. */
function contractTypeOf(weeklyHours: number, known: KnownPosition | undefined): ContractType {
  if (isPartTime(weeklyHours)) return ContractType.PART_TIME;
  if (known === undefined || known.contract_type === ContractType.PART_TIME) return ContractType.FIXED_TERM;
  return known.contract_type;
}

const isSame = (columns: PositionColumns, known: KnownPosition): boolean =>
  (Object.keys(IMPORTED_COLUMNS) as (keyof typeof IMPORTED_COLUMNS)[]).every(
    (name) => JSON.stringify(columns[name]) === JSON.stringify(known[name]),
  );
