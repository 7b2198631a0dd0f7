import type { Actor } from '#domain/common/actor';
import { addDays, dayOf } from '#domain/common/day';
import type { Tx } from '#platform/database/transaction';
import { openBench, type Bench } from '#testing/context';
import { doDueJobs } from '#testing/jobs';
import { MentorsJobsModule } from './mentors-jobs.module';
import { MentorsModule } from './mentors.module';
import { AnotherMentorWishedProcessor } from './mentors.processor';
import { PairingsService } from './pairings.service';

const HANDLERS = { 'mentor.another-wished': AnotherMentorWishedProcessor };

describe('a client who would like another mentor', () => {
  let bench: Bench;
  let service: PairingsService;
  let caseworker: Actor;
  let client: Actor;
  let mentorId: string;

  beforeAll(async () => {
    bench = await openBench({ modules: [MentorsModule, MentorsJobsModule] });
    service = bench.app.get(PairingsService);
    const [found] = await bench.rows<Actor & { clientOf: string }>(
      `select m.county_id as "countyId", m.role, m.account_id as "accountId", m.id as "membershipId",
              m.organisation_id as "organisationId", null as "clientId",
              (select c.id from client c where c.caseworker_membership_id = m.id order by c.id limit 1) as "clientOf"
         from membership m where m.role = 'CASEWORKER' order by m.id limit 1`,
    );
    if (found === undefined) throw new Error('There is a caseworker.');
    const { clientOf, ...actor } = found;
    caseworker = actor;
    const nobody = { accountId: null, membershipId: null, organisationId: null };
    client = { ...nobody, countyId: bench.countyId, role: 'CLIENT', clientId: clientOf };
    const [mentor] = await bench.rows<{ id: string }>(`select id from membership where role = 'MENTOR' limit 1`);
    mentorId = mentor?.id ?? '';
  }, 180_000);

  afterAll(() => bench.close());

  beforeEach(() => bench.rows(`delete from task where kind = 'MENTOR_WISHED'`));

  async function done(actor: Actor, work: (tx: Tx) => ReturnType<PairingsService['pair']>): Promise<string> {
    const outcome = await bench.transactions.run(actor, work);
    if (!outcome.ok) throw new Error(outcome.refusals.map(({ code }) => code).join());
    return outcome.value.id;
  }
  const pair = (): Promise<string> => done(caseworker, (tx) => service.pair(tx, client.clientId ?? '', mentorId));
  const refuse = (id: string, another: boolean): Promise<string> =>
    done(client, (tx) => service.refuse(tx, id, another));
  const tasks = () =>
    bench.rows(
      `select status, assignee_membership_id as who, due_on::text as due from task where kind = 'MENTOR_WISHED' order by created_at`,
    );

  it('is her caseworker’s task for the next day; pairing her anew does it', async () => {
    await refuse(await pair(), true);
    expect(await doDueJobs(bench.app, bench.countyId, HANDLERS)).toEqual(['mentor.another-wished']);
    const due = addDays(dayOf(new Date()), 1);
    expect(await tasks()).toEqual([{ status: 'OPEN', who: caseworker.membershipId, due }]);
    await refuse(await pair(), false);
    expect(await tasks()).toEqual([{ status: 'DONE', who: caseworker.membershipId, due }]);
  });

  it('is nobody’s task where she has been paired again before the job came, nor where she only said no', async () => {
    await refuse(await pair(), true);
    const second = await pair();
    expect(await doDueJobs(bench.app, bench.countyId, HANDLERS)).toEqual(['mentor.another-wished']);
    expect(await tasks()).toEqual([]);
    await refuse(second, false);
    expect(await doDueJobs(bench.app, bench.countyId, HANDLERS)).toEqual([]);
    expect(await tasks()).toEqual([]);
  });
});
