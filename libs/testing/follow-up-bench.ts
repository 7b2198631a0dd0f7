import { v7 as uuidv7 } from 'uuid';
import { systemActor, type Actor } from '#domain/common/actor';
import type { Outcome } from '#domain/common/outcome';
import { PlacementStarted } from '#features/placements';
import { Mailer, type Mail } from '#platform/mail/mailer';
import type { Tx } from '#platform/database/transaction';
import { Outbox } from '#platform/outbox/outbox';
import { FollowUpJobsModule } from '../features/follow-up/follow-up-jobs.module';
import { FollowUpModule } from '../features/follow-up/follow-up.module';
import {
  CaseworkerRemindedProcessor,
  FollowUpAnsweredProcessor,
  HolidaysLoadedProcessor,
  PlacementEndedProcessor,
  PlacementStartedProcessor,
  PlacementStartMovedProcessor,
} from '../features/follow-up/follow-up.processor';
import { FollowUpService, type RecordedContact } from '../features/follow-up/follow-up.service';
import { MilestonePlanningService } from '../features/follow-up/milestone-planning.service';
import { ReminderDeliverProcessor } from '../features/notifications/reminder-deliver.processor';
import { openBench, type Bench } from './context';
import { doDueJobs } from './jobs';

/** Wednesday, 10:00 in Shanghai. */
const NOW = '2026-10-14T02:00:00.000Z';

/** Mail that is kept instead of sent, or refused. */
class KeptMail extends Mailer {
  readonly mails: Mail[] = [];
  fault: Error | null = null;

  override send(mail: Mail): Promise<'SENT'> {
    if (this.fault !== null) return Promise.reject(this.fault);
    this.mails.push(mail);
    return Promise.resolve('SENT');
  }
}

/** A milestone as stored. */
export interface Milestone {
  readonly id: string;
  readonly code: string;
  readonly status: string;
  readonly due_on: string;
  readonly attempts: number;
  readonly contact_id: string | null;
  readonly last_reminded_at: Date | null;
}

/** A client and who looks after her. */
export interface FollowedPerson {
  readonly clientId: string;
  readonly caseworker: Actor;
}

/** People at work, their milestones, and the mail about them. */
export class FollowUpBench {
  private people: FollowedPerson[] = [];

  private constructor(
    private readonly bench: Bench,
    readonly mailer: KeptMail,
  ) {}

  /** Opens a bench on a county of its own. */
  static async open(): Promise<FollowUpBench> {
    const mailer = new KeptMail();
    const mail = {
      module: class TestMail {},
      global: true,
      providers: [{ provide: Mailer, useValue: mailer }],
      exports: [Mailer],
    };
    return new FollowUpBench(
      await openBench({ modules: [mail, FollowUpModule, FollowUpJobsModule], clockAt: NOW }),
      mailer,
    );
  }

  get app() {
    return this.bench.app;
  }

  get transactions() {
    return this.bench.transactions;
  }

  get database() {
    return this.bench.database;
  }

  get rows() {
    return this.bench.rows;
  }

  close(): Promise<void> {
    return this.bench.close();
  }

  /** No milestone, no mail, and caseworkers with an address. */
  async clear(): Promise<void> {
    const { countyId } = this.bench;
    this.mailer.mails.length = 0;
    this.mailer.fault = null;
    await this.rows(
      'truncate follow_up_milestone, contact, follow_up_answer, task, reminder, delivery, job_failure, outbox_event',
    );
    this.people = (
      await this.rows<{ client_id: string; id: string; account_id: string; organisation_id: string }>(
        `select distinct on (m.id) c.id as client_id, m.id, m.account_id, m.organisation_id
           from client c join membership m on m.id = c.caseworker_membership_id
          where not exists (select from placement p where p.client_id = c.id) order by m.id, c.id`,
      )
    ).map(({ client_id: clientId, id: membershipId, account_id: accountId, organisation_id: organisationId }) => ({
      clientId,
      caseworker: { countyId, role: 'CASEWORKER', accountId, membershipId, organisationId, clientId: null },
    }));
    await this.rows(`update membership set work_email = id || '@office.example' where role = 'CASEWORKER'`);
  }

  /** The client of one caseworker, another one of another. Throws where the seed has too few. */
  person(index = 0): FollowedPerson {
    const found = this.people[index];
    if (found === undefined) throw new Error('The seed has too few caseworkers.');
    return found;
  }

  work(): Promise<string[]> {
    return doDueJobs(this.app, this.bench.countyId, {
      'placement.started': PlacementStartedProcessor,
      'placement.ended': PlacementEndedProcessor,
      'placement.start-moved': PlacementStartMovedProcessor,
      'holidays.loaded': HolidaysLoadedProcessor,
      'follow-up.answered': FollowUpAnsweredProcessor,
      'follow-up.caseworker-reminded': CaseworkerRemindedProcessor,
      'reminder.deliver': ReminderDeliverProcessor,
    });
  }

  /** Somebody who begins work of her own, announced as the placements feature does. */
  async aPlacement(clientId: string, hireDate: string): Promise<string> {
    const id = uuidv7();
    await this.rows(
      `insert into placement (county_id, id, client_id, mode, hire_date, contract_from, agreed_pay_fen, pay_cycle_days, weekly_hours,
                              shift, employment_type, job_code, grade, status)
       values ($1, $2, $3, 'SELF_EMPLOYED', $4, $4, 300000, 30, 20, 'DAY', 'PART_TIME', 'J', '1', 'ACTIVE')`,
      [this.bench.countyId, id, clientId, hireDate],
    );
    await this.announce(PlacementStarted, id);
    return id;
  }

  /** Somebody who began on Tuesday 13 October 2026: D1 is due on Wednesday the 14th, today. */
  async somebodyAtWork() {
    const { clientId, caseworker } = this.person();
    const placementId = await this.aPlacement(clientId, '2026-10-13');
    await this.work();
    const { id: d1 } = await this.milestone(placementId, 'D1');
    return { clientId, caseworker, placementId, d1 };
  }

  /** A supervisor of the caseworker's office. */
  async supervisor({ countyId, organisationId }: Actor): Promise<Actor> {
    const [row] = await this.rows<{ id: string; account: string }>(
      `select id, account_id as account from membership where role = 'SUPERVISOR' and status = 'ACTIVE' order by id limit 1`,
    );
    if (row === undefined) throw new Error('The seed has no supervisor.');
    const { id: membershipId, account: accountId } = row;
    return { countyId, role: 'SUPERVISOR', accountId, membershipId, organisationId, clientId: null };
  }

  async announce(job: typeof PlacementStarted, id: string): Promise<void> {
    await this.transactions.run(systemActor(this.bench.countyId, 'test'), (tx) =>
      this.app.get(Outbox).add(tx, job, { subjectId: id, data: {} }),
    );
  }

  milestonesOf(placementId: string): Promise<Milestone[]> {
    return this.rows<Milestone>(
      'select *, due_on::text as due_on from follow_up_milestone where placement_id = $1 order by raw_on, code',
      [placementId],
    );
  }

  async milestone(placementId: string, code: string): Promise<Milestone> {
    const found = (await this.milestonesOf(placementId)).find((one) => one.code === code);
    if (found === undefined) throw new Error(`No milestone ${code}.`);
    return found;
  }

  sweepAt(instant: string) {
    return this.transactions.run(systemActor(this.bench.countyId, 'follow-up.sweep'), (tx) =>
      this.app.get(MilestonePlanningService).sweep({ ...tx, now: new Date(instant) }),
    );
  }

  /** Records a contact, today or at another instant. */
  record(
    actor: Actor,
    milestoneId: string,
    contact: Pick<RecordedContact, 'isTwoWay'> & Partial<RecordedContact>,
    at?: string,
  ): Promise<string> {
    return this.act(
      actor,
      (tx) => this.app.get(FollowUpService).recordContact(tx, { milestoneId, channel: 'PHONE', ...contact }),
      at,
    );
  }

  /** Does something in the actor's name; says DONE or the codes of the refusal. */
  async act(actor: Actor, act: (tx: Tx) => Promise<Outcome<{ id: string }>>, at?: string): Promise<string> {
    const outcome = await this.transactions.run(actor, (tx) =>
      act(at === undefined ? tx : { ...tx, now: new Date(at) }),
    );
    return outcome.ok ? 'DONE' : outcome.refusals.map(({ code }) => code).join();
  }

  /** The open tasks, by kind. */
  async tasks(): Promise<readonly { kind: string; due_on: string; assignee: string | null }[]> {
    return this.rows(
      `select kind, due_on::text as due_on, assignee_membership_id as assignee from task where status = 'OPEN' order by due_on, kind`,
    );
  }

  async contacts(): Promise<number | undefined> {
    return (await this.rows<{ n: number }>('select count(*)::int as n from contact'))[0]?.n;
  }
}
