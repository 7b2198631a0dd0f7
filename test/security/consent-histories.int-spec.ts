import { randomUUID } from 'node:crypto';
import type { Actor } from '#domain/common/actor';
import { startOfDay } from '#domain/common/day';
import { FilesModule, FilesService } from '#features/files';
import { ReferralsModule } from '#features/referrals';
import { openBench, type Bench } from '#testing/context';
import { histories, type Enterprise, type History } from './support/consent-history';
import { daysBefore } from './support/consent-history';
import { foreseen, type Reader } from './support/consent-oracle';
import { actingAs, readAsCandidates, seenBy, Stage, type Cast } from './support/consent-stage';

const HISTORIES = Number(process.env['CONSENT_HISTORIES'] ?? '10000');
const SEED = Number(process.env['CONSENT_SEED'] ?? '20261130');
const LANES = 2;
const CLIENTS_OF_A_LANE = 100;
const READERS: readonly Reader[] = ['HR_A', 'HR_B', 'MENTOR', 'TRAINER'];
const NOON_MS = 12 * 3_600_000;

interface Seat {
  readonly clientId: string;
  readonly fileId: string;
  readonly referralIds: Readonly<Record<Enterprise, string>>;
}

describe('what others may read after any history of consents', () => {
  let bench: Bench;
  let cast: Cast;
  let seats: Seat[];

  beforeAll(async () => {
    bench = await openBench({ modules: [ReferralsModule, FilesModule], clockAt: '2026-10-14T02:00:00.000Z' });
    await bench.rows('truncate referral, placement, consent_grant, enrolment cascade');
    cast = await castOf(bench);
    seats = await seatsOf(bench, cast);
  }, 300_000);

  afterAll(() => bench.close());

  /** Plays one history per seat in a transaction that is rolled back; gives what differs from the oracle. */
  async function play(batch: readonly History[], lane: readonly Seat[]): Promise<string[]> {
    const open = await bench.transactions.open(cast.system);
    try {
      const wrong: string[] = [];
      const played = batch.map((history, index) => ({ history, seat: lane[index] as Seat, ...foreseen(history) }));
      for (const { history, seat, isDone } of played) {
        const stage = new Stage(bench.app, cast, open.tx, seat.clientId, seat.referralIds, seat.fileId);
        const before = daysBefore(history);
        for (const [index, { what }] of history.steps.entries()) {
          const done = await stage.does(what, before[index] ?? 0, isDone[index] === true);
          if (done === isDone[index]) continue;
          wrong.push(`step ${String(index)} of ${JSON.stringify(history)} was ${done ? 'done' : 'refused'}`);
          break;
        }
      }
      const now = new Date(startOfDay(cast.today).getTime() + NOON_MS);
      for (const reader of READERS) {
        const tx = await actingAs(open.tx, cast.readers[reader], now);
        const place: Enterprise = reader === 'HR_B' ? 'B' : 'A';
        const referrals = new Map(lane.map(({ clientId, referralIds }) => [referralIds[place], clientId]));
        const seen = await seenBy(
          bench.app,
          tx,
          lane.map(({ clientId }) => clientId),
          referrals,
        );
        const candidates = reader.startsWith('HR')
          ? await readAsCandidates(bench.app, tx, cast.positions[place], lane.length * LANES)
          : null;
        for (const { history, seat, oracle } of played) {
          const expected = oracle.sees(reader).join();
          const found = [...(seen.get(seat.clientId) ?? [])].sort().join();
          if (found !== expected)
            wrong.push(`${reader} sees [${found}], not [${expected}], after ${JSON.stringify(history)}`);
          if (candidates === null) continue;
          const asCard = [...(candidates.get(seat.clientId) ?? [])].sort().join();
          const card = oracle
            .sees(reader)
            .filter((group) => group !== 'CONTACT')
            .join();
          if (asCard !== card)
            wrong.push(`${reader} reads [${asCard}], not [${card}], after ${JSON.stringify(history)}`);
        }
      }
      return wrong;
    } finally {
      await open.rollback();
    }
  }

  it(`is what an oracle says that was written from the specification, in ${String(HISTORIES)} histories`, async () => {
    const all = histories(SEED, HISTORIES);
    const wrong: string[] = [];
    const lane = async (index: number): Promise<void> => {
      const own = seats.slice(index * CLIENTS_OF_A_LANE, (index + 1) * CLIENTS_OF_A_LANE);
      for (let at = index * CLIENTS_OF_A_LANE; at < all.length; at += LANES * CLIENTS_OF_A_LANE)
        wrong.push(...(await play(all.slice(at, at + CLIENTS_OF_A_LANE), own)));
    };
    await Promise.all(Array.from({ length: LANES }, (_, index) => lane(index)));
    const steps = all.reduce((sum, history) => sum + history.steps.length, 0);
    const open = all.filter((history) =>
      READERS.some((reader) => foreseen(history).oracle.sees(reader).length > 0),
    ).length;
    process.stdout.write(
      `consent histories, seed ${String(SEED)}: ${String(all.length)} histories of ${String(steps)} steps, ${String(open)} leave something open, ${String(wrong.length)} mismatches\n`,
    );
    expect(wrong.slice(0, 3)).toEqual([]);
    expect(open / all.length).toBeGreaterThan(0.2); // else the histories would prove nothing
  }, 900_000);
});

async function castOf(bench: Bench): Promise<Cast> {
  const { countyId } = bench;
  const nobody = { countyId, accountId: null, membershipId: null, organisationId: null, clientId: null };
  const members = await bench.rows<{ id: string; account: string; organisation: string; role: Reader | 'CASEWORKER' }>(
    `(select id, account_id as account, organisation_id as organisation, role from membership
       where role in ('CASEWORKER', 'MENTOR', 'TRAINER') order by role, id)
     union all (select m.id, m.account_id, m.organisation_id, case row_number() over (order by m.id) when 1 then 'HR_A' else 'HR_B' end
                  from membership m where m.role = 'ENTERPRISE_HR'
                   and exists (select from position p where p.organisation_id = m.organisation_id) order by m.id limit 2)`,
  );
  const actorOf = (role: string, as: Actor['role']): Actor => {
    const member = members.find((one) => one.role === role);
    if (member === undefined) throw new Error(`The seed has nobody as ${role}.`);
    return {
      ...nobody,
      role: as,
      accountId: member.account,
      membershipId: member.id,
      organisationId: member.organisation,
    };
  };
  const caseworker = actorOf('CASEWORKER', 'CASEWORKER');
  const readers = {
    HR_A: actorOf('HR_A', 'ENTERPRISE_HR'),
    HR_B: actorOf('HR_B', 'ENTERPRISE_HR'),
    MENTOR: actorOf('MENTOR', 'MENTOR'),
    TRAINER: actorOf('TRAINER', 'TRAINER'),
  };
  const positionOf = async ({ organisationId }: Actor): Promise<string> =>
    (
      await bench.rows<{ id: string }>('select id from position where organisation_id = $1 order by id limit 1', [
        organisationId,
      ])
    )[0]?.id ?? '';
  const [session] = await bench.rows<{ id: string }>(
    'update course_session set trainer_membership_id = $1 returning id',
    [readers.TRAINER.membershipId],
  );
  await bench.rows('update programme_entry set caseworker_membership_id = $1, mentor_membership_id = null', [
    caseworker.membershipId,
  ]);
  return {
    today: '2026-10-14',
    places: {
      A: readers.HR_A.organisationId ?? '',
      B: readers.HR_B.organisationId ?? '',
      OFFICE: caseworker.organisationId ?? '',
      BASE: readers.TRAINER.organisationId ?? '',
    },
    positions: { A: await positionOf(readers.HR_A), B: await positionOf(readers.HR_B) },
    sessionId: session?.id ?? '',
    caseworker,
    readers,
    system: { ...nobody, role: 'SYSTEM:history' },
  };
}

/** Clients with an unsent referral to each enterprise and a seat that is given up: what a history then moves. */
async function seatsOf(bench: Bench, cast: Cast): Promise<Seat[]> {
  const clients = await bench.rows<{ id: string }>('select id from client order by id limit $1', [
    LANES * CLIENTS_OF_A_LANE,
  ]);
  const seats: Seat[] = [];
  for (const { id } of clients) {
    const paper = { name: 'paper.pdf', bytes: Buffer.from('%PDF-1.4') };
    const taken = await bench.app.get(FilesService).take(cast.caseworker, paper);
    if (!taken.ok) throw new Error('The paper was not taken.');
    seats.push({ clientId: id, fileId: taken.value.id, referralIds: { A: randomUUID(), B: randomUUID() } });
  }
  for (const place of ['A', 'B'] as const)
    await bench.rows(
      `insert into referral (county_id, id, client_id, position_id, organisation_id, card_code, source, status, proposed_at, status_changed_at,
                             invitation_at, invitation_place, offered_at, offer_pay_fen, offer_weekly_hours, offer_shift, offer_hire_date, offer_pay_cycle_days)
       select $1, s.id, s.client_id, $2, $3, left(s.id::text, 8), 'MANUAL', 'WITHDRAWN', now(), now(), now(), 'x', now(), 300000, 20, 'DAY', current_date, 30
         from unnest($4::uuid[], $5::uuid[]) s (id, client_id)`,
      [
        bench.countyId,
        cast.positions[place],
        cast.places[place],
        seats.map(({ referralIds }) => referralIds[place]),
        seats.map(({ clientId }) => clientId),
      ],
    );
  await bench.rows(
    `insert into enrolment (county_id, id, client_id, session_id, status, requested_at)
     select $1, gen_random_uuid(), c, $2, 'DROPPED', now() from unnest($3::uuid[]) c`,
    [bench.countyId, cast.sessionId, seats.map(({ clientId }) => clientId)],
  );
  return seats;
}
