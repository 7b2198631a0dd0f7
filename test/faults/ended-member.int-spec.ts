import type { Actor } from '#domain/common/actor';
import { ClientsImportModule } from '#features/clients';
import { DataExportProcessor } from '../../libs/features/data-rights/data-exports.processor';
import { DataRightsJobsModule } from '../../libs/features/data-rights/data-rights-jobs.module';
import { DataRightsModule } from '../../libs/features/data-rights/data-rights.module';
import { DataExportsService } from '../../libs/features/data-rights/data-exports.service';
import { FilesService } from '#features/files';
import { BATCH_ROWS } from '../../libs/features/imports/import-engine';
import { ImportRequestedProcessor } from '../../libs/features/imports/import-requested.processor';
import { ImportsJobsModule } from '../../libs/features/imports/imports-jobs.module';
import { ImportsService } from '../../libs/features/imports/imports.service';
import type { Tx } from '#platform/database/transaction';
import { file, range, row } from '#testing/client-rows';
import { openBench, type Bench } from '#testing/context';
import { ErasablePeople } from '#testing/erasable-people';
import { doDueJobs } from '#testing/jobs';

const HANDLERS = {
  'import.run': ImportRequestedProcessor,
  'data.export': DataExportProcessor,
};

describe('a member whose membership ends between two steps of her job', () => {
  let bench: Bench;
  let caseworker: Actor;

  beforeAll(async () => {
    bench = await openBench({
      modules: [ImportsJobsModule, ClientsImportModule, DataRightsModule, DataRightsJobsModule],
    });
    caseworker = await memberAs('CASEWORKER');
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

  /** Does the due jobs; after so many steps the membership has really ended. Gives how many steps were done. */
  async function endedAfter(step: number, actor: Actor): Promise<number> {
    let done = 0;
    const afterStep = async (): Promise<void> => {
      done += 1;
      if (done === step)
        await bench.rows(`update membership set status = 'ENDED', ended_at = now() where id = $1`, [
          actor.membershipId,
        ]);
    };
    await expect(doDueJobs(bench.app, bench.countyId, HANDLERS, afterStep)).rejects.toThrow('no longer active');
    await bench.rows(`update membership set status = 'ACTIVE', ended_at = null where id = $1`, [actor.membershipId]);
    expect(await doDueJobs(bench.app, bench.countyId, HANDLERS)).toEqual([]); // it is given up, not tried again
    return done;
  }

  const failures = (job: string): Promise<number> =>
    count(
      `select count(*)::int as n from job_failure where job = $1 and error_class = 'The member who asked for this is no longer active.'`,
      [job],
    );

  it('imports no row more than those before: 500 of 1,200 stand', async () => {
    const content = file(...range(0, 1_200).map((index) => row(index)));
    const taken = valueOf(
      await bench.app.get(FilesService).take(caseworker, { name: '新人.csv', bytes: Buffer.from(content) }),
    );
    const before = await count('select count(*)::int as n from client');
    const { id } = valueOf(
      await as(caseworker, (tx) => bench.app.get(ImportsService).start(tx, { kind: 'CLIENTS', fileId: taken.id })),
    );
    expect(await endedAfter(5, caseworker)).toBe(5); // begun, read, planned, described, one batch
    expect(await count('select count(*)::int as n from client')).toBe(before + BATCH_ROWS);
    expect(await count('select count(*)::int as n from import_row where run_id = $1', [id])).toBe(BATCH_ROWS);
    expect(await bench.rows('select state from import_run where id = $1', [id])).toEqual([{ state: 'RUNNING' }]);
    expect(await failures('import.run')).toBe(1);
  }, 120_000);

  it('keeps no copy of her data that was put together before', async () => {
    const person = await new ErasablePeople(bench).aPerson();
    valueOf(await as(person.client, (tx) => bench.app.get(DataExportsService).request(tx)));
    const files = await count('select count(*)::int as n from file');
    expect(await endedAfter(1, person.client)).toBe(1);
    expect(await count('select count(*)::int as n from file')).toBe(files);
    expect(await bench.rows('select status from data_export where client_id = $1', [person.clientId])).toEqual([
      { status: 'QUEUED' },
    ]);
    expect(await failures('data.export')).toBe(1);
  }, 60_000);
});
