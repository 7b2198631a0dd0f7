import { addDays, addMonths } from '#domain/common/day';
import { TONGCHENG_TOWNSHIPS } from '#domain/geography/tongcheng';
import type { Row } from './copy-rows';
import { JOB_KINDS, type JobKind } from './job-kinds';
import type { SeededMembers } from './members.seed';
import { at, copyCounty, daysAgo, type SeedContext } from './seed-context';

/** A position with what referrals and pay need to know of it. */
export interface SeededPosition {
  readonly id: string;
  readonly organisationId: string;
  readonly kind: JobKind;
  readonly township: string;
  readonly payMinFen: number;
  readonly weeklyHours: number;
  readonly slotIds: string[];
}

const SLOTS_PER_POSITION = 4;
const CLAUSE = '同工同酬：同岗位、同等劳动、同等业绩，同等报酬与待遇。';

/** Writes agreements, positions and slots: the four largest agreements pledge five sevenths of all slots. */
export async function seedPositions(seed: SeedContext, members: SeededMembers): Promise<SeededPosition[]> {
  const slotCounts = pledges(seed.scale.slots, members.enterpriseIds.length);
  const agreements = members.enterpriseIds.map((organisationId, index) => ({
    id: seed.random.uuid(),
    organisationId,
    slots: slotCounts[index] ?? 0,
    index,
  }));
  await copyCounty(
    seed,
    'cooperation_agreement',
    agreements.map((agreement) => agreementRow(seed, agreement)),
  );
  const positions = agreements.flatMap((agreement) => positionsOf(seed, agreement));
  await copyCounty(
    seed,
    'position',
    positions.map(({ row }) => row),
  );
  const slots = positions.flatMap(({ position }) =>
    position.slotIds.map((id, index) => ({ id, position, seq: index + 1 })),
  );
  await copyCounty(
    seed,
    'job_slot',
    slots.map(({ id, position, seq }) => ({
      id,
      position_id: position.id,
      organisation_id: position.organisationId,
      seq,
      status: 'OPEN',
    })),
  );
  return positions.map(({ position }) => position);
}

/** How many slots each enterprise pledges; the sum is exact. */
export function pledges(slots: number, enterprises: number): number[] {
  const large = Math.min(4, enterprises);
  const largeSum = enterprises === large ? slots : Math.round((slots * 5) / 7);
  const share = (sum: number, parts: number, index: number): number =>
    Math.floor(sum / parts) + (index < sum % parts ? 1 : 0);
  return Array.from({ length: enterprises }, (_, index) =>
    index < large ? share(largeSum, large, index) : share(slots - largeSum, enterprises - large, index - large),
  );
}

interface AgreementSketch {
  readonly id: string;
  readonly organisationId: string;
  readonly slots: number;
  readonly index: number;
}

function agreementRow(seed: SeedContext, { id, organisationId, slots, index }: AgreementSketch): Row {
  const isExpiring = index % 9 === 8;
  const from = daysAgo(seed, isExpiring ? 330 : 240);
  return {
    id,
    organisation_id: organisationId,
    number: `通就协〔${from.slice(0, 4)}〕${String(index + 1).padStart(5, '0')}`,
    signed_on: addDays(from, -6),
    effective_from: from,
    effective_to: addDays(addMonths(from, isExpiring ? 12 : 24), -1),
    pledged_slots: slots,
    equal_pay_clause: CLAUSE,
    status: 'ACTIVE',
  };
}

function positionsOf(seed: SeedContext, agreement: AgreementSketch): { position: SeededPosition; row: Row }[] {
  const count = Math.max(1, Math.ceil(agreement.slots / SLOTS_PER_POSITION));
  return Array.from({ length: count }, (_, index) => {
    const slots = Math.floor(agreement.slots / count) + (index < agreement.slots % count ? 1 : 0);
    const kind = JOB_KINDS[(agreement.index * 3 + index) % JOB_KINDS.length] ?? seed.random.pick(JOB_KINDS);
    return positionOf(seed, agreement, { kind, slots, index });
  }).filter(({ position }) => position.slotIds.length > 0);
}

function positionOf(
  seed: SeedContext,
  agreement: AgreementSketch,
  { kind, slots, index }: { kind: JobKind; slots: number; index: number },
): { position: SeededPosition; row: Row } {
  const { random } = seed;
  const position: SeededPosition = {
    id: random.uuid(),
    organisationId: agreement.organisationId,
    kind,
    township: agreement.index < 4 ? (TONGCHENG_TOWNSHIPS[0]?.code ?? '') : random.pick(TONGCHENG_TOWNSHIPS).code,
    payMinFen: kind.payMinFen + random.int(0, 4) * 10_000,
    weeklyHours: 40,
    slotIds: Array.from({ length: slots }, () => random.uuid()),
  };
  const isStale = agreement.index % 7 === 6;
  const row: Row = {
    ...workOf(position),
    agreement_id: agreement.id,
    position_number: `P${String(index + 1).padStart(3, '0')}`,
    open_from: daysAgo(seed, 120),
    closes_on: addDays(seed.today, 120),
    last_confirmed_at: at(daysAgo(seed, isStale ? 92 : random.int(1, 60)), 10),
    slots_total: slots,
    status: isStale ? 'STALE' : 'PUBLISHED',
  };
  return { position, row };
}

function workOf({ id, organisationId, kind, township, payMinFen, weeklyHours }: SeededPosition): Row {
  return {
    id,
    organisation_id: organisationId,
    occupation_code: kind.occupation,
    title: kind.title,
    duties: kind.duties,
    township,
    workplace: `${TONGCHENG_TOWNSHIPS.find(({ code }) => code === township)?.name ?? ''}厂区`,
    shift: kind.shift,
    weekly_hours: weeklyHours,
    contract_type: 'FIXED_TERM',
    pay_min_fen: payMinFen,
    pay_max_fen: payMinFen + 60_000,
    pay_basis: 'MONTHLY',
    job_code: `J-${kind.occupation}`,
    grade: '1',
    required_skills: kind.required,
    wished_skills: kind.wished,
    required_certificates: kind.certificates,
    capacity_demands: kind.demands,
    benefits: kind.benefits,
  };
}
