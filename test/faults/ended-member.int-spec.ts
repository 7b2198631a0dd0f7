import type { Actor } from '#domain/common/actor';
import { addMonths, dayOf, monthOf } from '#domain/common/day';
import { ClientsImportModule } from '#features/clients';
import { FilesService } from '#features/files';
import { PayrollImportModule } from '#features/pay-equity';
import { DataExportProcessor } from '../../libs/features/data-rights/data-exports.processor';
import { DataExportsService } from '../../libs/features/data-rights/data-exports.service';
import { DataRightsJobsModule } from '../../libs/features/data-rights/data-rights-jobs.module';
import { DataRightsModule } from '../../libs/features/data-rights/data-rights.module';
import { BATCH_ROWS } from '../../libs/features/imports/import-engine';
import { ImportRequestedProcessor } from '../../libs/features/imports/import-requested.processor';
import { ImportsJobsModule } from '../../libs/features/imports/imports-jobs.module';
import { ImportsService, type StartImport } from '../../libs/features/imports/imports.service';
import type { Tx } from '#platform/database/transaction';
import { file, range, row } from '#testing/client-rows';
import { openBench, type Bench } from '#testing/context';
import { ErasablePeople } from '#testing/erasable-people';
import { doDueJobs } from '#testing/jobs';
import { endedAfter, failures } from './support/ended-membership';

const HANDLERS = { 'import.run': ImportRequestedProcessor, 'data.export': DataExportProcessor };
const PAYROLL = '工号,岗位编码,应出勤天数,未出勤天数,基本工资,津贴,个人社保,实际发薪日';

interface Run {
  readonly state: string;
  readonly code: string | null;
  readonly created: number;
  readonly unchanged: number;
  readonly progress: number;
}

describe('a member whose membership ends between two steps of her job', () => {
  let bench: Bench;
  let caseworker: Actor;
  let hr: Actor;
  let people: ErasablePeople;

  beforeAll(async () => {
    bench = await openBench({
      modules: [ImportsJobsModule, ClientsImportModule, PayrollImportModule, DataRightsModule, DataRightsJobsModule],
    });
    people = new ErasablePeople(bench);
    caseworker = await memberAs('CASEWORKER');
    hr = await memberAs('ENTERPRISE_HR');
  }, 180_000);

  afterAll(() => bench.close());

  async function memberAs(role: string): Promise<Actor> {
    const [actor] = await bench.rows<Actor>(
      `select county_id as "countyId", role, account_id as "accountId", id as "membershipId",
              organisation_id as "organisationId", null as "clientId", array[id] as caseloads
         from membership where role = $1 and status = 'ACTIVE' order by id limit 1`,
      [role],
    );
    return actor as Actor;
  }

  const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => bench.transactions.run(actor, work);
  const count = async (sql: string, parameters: unknown[] = []): Promise<number> =>
    (await bench.rows<{ n: number }>(sql, parameters))[0]?.n ?? -1;
  const valueOf = <T>(outcome: { ok: true; value: T } | { ok: false; refusals: unknown }): T => {
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
    return outcome.value;
  };
  const ended = (step: number, actor: Actor): Promise<number> =>
    endedAfter(bench, actor, step, (afterStep) => doDueJobs(bench.app, bench.countyId, HANDLERS, afterStep));

  async function sent(actor: Actor, content: string, input: Omit<StartImport, 'fileId'>): Promise<string> {
    const upload = { name: '新表.csv', bytes: Buffer.from(content) };
    const taken = valueOf(await bench.app.get(FilesService).take(actor, upload));
    const start = { ...input, fileId: taken.id };
    return valueOf(await as(actor, (tx) => bench.app.get(ImportsService).start(tx, start))).id;
  }

  const runOf = async (id: string): Promise<Run | undefined> =>
    (
      await bench.rows<Run>(
        `select state, file_refusal ->> 'code' as code, created, unchanged, progress from import_run where id = $1`,
        [id],
      )
    )[0];

  it('imports no row more than those before, says so, and the same file brings the rest', async () => {
    const content = file(...range(0, 1_200).map((index) => row(index)));
    const before = await count('select count(*)::int as n from client');
    const id = await sent(caseworker, content, { kind: 'CLIENTS' });
    expect(await ended(5, caseworker)).toBe(5); // begun, read, planned, described, one batch
    expect(await count('select count(*)::int as n from client')).toBe(before + BATCH_ROWS);
    expect(await count('select count(*)::int as n from import_row where run_id = $1', [id])).toBe(BATCH_ROWS);
    const stopped = { state: 'FAILED', code: 'REQUESTER_GONE', created: BATCH_ROWS, unchanged: 0, progress: 41 };
    expect(await runOf(id)).toEqual(stopped);
    expect(await failures(bench, 'import.run')).toBe(1);
    const again = await sent(caseworker, content, { kind: 'CLIENTS' });
    expect(await doDueJobs(bench.app, bench.countyId, HANDLERS)).toEqual(['import.run']);
    expect(await runOf(again)).toMatchObject({ state: 'DONE', created: 1_200 - BATCH_ROWS, unchanged: BATCH_ROWS });
    expect(await runOf(id)).toEqual(stopped);
  }, 120_000);

  it('has the lines of a payroll that were read checked once, and withdraws none', async () => {
    const period = monthOf(addMonths(dayOf(new Date()), -40));
    const line = (index: number): string => `W${index},J-60101,22,0,"3,000.00",200,330.2,2023-4-15`;
    const lines = range(0, BATCH_ROWS + 1).map(line);
    const id = await sent(hr, [PAYROLL, ...lines].join('\n'), { kind: 'PAYROLL', period });
    expect(await ended(5, hr)).toBe(5);
    expect(await runOf(id)).toMatchObject({ state: 'FAILED', code: 'REQUESTER_GONE', created: BATCH_ROWS });
    const standing = `select count(*)::int as n from payroll_line where period = $1 and not is_withdrawn`;
    expect(await count(standing, [period])).toBe(BATCH_ROWS);
    const announced = `select count(*)::int as n from outbox_event where job = 'payroll.uploaded' and data ->> 'period' = $1`;
    expect(await count(announced, [period])).toBe(1);
  }, 120_000);

  it('keeps no copy of her data that was put together before; back in office she asks again', async () => {
    const person = await people.aPerson();
    const request = () => as(person.client, (tx) => bench.app.get(DataExportsService).request(tx));
    valueOf(await request());
    const files = await count('select count(*)::int as n from file');
    expect(await ended(1, person.client)).toBe(1);
    expect(await count('select count(*)::int as n from file')).toBe(files);
    const copies = 'select status, failure_code from data_export where client_id = $1 order by created_at';
    const notMade = { status: 'FAILED', failure_code: 'REQUESTER_GONE' };
    expect(await bench.rows(copies, [person.clientId])).toEqual([notMade]);
    expect(await failures(bench, 'data.export')).toBe(1);
    valueOf(await request());
    expect(await doDueJobs(bench.app, bench.countyId, HANDLERS)).toEqual(['data.export']);
    expect(await bench.rows(copies, [person.clientId])).toEqual([notMade, { status: 'READY', failure_code: null }]);
  }, 60_000);

  it('makes no copy for a membership that ended before the job began', async () => {
    const person = await people.aPerson();
    valueOf(await as(person.client, (tx) => bench.app.get(DataExportsService).request(tx)));
    expect(await ended(0, person.client)).toBe(0);
    const copies = 'select status, failure_code from data_export where client_id = $1';
    expect(await bench.rows(copies, [person.clientId])).toEqual([{ status: 'FAILED', failure_code: 'REQUESTER_GONE' }]);
  }, 60_000);
});
