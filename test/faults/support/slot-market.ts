import { randomUUID } from 'node:crypto';
import type { Actor } from '#domain/common/actor';
import { dayOf } from '#domain/common/day';
import { done, refusal, refused } from '#domain/common/outcome';
import type { PositionRow } from '#domain/imports/position-row';
import type { Random } from '#database/seeds/random';
import { PlacementsService } from '#features/placements';
import { ParametersService } from '#features/parameters';
import { EnterpriseAnswersService, OfferAcceptanceService, ReferralsModule } from '#features/referrals';
import type { Tx } from '#platform/database/transaction';
import { CaseworkerReferralsService } from '../../../libs/features/referrals/caseworker-referrals.service';
import { PositionsImportHandler } from '../../../libs/features/positions/positions-import.handler';
import { PositionsImportRepository } from '../../../libs/features/positions/positions-import.repository';
import { openRaceBench, type RaceBench } from './race-bench';
import { actorOf, POSITIONS, positionsOf, ROW, SLOTS_EACH, SUBJECT, type Posts } from './slot-posts';

/** One of the things people do to slots. */
export type Deal = 'place' | 'withdraw' | 'decline' | 'close' | 'edit';

/** Where the sums of slots and people did not agree. */
export interface Mismatch {
  readonly positionId: string;
  readonly what: string;
}

/** Twenty positions of one enterprise with people in an interview for each. */
export interface SlotMarket {
  /** Begins a round: new interviews for the same positions. */
  open(): Promise<void>;
  /** Does one thing to a position or person of chance; gives "deal CODE". */
  act(deal: Deal, random: Random): Promise<string>;
  /** Looks at all positions again and again until it is ended, and fails where the sums do not agree; gives how often it looked. */
  watch(): { end(): Promise<number> };
  mismatches(): Promise<Mismatch[]>;
  filled(): Promise<number>;
  /** Opens a filled slot and leaves its placement as it is, as code does that ends the two one after the other; gives the way back. */
  breakOne(): Promise<() => Promise<void>>;
  /** Ends every placement of the round through the product. */
  endAll(): Promise<void>;
  close(): Promise<void>;
}

interface Person {
  readonly referralId: string;
  readonly clientId: string;
  readonly caseworker: Actor;
}

const PEOPLE = 200;
const TERMS = {
  payFen: 400_000,
  weeklyHours: 40,
  shift: 'DAY',
  hireDate: dayOf(new Date()),
  probationMonths: 0,
  payCycleDays: 30,
} as const;

/** One statement, hence one moment: where filled slots and live placements, or slots and the position's own count, differ. */
const MISMATCHES = `
  select p.id as "positionId", concat_ws(', ',
           case when s.filled <> l.live then 'filled ' || s.filled || ', live placements ' || l.live end,
           case when s.filled <> l.slots then 'a slot with two live placements' end,
           case when s.held <> r.offered then 'held ' || s.held || ', offered ' || r.offered end,
           case when s.total <> p.slots_total then 'slots ' || s.total || ', position says ' || p.slots_total end) as what
    from position p
    cross join lateral (select count(*) filter (where status = 'FILLED') as filled, count(*) filter (where status = 'HELD') as held,
                               count(*) filter (where status <> 'WITHDRAWN') as total from job_slot where position_id = p.id) s
    cross join lateral (select count(*) as live, count(distinct l.slot_id) as slots from placement l join job_slot j on j.id = l.slot_id
                         where j.position_id = p.id and l.status in ('PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED')) l
    cross join lateral (select count(*) as offered from referral where position_id = p.id and status = 'OFFERED') r
   where p.id = any($1) and (s.filled <> l.live or s.filled <> l.slots or s.held <> r.offered or s.total <> p.slots_total)`;

/** Opens the market. */
export async function openSlotMarket(): Promise<SlotMarket> {
  const bench = await openRaceBench([ReferralsModule]);
  await bench.database.admin.query('update client set weekly_hours_available = 44');
  return new Market(bench, await positionsOf(bench)).asMarket();
}

class Market {
  private people: readonly Person[] = [];
  private readonly imports = new PositionsImportHandler(new PositionsImportRepository(), new ParametersService());

  constructor(
    private readonly bench: RaceBench,
    private readonly posts: Posts,
  ) {}

  asMarket(): SlotMarket {
    return {
      open: () => this.open(),
      act: async (deal, random) => `${deal} ${await this.deals[deal](random.pick(this.people), random)}`,
      watch: () => this.watch(),
      mismatches: () => this.mismatches(),
      filled: async () =>
        (
          await this.bench.one<{ n: number }>(
            `select count(*)::int as n from job_slot where position_id = any($1) and status = 'FILLED'`,
            [this.posts.ids],
          )
        ).n,
      breakOne: () => this.breakOne(),
      endAll: () => this.endAll(),
      close: () => this.bench.close(),
    };
  }

  private readonly deals: Readonly<Record<Deal, (person: Person, random: Random) => Promise<string>>> = {
    place: async ({ referralId, clientId }) => {
      const offered = await this.bench.act(this.posts.hr, (tx) =>
        this.bench.app.get(EnterpriseAnswersService).offer(tx, referralId, TERMS),
      );
      if (offered !== 'DONE') return offered;
      const { countyId } = this.bench;
      const client: Actor = {
        countyId,
        role: 'CLIENT',
        accountId: randomUUID(),
        membershipId: null,
        organisationId: null,
        clientId,
      };
      return this.bench.act(client, (tx) => this.bench.app.get(OfferAcceptanceService).accept(tx, referralId));
    },
    withdraw: ({ referralId, caseworker }) =>
      this.bench.act(caseworker, (tx) =>
        this.bench.app.get(CaseworkerReferralsService).withdraw(tx, referralId, 'CLIENT_ASKED'),
      ),
    decline: ({ referralId }) =>
      this.bench.act(this.posts.hr, (tx) =>
        this.bench.app.get(EnterpriseAnswersService).decline(tx, referralId, 'SKILLS'),
      ),
    close: (person) => this.end(person),
    edit: (person, random) => this.edit(person, random.int(0, POSITIONS - 1), random.pick([-1, 1])),
  };

  /** Her last work here; where she has none, something that is not there. */
  private end({ referralId, caseworker }: Person): Promise<string> {
    return this.bench.act(caseworker, async (tx) => {
      const [placement] = await tx.query<{ id: string }>('select id from placement where referral_id = $1', [
        referralId,
      ]);
      return this.bench.app.get(PlacementsService).end(tx, placement?.id ?? randomUUID(), dayOf(tx.now), 'OTHER');
    });
  }

  /** Changes the number of slots as an import does: a slot taken meanwhile fails the batch, which the job then tries again. */
  private async edit({ caseworker }: Person, at: number, change: number): Promise<string> {
    try {
      return await this.bench.act(caseworker, async (tx) => {
        const row = await this.row(tx, at, change);
        const [effect] = await this.imports.apply(tx, SUBJECT, [row]);
        if (effect === undefined || effect.result === 'REFUSED')
          return refused(effect?.refusals[0] ?? refusal('REFUSED'));
        return done({ id: effect.subjectId });
      });
    } catch (error) {
      if (!(error instanceof Error) || !error.message.startsWith('A slot was taken')) throw error;
      return 'TRIED_AGAIN_LATER';
    }
  }

  /** The position as a file would give it, with one slot more or less than it has at this moment. */
  private async row(tx: Tx, at: number, change: number): Promise<PositionRow> {
    const [position] = await tx.query<{ slots: number; number: string }>(
      'select slots_total as slots, position_number as number from position where id = $1',
      [this.posts.ids[at]],
    );
    const { enterprise, agreementNumber } = this.posts;
    const slotsTotal = Math.max(1, (position?.slots ?? SLOTS_EACH) + change);
    return { ...ROW, enterprise, agreementNumber, positionNumber: position?.number ?? '', slotsTotal };
  }

  private async open(): Promise<void> {
    const { rows } = await this.bench.database.admin.query<Person & { caseworker_id: string; account_id: string }>(
      `with people as (
         select c.id, c.caseworker_membership_id, row_number() over (order by c.id) as n from client c
           join programme_entry e on e.client_id = c.id and e.status = 'ACTIVE'
          where c.caseworker_membership_id is not null
            and not exists (select from placement p where p.client_id = c.id and p.status <> 'CANCELLED') limit ${PEOPLE}),
       interviews as (
         insert into referral (county_id, id, client_id, position_id, organisation_id, card_code, source, status, proposed_at, sent_at, respond_by,
                               viewed_at, answered_at, invitation_at, invitation_place, invitation_accepted_at, status_changed_at)
         select $1, gen_random_uuid(), id, ($2::uuid[])[1 + n % ${POSITIONS}], $3, 'M' || substr(md5(random()::text), 1, 12), 'MANUAL', 'INTERVIEW',
                now(), now(), current_date + 5, now(), now(), now() + interval '1 day', '厂区', now(), now() from people
         returning id, client_id)
       select i.id as "referralId", i.client_id as "clientId", m.id as caseworker_id, m.account_id from interviews i
         join people p on p.id = i.client_id join membership m on m.id = p.caseworker_membership_id`,
      [this.bench.countyId, this.posts.ids, this.posts.hr.organisationId],
    );
    if (rows.length !== PEOPLE) throw new Error(`Only ${rows.length} people are free.`);
    this.people = rows.map(({ referralId, clientId, caseworker_id: id, account_id }) => ({
      referralId,
      clientId,
      caseworker: actorOf(this.bench, 'CASEWORKER', { id, account_id }),
    }));
  }

  private watch(): { end(): Promise<number> } {
    let isOver = false;
    let looks = 0;
    const watching = (async () => {
      while (!isOver) {
        const found = await this.mismatches();
        if (found.length > 0) throw new Error(`The sums do not agree: ${JSON.stringify(found)}`);
        looks += 1;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    })();
    return {
      end: async () => {
        isOver = true;
        await watching;
        return looks;
      },
    };
  }

  private async mismatches(): Promise<Mismatch[]> {
    return (await this.bench.database.admin.query<Mismatch>(MISMATCHES, [this.posts.ids])).rows;
  }

  private async breakOne(): Promise<() => Promise<void>> {
    const { id } = await this.bench.one<{ id: string }>(
      `update job_slot set status = 'OPEN' where id = (
         select id from job_slot where position_id = any($1) and status = 'FILLED' order by id limit 1) returning id`,
      [this.posts.ids],
    );
    return async () =>
      void (await this.bench.database.admin.query(`update job_slot set status = 'FILLED' where id = $1`, [id]));
  }

  private async endAll(): Promise<void> {
    const ended = await Promise.all(this.people.map((person) => this.end(person)));
    const unexpected = ended.filter((code) => !['DONE', 'NOT_FOUND', 'WRONG_STATE'].includes(code));
    if (unexpected.length > 0) throw new Error(`A placement did not end: ${unexpected.join(', ')}`);
    await this.bench.database.admin.query(
      `update referral set status = 'OBSOLETE' where position_id = any($1) and status in ('INTERVIEW', 'OFFERED')`,
      [this.posts.ids],
    );
    // The same people are interviewed in the next round: work of today that ended today would stand against their next.
    await this.bench.database.admin.query(
      `update placement set status = 'CANCELLED', ended_on = null where status = 'ENDED' and ended_on = $1 and hire_date = $1`,
      [TERMS.hireDate],
    );
  }
}
