import { randomUUID } from 'node:crypto';
import {
  certificateProblem,
  type CheckedInstance,
  type CheckedResult,
} from '#domain/group-placement/certificate-checker';
import { readInstance, type InstanceFile } from '#domain/group-placement/placement-instance';
import { BatchBench } from '#testing/batch-bench';
import { BatchFilesService } from './batch-files.service';
import { BatchOverridesService } from './batch-overrides.service';

describe('the files of a batch', () => {
  let bench: BatchBench;
  let id: string;

  beforeAll(async () => {
    bench = await BatchBench.open();
    await bench.clear();
    id = await bench.inReview(40);
  }, 120_000);

  afterAll(() => bench.close());

  const certificate = async (): Promise<CheckedInstance & CheckedResult & InstanceFile> => {
    const made = await bench.bench.transactions.run(bench.supervisor, (tx) => bench.get(BatchFilesService).certificate(tx, id)); // prettier-ignore
    return JSON.parse(JSON.stringify(made)) as CheckedInstance & CheckedResult & InstanceFile;
  };

  const trail = (action: string) => bench.rows(`select id from audit_entry where action = $1 and subject_id = $2`, [action, id]); // prettier-ignore

  it('are a certificate that is instance and result in one, and stands the check; every fetch is on the trail', async () => {
    const file = await certificate();
    expect(readInstance(file).ok).toBe(true);
    expect(certificateProblem(file, file)).toBeNull();
    expect(file.placed).toBe((await bench.batch(id)).outcome?.placed);
    expect(certificateProblem(file, { ...file, placed: file.placed + 1 })).not.toBeNull();
    expect(await trail('placement_batch.certificate_fetched')).toHaveLength(1);
  });

  it('name no client in the certificate, and nobody but staff in the report', async () => {
    const text = JSON.stringify(await certificate());
    for (const { clientId } of await bench.rowsOf(id)) expect(text).not.toContain(clientId);
    const report = await bench.bench.transactions.run(bench.supervisor, (tx) => bench.get(BatchFilesService).report(tx, id)); // prettier-ignore
    expect(report?.subarray(0, 5).toString()).toBe('%PDF-');
    expect(report?.length).toBeGreaterThan(10_000);
    expect(await trail('placement_batch.report_fetched')).toHaveLength(1);
  });

  it('prove what is left when a person decided about a pair', async () => {
    const placed = (await bench.rowsOf(id)).find(({ positionId }) => positionId !== null);
    const decision = { kind: 'LOCK', clientId: placed?.clientId ?? '', positionId: placed?.positionId ?? '' } as const;
    const taken = { batchId: id, decision, reason: 'CLIENT_ASKED', expectedInputHash: null } as const;
    expect(await bench.act(bench.supervisor, (tx) => bench.get(BatchOverridesService).decide(tx, taken))).toEqual([]);
    const file = await certificate();
    expect(certificateProblem(file, file)).toBeNull();
    expect(file.placed + 1).toBe((await bench.batch(id)).outcome?.placed);
  });

  it('are none of a batch that nobody solved, nor of one that is not there', async () => {
    const files = bench.get(BatchFilesService);
    const fresh = await bench.opened();
    for (const one of [fresh, randomUUID()]) {
      expect(await bench.bench.transactions.run(bench.supervisor, (tx) => files.certificate(tx, one))).toBeNull();
      expect(await bench.bench.transactions.run(bench.supervisor, (tx) => files.report(tx, one))).toBeNull();
    }
  });
});
