import { ImportKind } from '#domain/imports/import-codes';
import { file, row } from '#testing/client-rows';
import { ImportBench } from '#testing/imports';
import { ClientsImportHandler } from './clients-import.handler';
import { ClientsImportRepository } from './clients-import.repository';

describe('importing clients from the command line', () => {
  let bench: ImportBench;
  let handler: ClientsImportHandler;

  beforeAll(async () => {
    bench = await ImportBench.open();
    handler = new ClientsImportHandler(new ClientsImportRepository(), bench.crypto);
  });

  afterAll(() => bench.close());

  const takerOf = async (fileNumber: string): Promise<string> =>
    (
      await bench.one<{ taker: string }>(
        'select caseworker_membership_id as taker from client where file_number = $1',
        [fileNumber],
      )
    ).taker;

  it('gives every new person to the smallest caseload, and a report of every row', async () => {
    const { n: before } = await bench.one<{
      n: number;
    }>(`select min(n)::int as n from (select count(c.id) as n from membership m
      left join client c on c.caseworker_membership_id = m.id where m.role = 'CASEWORKER' group by m.id) loads`);
    const report = await bench.commandLine(handler).run({
      kind: ImportKind.CLIENTS,
      name: 'x.csv',
      bytes: Buffer.from(file(row(90), row(91, { phone: '1' }))),
      countyCode: '421222',
      isDryRun: false,
    });
    expect(report.ok && report.value).toMatchObject({ state: 'DONE', created: 1, refused: 1 });
    expect(report.ok && report.value.rows.map(({ rowNumber, result }) => [rowNumber, result])).toEqual([
      [2, 'CREATED'],
      [3, 'REFUSED'],
    ]);
    const taker = await takerOf('T-00090');
    const { n } = await bench.one<{ n: number }>(
      'select count(*)::int as n from client where caseworker_membership_id = $1',
      [taker],
    );
    expect(n).toBe(before + 1);
  });

  it('does not import for a county or from a file that is not clear', async () => {
    const run = (change: object) =>
      bench
        .commandLine(handler)
        .run({ kind: ImportKind.CLIENTS, name: 'x', bytes: Buffer.alloc(0), isDryRun: false, ...change });
    expect(await run({ countyCode: '000000' })).toEqual({
      ok: false,
      refusals: [{ code: 'UNKNOWN_COUNTY', field: ['county'] }],
    });
    expect(await run({})).toMatchObject({ ok: true, value: { state: 'FAILED', fileRefusal: { code: 'FILE_EMPTY' } } });
  });
});
