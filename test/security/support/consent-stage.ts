import type { INestApplicationContext } from '@nestjs/common';
import type { Actor } from '#domain/common/actor';
import { addDays, dayOf, startOfDay, type Day } from '#domain/common/day';
import type { Outcome } from '#domain/common/outcome';
import type { ConsentPurpose, FieldGroup } from '#domain/consent/consent-codes';
import {
  ConsentRecordsService,
  ConsentRequestsService,
  ConsentService,
  SharedViewsRepository,
  type WantedConsent,
} from '#features/consent';
import { CandidatesService, ConsentWithdrawalService } from '#features/referrals';
import type { Tx } from '#platform/database/transaction';
import type { Enterprise, Happening, Place, Scope } from './consent-history';
import type { Reader } from './consent-oracle';

/** The people and places that all histories share. */
export interface Cast {
  readonly today: Day;
  readonly places: Readonly<Record<Place, string>>;
  readonly positions: Readonly<Record<Enterprise, string>>;
  readonly sessionId: string;
  readonly caseworker: Actor;
  readonly readers: Readonly<Record<Reader, Actor>>;
  /** Acts for the calendar, enterprises and the base: what a history needs around the consents. */
  readonly system: Actor;
}

const NOON_MS = 12 * 3_600_000;

/** One client's history done in the product, through its services and the database's walls. */
export class Stage {
  private readonly grantIds: string[] = [];

  constructor(
    private readonly app: INestApplicationContext,
    private readonly cast: Cast,
    private readonly open: Tx,
    private readonly clientId: string,
    private readonly referralIds: Readonly<Record<Enterprise, string>>,
    /** A paper about this client that the caseworker keeps. */
    private readonly fileId: string,
  ) {}

  /** Does one step; the oracle has said whether it must succeed. Gives whether it did. */
  async does(what: Happening, daysAgo: number, isForeseen: boolean): Promise<boolean> {
    const day = addDays(this.cast.today, -daysAgo);
    switch (what.kind) {
      case 'ask':
        // A second request for the same is refused by a unique index, which would end the whole batch: it has its own test.
        return this.ask(what.scope, day, isForeseen);
      case 'record':
        return this.record(what.scope, day);
      case 'answer':
        return this.answer(what.isYes, day);
      case 'withdraw':
        return this.withdraw(what.pick, what.byCaseworker, day);
      default:
        return isForeseen ? this.around(what, day) : false;
    }
  }

  private async ask(scope: Scope, day: Day, isForeseen: boolean): Promise<boolean> {
    const tx = await this.as(this.cast.caseworker, day);
    if (isForeseen) return (await this.app.get(ConsentRequestsService).ask(tx, this.wanted(scope, day))).ok;
    const judged = await this.app.get(ConsentService).judge(tx, this.wanted(scope, day));
    return judged.ok && !(await this.isAsked(tx, scope));
  }

  private async isAsked(tx: Tx, { place, purpose, groups }: Scope): Promise<boolean> {
    const rows = await tx.query(
      `select 1 from consent_request where client_id = $1 and recipient_organisation_id = $2 and purpose = $3
          and field_groups = $4 and status = 'OPEN'`,
      [this.clientId, this.cast.places[place], purpose, groups],
    );
    return rows.length > 0;
  }

  private async record(scope: Scope, day: Day): Promise<boolean> {
    const tx = await this.as(this.cast.caseworker, day);
    const evidence = { fileId: this.fileId, isReadAloud: false, witnessName: null };
    return this.granted(await this.app.get(ConsentRecordsService).record(tx, this.wanted(scope, day), evidence));
  }

  private async answer(isYes: boolean, day: Day): Promise<boolean> {
    const tx = await this.as(this.client, day);
    const [last] = await tx.query<{ id: string }>(
      `select id from consent_request where client_id = $1 and status = 'OPEN' order by created_at desc, id desc limit 1`,
      [this.clientId],
    );
    if (last === undefined) return false;
    const requests = this.app.get(ConsentRequestsService);
    const outcome = isYes ? await requests.agree(tx, last.id) : await requests.decline(tx, last.id);
    if (!outcome.ok || !isYes) return outcome.ok;
    const [row] = await tx.query<{ id: string }>('select consent_grant_id as id from consent_request where id = $1', [
      last.id,
    ]);
    this.grantIds.push(row?.id ?? '');
    return true;
  }

  private async withdraw(pick: number, byCaseworker: boolean, day: Day): Promise<boolean> {
    const id = this.grantIds[pick % Math.max(1, this.grantIds.length)];
    if (id === undefined) return false;
    const tx = await this.as(byCaseworker ? this.cast.caseworker : this.client, day);
    const withdrawals = this.app.get(ConsentWithdrawalService);
    const outcome = byCaseworker
      ? await withdrawals.record(tx, id, 'BY_CALL', null)
      : await withdrawals.withdraw(tx, id);
    return outcome.ok;
  }

  /** What happens around the consents: rows as the other features write them. */
  private async around(what: Happening, day: Day): Promise<boolean> {
    if (what.kind === 'refer') {
      await this.give(what.place, 'SHARE_PROFILE', ['PROFILE'], what.days, day);
      if (what.withName) await this.give(what.place, 'SHARE_IDENTITY', ['IDENTITY'], what.days, day);
      await this.run(
        day,
        `update referral set status = 'SENT', card = $2, sent_at = now(), respond_by = current_date where id = $1`,
        [
          this.referralIds[what.place],
          JSON.stringify({
            skills: [],
            certificates: [],
            availability: 'NOW',
            shifts: [],
            weeklyHours: 40,
            commuteBand: 'NEAR',
          }),
        ],
      );
    } else if (what.kind === 'move') {
      if (what.to === 'INTERVIEW') await this.give(what.place, 'SHARE_IDENTITY', ['IDENTITY'], what.days, day);
      await this.run(
        day,
        `update referral set status = $2, offer_accepted_at = case when $2 = 'ACCEPTED' then now() end where id = $1`,
        [this.referralIds[what.place], what.to],
      );
      if (what.to === 'ACCEPTED') await this.employ(what.place, day);
    } else if (what.kind === 'endContract')
      await this.run(
        day,
        `update placement set status = 'ENDED', ended_on = $2, end_reason = 'OTHER', ended_at = now() where referral_id = $1`,
        [this.referralIds[what.place], day],
      );
    else if (what.kind === 'mentor')
      await this.run(day, 'update programme_entry set mentor_membership_id = $2 where client_id = $1', [
        this.clientId,
        what.isOn ? this.cast.readers.MENTOR.membershipId : null,
      ]);
    else if (what.kind === 'seat')
      await this.run(day, 'update enrolment set status = $3 where client_id = $1 and session_id = $2', [
        this.clientId,
        this.cast.sessionId,
        what.isOn ? 'REQUESTED' : 'DROPPED',
      ]);
    return true;
  }

  private async give(
    place: Enterprise,
    purpose: ConsentPurpose,
    groups: readonly FieldGroup[],
    days: number,
    day: Day,
  ): Promise<void> {
    const tx = await this.as(this.client, day);
    const scope = { place, purpose, groups, days };
    this.grantIds.push(await this.app.get(ConsentService).grant(tx, { ...this.wanted(scope, day), evidence: null }));
  }

  private employ(place: Enterprise, day: Day): Promise<void> {
    return this.run(
      day,
      `insert into placement (county_id, id, client_id, organisation_id, referral_id, mode, hire_date, contract_from,
                              agreed_pay_fen, pay_basis, pay_cycle_days, weekly_hours, shift, employment_type, job_code, grade, status)
       select r.county_id, gen_random_uuid(), r.client_id, r.organisation_id, r.id, 'PUBLIC_POST', $2::date, $2::date,
              300000, 'MONTHLY', 30, 20, 'DAY', 'PART_TIME', 'J', '1', 'ACTIVE' from referral r where r.id = $1`,
      [this.referralIds[place], day],
    );
  }

  private granted(outcome: Outcome<{ id: string }>): boolean {
    if (outcome.ok) this.grantIds.push(outcome.value.id);
    return outcome.ok;
  }

  private wanted({ place, purpose, groups, days }: Scope, day: Day): WantedConsent {
    return {
      clientId: this.clientId,
      recipientId: this.cast.places[place],
      purpose: purpose as ConsentPurpose,
      fieldGroups: groups as readonly FieldGroup[],
      validTo: addDays(day, days),
    };
  }

  private get client(): Actor {
    return { ...this.cast.system, role: 'CLIENT', clientId: this.clientId };
  }

  private as(actor: Actor, day: Day): Promise<Tx> {
    return actingAs(this.open, actor, new Date(startOfDay(day).getTime() + NOON_MS));
  }

  private async run(day: Day, sql: string, parameters: readonly unknown[]): Promise<void> {
    await (await this.as(this.cast.system, day)).query(sql, parameters);
  }
}

/** Who acts in an open transaction at present, so that the database is told only when that changes. */
const acting = new WeakMap<Tx, string>();

/** The same open transaction on behalf of somebody else, on another day: both walls are told. */
export async function actingAs(open: Tx, actor: Actor, now: Date): Promise<Tx> {
  const context = [
    actor.role,
    actor.accountId ?? '',
    actor.membershipId ?? '',
    actor.organisationId ?? '',
    actor.clientId ?? '',
    dayOf(now),
  ];
  if (acting.get(open) !== context.join())
    await open.query(
      `select set_config('app.role', $1, true), set_config('app.account', $2, true), set_config('app.membership', $3, true),
              set_config('app.organisation', $4, true), set_config('app.client', $5, true), set_config('app.today', $6, true)`,
      context,
    );
  acting.set(open, context.join());
  return { ...open, actor, now };
}

/** What a reader sees of each client: the views by repository, and for an enterprise the candidates as it reads them. */
export async function seenBy(
  app: INestApplicationContext,
  tx: Tx,
  clientIds: readonly string[],
  referrals: ReadonlyMap<string, string>,
): Promise<Map<string, Set<string>>> {
  const seen = new Map(clientIds.map((id) => [id, new Set<string>()]));
  const note = (clientId: string, group: FieldGroup): void => void seen.get(clientId)?.add(group);
  const views = app.get(SharedViewsRepository);
  for (const { clientId } of await views.identities(tx, clientIds)) note(clientId, 'IDENTITY');
  for (const { clientId } of await views.workNeeds(tx, clientIds)) note(clientId, 'WORK_NEEDS');
  for (const { clientId } of await views.cards(tx, [...referrals.keys()])) note(clientId, 'PROFILE');
  for (const { id } of await tx.query<{ id: string }>('select client_id as id from shared_contact_way'))
    note(id, 'CONTACT');
  return seen;
}

/** What an enterprise reads of its candidates through the service behind its list, by client. */
export async function readAsCandidates(
  app: INestApplicationContext,
  tx: Tx,
  positionId: string,
  limit: number,
): Promise<Map<string, Set<string>>> {
  const page = await app
    .get(CandidatesService)
    .page(tx, { status: null, positionId, clientId: null }, { limit, after: null });
  return new Map(
    page.rows.map(({ row, card, identity, workNeeds }) => [
      row.clientId,
      new Set([
        ...(card === null ? [] : ['PROFILE']),
        ...(identity === null ? [] : ['IDENTITY']),
        ...(workNeeds === null ? [] : ['WORK_NEEDS']),
      ]),
    ]),
  );
}
