import type { Actor } from '#domain/common/actor';
import { FilesModule, FilesService } from '#features/files';
import { sealedUnder } from '#platform/crypto/sealed-field';
import { openBench, type Bench } from '#testing/context';
import { referredCases, type ConsentCase } from '#testing/consent-bench';
import { ConsentRecordsService } from './consent-records.service';
import { ConsentModule } from './consent.module';

const PDF = Buffer.from('%PDF-1.4 signed');

interface PaperRow {
  readonly clientId: string | null;
  readonly name: Buffer;
  readonly key: Buffer;
}

describe('the paper of a recorded consent', () => {
  let bench: Bench;
  let one: ConsentCase;
  let other: ConsentCase;

  beforeAll(async () => {
    bench = await openBench({ modules: [ConsentModule, FilesModule] });
    const [first, second] = await referredCases(bench, 'SENT');
    if (first === undefined || second === undefined) throw new Error('The seed has two referrals.');
    [one, other] = [first, second];
  }, 240_000);

  afterAll(() => bench.close());

  async function paper(actor: Actor): Promise<string> {
    const taken = await bench.app.get(FilesService).take(actor, { name: 'paper.pdf', bytes: PDF });
    if (!taken.ok) throw new Error('The paper was not taken.');
    return taken.value.id;
  }

  async function rowOf(fileId: string): Promise<PaperRow | undefined> {
    const [row] = await bench.rows<PaperRow>(
      'select client_id as "clientId", name_enc as name, key_enc as key from file where id = $1',
      [fileId],
    );
    return row;
  }

  /** Records a consent of this client on this paper; gives the codes. */
  const recorded = ({ clientId, organisationId, caseworker }: ConsentCase, fileId: string): Promise<string> =>
    bench.transactions.run(caseworker, async (tx) => {
      const outcome = await bench.app
        .get(ConsentRecordsService)
        .record(
          tx,
          { clientId, recipientId: organisationId, purpose: 'PAYROLL_CHECK', fieldGroups: ['PAY'] },
          { fileId, isReadAloud: false, witnessName: null },
        );
      return outcome.ok ? 'DONE' : outcome.refusals.map(({ code }) => code).join();
    });

  const under = (row: PaperRow | undefined) =>
    row === undefined ? [] : [row.name, row.key].map((sealed) => sealedUnder(sealed).key);

  it('lies under the county’s key until then, and opens under the client’s key alone from then on', async () => {
    const fileId = await paper(one.caseworker);
    const before = await rowOf(fileId);
    expect(before?.clientId).toBeNull();
    expect(under(before)).toEqual(['COUNTY', 'COUNTY']);
    expect(await recorded(one, fileId)).toBe('DONE');
    const after = await rowOf(fileId);
    expect(after?.clientId).toBe(one.clientId);
    expect(under(after)).toEqual(['CLIENT', 'CLIENT']);
    const read = await bench.transactions.run(one.caseworker, (tx) => bench.app.get(FilesService).read(tx, fileId));
    expect(read?.bytes).toEqual(PDF);
    expect(read?.name).toBe('paper.pdf');
  });

  it('proves nothing for another client, and stays the first one’s', async () => {
    const fileId = await paper(other.caseworker);
    expect(await recorded(other, fileId)).toBe('DONE');
    const before = await rowOf(fileId);
    const grants = () => bench.rows('select id from consent_grant order by id');
    const granted = await grants();
    const elsewhere = { ...one, caseworker: other.caseworker };
    expect(await recorded(elsewhere, fileId)).toBe('NOT_FOUND');
    expect(await rowOf(fileId)).toEqual(before);
    expect(await grants()).toEqual(granted);
  });
});
