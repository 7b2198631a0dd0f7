import { addDays, addMonths, type Day } from '#domain/common/day';
import { tongchengTravelMinutes } from '#domain/geography/tongcheng';
import { cardCodeFrom, commuteBandOf } from '#domain/referrals/blind-card';
import type { SeededClient } from './clients.seed';
import type { Row } from './copy-rows';
import type { SeededMembers } from './members.seed';
import type { SeededPosition } from './positions.seed';
import { at, copyCounty, daysAgo, type SeedContext } from './seed-context';

/** How referrals that did not lead to work stand, per thousand. */
const MIX: readonly (readonly [string, number])[] = [
  ['PROPOSED', 90],
  ['CONSENTED', 40],
  ['SENT', 130],
  ['VIEWED', 80],
  ['INVITED', 40],
  ['INTERVIEW', 25],
  ['POOLED', 40],
  ['DECLINED_BY_CLIENT', 110],
  ['DECLINED_BY_ENTERPRISE', 180],
  ['EXPIRED', 170],
  ['WITHDRAWN', 60],
  ['OBSOLETE', 35],
];

const OPEN = new Set(['PROPOSED', 'CONSENTED', 'SENT', 'VIEWED', 'INVITED', 'INTERVIEW', 'POOLED']);
const WITH_INVITATION = new Set(['INVITED', 'INTERVIEW', 'ACCEPTED']);
const WITH_NAME = new Set(['INTERVIEW', 'ACCEPTED']);

/** A referral that led to work. */
export interface SeededHire {
  readonly referralId: string;
  readonly client: SeededClient;
  readonly position: SeededPosition;
  readonly slotId: string;
  readonly hireDate: Day;
}

interface ReferralSketch {
  readonly id: string;
  readonly grantId: string | null;
  readonly client: SeededClient;
  readonly position: SeededPosition;
  readonly status: string;
  readonly proposedOn: Day;
  readonly hireDate: Day | null;
}

/** Writes consent grants and referrals; gives those that led to work. The demo client starts without any. */
export async function seedReferrals(
  seed: SeedContext,
  members: SeededMembers,
  clients: readonly SeededClient[],
  positions: readonly SeededPosition[],
): Promise<SeededHire[]> {
  const hires = hireSketches(seed, clients, positions);
  const others = otherSketches(seed, clients, positions, new Set(hires.map(({ client }) => client.id)));
  const sketches = [...hires.map(({ sketch }) => sketch), ...others];
  await copyCounty(seed, 'consent_grant', grantRows(seed, members, sketches));
  await copyCounty(seed, 'referral', referralRows(seed, sketches));
  return hires.map(({ sketch, client, position, slotId, hireDate }) => ({
    referralId: sketch.id,
    client,
    position,
    slotId,
    hireDate,
  }));
}

function hireSketches(
  seed: SeedContext,
  clients: readonly SeededClient[],
  positions: readonly SeededPosition[],
): (SeededHire & { sketch: ReferralSketch })[] {
  const { random, scale } = seed;
  const free = positions.flatMap((position) =>
    position.slotIds.slice(0, Math.ceil(position.slotIds.length / 2)).map((slotId) => ({ position, slotId })),
  );
  const step = Math.max(1, Math.floor(free.length / scale.placements));
  return Array.from({ length: Math.min(scale.placements, free.length) }, (_, index) => {
    const client =
      clients[1 + index * Math.max(1, Math.floor((clients.length - 1) / scale.placements))] ?? random.pick(clients);
    const { position, slotId } = free[(index * step) % free.length] ?? random.pick(free);
    const hireDate = seed.calendar.nextWorkday(daysAgo(seed, 3 + Math.floor((index * 420) / scale.placements)));
    const sketch = {
      id: random.uuid(),
      grantId: random.uuid(),
      client,
      position,
      status: 'ACCEPTED',
      proposedOn: addDays(hireDate, -24),
      hireDate,
    };
    return { sketch, referralId: sketch.id, client, position, slotId, hireDate };
  });
}

function otherSketches(
  seed: SeedContext,
  clients: readonly SeededClient[],
  positions: readonly SeededPosition[],
  hired: ReadonlySet<string>,
): ReferralSketch[] {
  const { random, scale } = seed;
  const sketches: ReferralSketch[] = [];
  const pairs = new Set<string>();
  for (let tries = 0; sketches.length < scale.referrals - scale.placements && tries < scale.referrals * 4; tries += 1) {
    const client = clients[random.int(1, clients.length - 1)];
    const position = random.pick(positions);
    if (client === undefined || hired.has(client.id)) continue;
    const pair = `${client.id}${position.id}`;
    if (pairs.has(pair)) continue;
    pairs.add(pair);
    const status = mixed(seed);
    const proposedOn = seed.calendar.previousWorkday(
      daysAgo(seed, OPEN.has(status) ? random.int(0, 6) : random.int(20, 300)),
    );
    const grantId = status === 'PROPOSED' ? null : random.uuid();
    sketches.push({ id: random.uuid(), grantId, client, position, status, proposedOn, hireDate: null });
  }
  return sketches;
}

function mixed(seed: SeedContext): string {
  let left = seed.random.int(0, MIX.reduce((sum, [, share]) => sum + share, 0) - 1);
  return MIX.find(([, share]) => (left -= share) < 0)?.[0] ?? 'EXPIRED';
}

function* grantRows(seed: SeedContext, members: SeededMembers, sketches: readonly ReferralSketch[]): Generator<Row> {
  for (const { grantId, client, position, status, proposedOn } of sketches) {
    if (grantId === null) continue;
    const validTo = addDays(addMonths(proposedOn, 3), -1);
    const grant = {
      client_id: client.id,
      discloser_organisation_id: members.officeId,
      recipient_organisation_id: position.organisationId,
      valid_from: proposedOn,
      valid_to: validTo,
      revoked_at: null,
      status: validTo < seed.today ? 'EXPIRED' : 'ACTIVE',
      text_version: '2026-01',
    };
    yield { id: grantId, purpose: 'SHARE_PROFILE', field_groups: ['PROFILE'], ...grant };
    if (!WITH_NAME.has(status)) continue;
    yield { id: seed.random.uuid(), purpose: 'SHARE_IDENTITY', field_groups: ['IDENTITY'], ...grant };
  }
}

function* referralRows(seed: SeedContext, sketches: readonly ReferralSketch[]): Generator<Row> {
  const codes = new Set<string>();
  for (const sketch of sketches)
    yield referralRow(seed, sketch, freshCode(seed, codes, sketch.position.organisationId));
}

function freshCode(seed: SeedContext, taken: Set<string>, organisationId: string): string {
  for (;;) {
    const code = cardCodeFrom(Array.from({ length: 32 }, () => seed.random.int(0, 255)));
    if (taken.has(organisationId + code)) continue;
    taken.add(organisationId + code);
    return code;
  }
}

function referralRow(seed: SeedContext, sketch: ReferralSketch, cardCode: string): Row {
  const { status, proposedOn, position, client } = sketch;
  const isSent = !['PROPOSED', 'CONSENTED', 'DECLINED_BY_CLIENT', 'WITHDRAWN', 'OBSOLETE'].includes(status);
  const sentOn = isSent ? proposedOn : null;
  const isAnswered = ['INVITED', 'INTERVIEW', 'ACCEPTED', 'POOLED', 'DECLINED_BY_ENTERPRISE'].includes(status);
  return {
    id: sketch.id,
    client_id: client.id,
    position_id: position.id,
    organisation_id: position.organisationId,
    card_code: cardCode,
    source: 'MANUAL',
    status,
    score: seed.random.int(3_500, 9_200),
    proposed_by_membership_id: client.caseworkerId,
    proposed_at: at(proposedOn, 9, 30),
    answer_due_on: seed.calendar.addWorkingDays(proposedOn, 10),
    consented_at: sketch.grantId === null ? null : at(proposedOn, 10),
    consent_grant_id: sketch.grantId,
    sent_at: sentOn === null ? null : at(sentOn, 10, 30),
    respond_by: sentOn === null ? null : seed.calendar.addWorkingDays(sentOn, 5),
    card: sentOn === null ? null : { json: cardOf(sketch) },
    viewed_at: isSent && status !== 'SENT' && status !== 'EXPIRED' ? at(proposedOn, 14) : null,
    answered_at: isAnswered ? at(seed.calendar.nextWorkday(addDays(proposedOn, 2)), 11) : null,
    ...invitationAndOffer(seed, sketch),
    refusal_reason:
      status === 'DECLINED_BY_ENTERPRISE'
        ? seed.random.pick(['SKILLS', 'HOURS', 'COMMUTE', 'POSITION_FILLED', 'SCHEDULE'])
        : null,
    status_changed_at: at(proposedOn, 15),
    created_at: at(proposedOn, 9, 30),
  };
}

const cardOf = ({ client, position }: ReferralSketch): object => ({
  skills: client.skills,
  certificates: [],
  availability: 'NOW',
  shifts: ['DAY', 'MIDDLE', 'NIGHT', 'ROTATING'].filter((shift) => !client.shiftLimits.includes(shift)),
  weeklyHours: client.weeklyHours,
  commuteBand: commuteBandOf(tongchengTravelMinutes(client.township, position.township)),
});

function invitationAndOffer(seed: SeedContext, { status, proposedOn, position, hireDate }: ReferralSketch): Row {
  const isInvited = WITH_INVITATION.has(status);
  const meetingOn = status === 'ACCEPTED' ? addDays(proposedOn, 7) : seed.calendar.addWorkingDays(seed.today, 2);
  const isHired = hireDate !== null;
  return {
    invitation_at: isInvited ? at(meetingOn, 14) : null,
    invitation_place: isInvited ? '厂区接待室' : null,
    invitation_accepted_at: WITH_NAME.has(status) ? at(addDays(proposedOn, 3), 9) : null,
    offered_at: isHired ? at(addDays(proposedOn, 10), 16) : null,
    offer_pay_fen: isHired ? position.payMinFen + 10_000 : null,
    offer_weekly_hours: isHired ? position.weeklyHours : null,
    offer_shift: isHired ? position.kind.shift : null,
    offer_hire_date: hireDate,
    offer_contract_to: hireDate === null ? null : addDays(addMonths(hireDate, 24), -1),
    offer_probation_end_on: hireDate === null ? null : addDays(addMonths(hireDate, 2), -1),
    offer_pay_cycle_days: isHired ? 30 : null,
    offer_accepted_at: isHired ? at(addDays(proposedOn, 12), 10) : null,
  };
}
