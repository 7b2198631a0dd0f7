import type { Actor } from '#domain/common/actor';
import { ImportKind } from '#domain/imports/import-codes';
import { file, phone, range, row } from '#testing/client-rows';
import { countsOf, ImportBench } from '#testing/imports';
import { LISTED_TERM } from '#testing/listed-term';
import { ClientsImportHandler } from './clients-import.handler';
import { ClientsImportRepository } from './clients-import.repository';
import { ClientReader } from './client-reader';
import { ClientsRepository } from './clients.repository';

describe('importing clients', () => {
  let bench: ImportBench;
  let handler: ClientsImportHandler;
  let caseworker: Actor;
  let colleague: Actor;

  beforeAll(async () => {
    bench = await ImportBench.open();
    handler = new ClientsImportHandler(new ClientsImportRepository(), bench.crypto);
    caseworker = await bench.memberAs(`role = 'CASEWORKER'`);
    colleague = await bench.memberAs(`role = 'CASEWORKER' and id <> '${caseworker.membershipId}'`);
  });

  afterAll(() => bench.close());

  const importAs = (actor: Actor, content: string | Buffer, dryRun = false) =>
    bench.import(actor, ImportKind.CLIENTS, content, handler, { dryRun });

  const stored = (fileNumber: string) =>
    bench.one<{
      id: string;
      version: number;
      township: string;
      pay: number;
      caseworker: string;
      entry: string;
      day: string;
    }>(
      `select c.id, c.version, c.township, c.min_acceptable_pay_fen::int as pay, c.available_from::text as day,
              c.caseworker_membership_id as caseworker, e.status as entry
         from client c join programme_entry e on e.client_id = c.id where c.file_number = $1`,
      [fileNumber],
    );

  const clientCount = async (): Promise<number> =>
    (await bench.one<{ n: number }>('select count(*)::int as n from client')).n;

  it('takes new people into the caseload of whoever imports, readable by her and nobody else', async () => {
    const run = await importAs(caseworker, file(row(10), row(11)));
    expect(run).toMatchObject({ state: 'DONE', progress: 100, totalRows: 2, created: 2 });
    const client = await stored('T-00010');
    expect(client).toMatchObject({
      caseworker: caseworker.membershipId,
      entry: 'ACTIVE',
      township: '421222100',
      pay: 280_000,
      day: '2026-04-01',
    });
    const reader = new ClientReader(new ClientsRepository(), bench.crypto);
    const read = await bench.transactions.run(caseworker, (tx) => reader.byId(tx, client.id));
    expect(read).toMatchObject({ name: '林10', phone: phone(10), skills: ['CRIMPING', 'WIRE_STRIPPING'] });
    expect(read?.certificates).toEqual([{ code: 'FORKLIFT_N1', validTo: '2028-06-30' }]);
    expect(await bench.transactions.run(colleague, (tx) => reader.byId(tx, client.id))).toBeNull();
  });

  it('changes nothing when the same file comes again', async () => {
    await importAs(caseworker, file(row(20), row(21)));
    const before = await stored('T-00020');
    const run = await importAs(caseworker, file(row(20), row(21)));
    expect(countsOf(run)).toEqual({ created: 0, updated: 0, unchanged: 2, refused: 0 });
    expect(await stored('T-00020')).toEqual(before);
  });

  it('changes what a row changes and leaves what it leaves empty', async () => {
    await importAs(caseworker, file(row(30)));
    const run = await importAs(caseworker, '档案编号,姓名,手机,乡镇,最低月薪\nT-00030,林30,13900000030,关刀镇,\n');
    expect(countsOf(run)).toEqual({ created: 0, updated: 1, unchanged: 0, refused: 0 });
    expect(await stored('T-00030')).toMatchObject({
      version: 2,
      township: '421222103',
      pay: 280_000,
      day: '2026-04-01',
    });
  });

  it('needs only number, name and phone', async () => {
    const run = await importAs(caseworker, '手机,姓名,档案编号\n13900000040,林40,T-00040\n');
    expect(countsOf(run)).toMatchObject({ created: 1, refused: 0 });
    expect(await stored('T-00040')).toMatchObject({ township: '421222100', entry: 'ACTIVE' });
  });

  it('refuses a person who is known under another file number, in the caseload or further up in the file', async () => {
    await importAs(caseworker, file(row(50)));
    const wide = phone(50).replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
    const twins = [row(51, { name: '林50', phone: wide }), row(52, { name: '林 50', phone: phone(50) })];
    const run = await importAs(
      caseworker,
      file(...twins, row(53), row(54, { name: '林53', phone: phone(53) }), row(50)),
    );
    expect(countsOf(run)).toEqual({ created: 1, updated: 0, unchanged: 1, refused: 3 });
    const reason = ['档案编号 POSSIBLE_DUPLICATE'];
    expect(await bench.refusals(caseworker, run.id)).toEqual({ 2: reason, 3: reason, 5: reason });
  });

  it('refuses a file number of somebody else’s caseload without saying more', async () => {
    await importAs(colleague, file(row(60)));
    const before = await stored('T-00060');
    const run = await importAs(caseworker, file(row(60, { name: '别人' }), row(61)));
    expect(countsOf(run)).toEqual({ created: 1, updated: 0, unchanged: 0, refused: 1 });
    expect(await bench.refusals(caseworker, run.id)).toEqual({ 2: ['档案编号 FILE_NUMBER_TAKEN'] });
    expect(await stored('T-00060')).toEqual(before);
  });

  it.each([
    ['a day that does not exist', { day: '2026-2-30' }, '可上岗日期 NOT_A_DATE'],
    ['money in 万', { pay: '0.3万' }, '最低月薪 NOT_MONEY'],
    ['a phone number that is too short', { phone: '1380000' }, '手机 NOT_A_PHONE'],
    ['a township of elsewhere', { town: '崇阳县天城镇' }, '乡镇 UNKNOWN_TOWNSHIP'],
  ])('refuses the row with %s, keeps the good one, and gives the bad one back', async (_, change, reason) => {
    const before = await clientCount();
    const index = 70 + before;
    const run = await importAs(caseworker, file(row(index), row(index + 1, change)));
    expect(countsOf(run)).toEqual({ created: 1, updated: 0, unchanged: 0, refused: 1 });
    expect(await clientCount()).toBe(before + 1);
    expect(await bench.refusals(caseworker, run.id)).toEqual({ 3: [reason] });
    const [refused] = await bench.transactions.run(caseworker, (tx) => bench.reader.refusedRows(tx, run.id));
    expect(refused?.cells).toMatchObject({ name: `林${index + 1}` });
    const { bytes } = await bench.one<{ bytes: string }>(
      `select encode(cells_enc, 'escape') as bytes from import_row where id = $1`,
      [refused?.id],
    );
    expect(bytes).not.toContain(`${index + 1}`.padStart(5, '0'));
  });

  it.each([
    ['2026-4-1', '2026-04-01'],
    ['2026/04/01', '2026-04-01'],
    ['2026年4月1日', '2026-04-01'],
    ['46113', '2026-04-01'],
    ['２０２６－４－１', '2026-04-01'],
  ])('reads the day %s', async (day, expected) => {
    const index = 9_000 + (await clientCount());
    await importAs(caseworker, file(row(index, { day })));
    expect((await stored(`T-${String(index).padStart(5, '0')}`)).day).toBe(expected);
  });

  it('keeps nothing of a file with a listed term: no client, no row, no name, no content', async () => {
    const before = { clients: await clientCount(), files: bench.store.files.size };
    const run = await importAs(caseworker, file(row(80), row(81, { name: `${LISTED_TERM}人员` })));
    expect(run).toMatchObject({
      state: 'FAILED',
      fileId: null,
      totalRows: 0,
      unknownColumns: [],
      fileRefusal: { code: 'BANNED_TERM', field: [] },
    });
    expect({ clients: await clientCount(), files: bench.store.files.size }).toEqual(before);
    const { n } = await bench.one<{ n: number }>('select count(*)::int as n from import_row where run_id = $1', [
      run.id,
    ]);
    expect(n).toBe(0);
    const erased = await bench.one(
      `select bytes, encode(sha256, 'hex') as digest from file where erased_at is not null`,
    );
    expect(erased).toEqual({ bytes: 0, digest: '0'.repeat(64) });
    const dump = await bench.one<{ text: string }>(
      `select string_agg(r::text, ' ') as text from import_run r where id = $1`,
      [run.id],
    );
    expect(dump.text).not.toContain(LISTED_TERM);
    expect(dump.text).not.toContain('T-0008');
  });

  it('says of a file that was refused as a whole why, and may be tried again with a better one', async () => {
    const run = await importAs(caseworker, '档案编号,乡镇\nT-1,隽水镇\n');
    expect(run).toMatchObject({
      state: 'FAILED',
      fileRefusal: { code: 'MISSING_COLUMN', field: ['姓名', '手机'] },
      progress: 100,
    });
    expect(run.fileId).not.toBeNull();
  });

  it('tries a file out without writing anything but the results', async () => {
    const before = await clientCount();
    const run = await importAs(caseworker, file(row(85), row(86, { day: 'x' })), true);
    expect(countsOf(run)).toEqual({ created: 1, updated: 0, unchanged: 0, refused: 1 });
    expect(await clientCount()).toBe(before);
    const { rows } = await bench.database.admin.query<{ subject_id: string | null }>(
      'select subject_id from import_row where run_id = $1',
      [run.id],
    );
    expect(rows).toEqual([{ subject_id: null }, { subject_id: null }]);
  });

  it('goes on where it was killed, whichever transaction that was, and counts every row once', async () => {
    const rows = range(20_000, 21_800).map((index) => row(index));
    const before = await clientCount();
    const runId = await bench.send(caseworker, file(...rows), { kind: ImportKind.CLIENTS });
    const transactions = 9;
    const killAt = 1 + Math.floor(Math.random() * transactions);
    await expect(bench.work(caseworker, runId, handler, { killAt })).rejects.toThrow('killed');
    await expect(bench.work(caseworker, runId, handler, { killAt: 5 })).rejects.toThrow('killed');
    const run = await bench.work(caseworker, runId, handler);
    expect({ killAt, ...countsOf(run), state: run.state }).toEqual({
      killAt,
      created: 1_800,
      updated: 0,
      unchanged: 0,
      refused: 0,
      state: 'DONE',
    });
    expect(await clientCount()).toBe(before + 1_800);
    const { n } = await bench.one<{ n: number }>('select count(*)::int as n from import_row where run_id = $1', [
      runId,
    ]);
    expect(n).toBe(1_800);
  });

  it('is done once when two workers work on one run at the same time', async () => {
    const before = await clientCount();
    const rows = range(23_000, 24_200).map((index) => row(index));
    const runId = await bench.send(caseworker, file(...rows), { kind: ImportKind.CLIENTS });
    await Promise.all([bench.work(caseworker, runId, handler), bench.work(caseworker, runId, handler)]);
    expect(countsOf(await bench.run(caseworker, runId))).toEqual({
      created: 1_200,
      updated: 0,
      unchanged: 0,
      refused: 0,
    });
    expect(await clientCount()).toBe(before + 1_200);
  });

  it('imports a mixed file of 10,000 rows with exact counts', async () => {
    const equal = range(30_000, 31_000);
    const changed = range(31_000, 31_500);
    await importAs(caseworker, file(...[...equal, ...changed].map((index) => row(index))));
    const bad = range(40_000, 40_500).map((index) => badRow(index));
    const fresh = range(50_000, 58_000).map((index) => row(index));
    const mixed = [
      ...fresh,
      ...equal.map((index) => row(index)),
      ...changed.map((index) => row(index, { pay: '3,100.00' })),
      ...bad,
    ];
    const before = await clientCount();
    const startedAt = performance.now();
    const run = await importAs(caseworker, file(...shuffled(mixed)));
    const durationMs = Math.round(performance.now() - startedAt);
    process.stdout.write(`10,000 rows in ${durationMs} ms\n`);
    expect(countsOf(run)).toEqual({ created: 8_000, updated: 500, unchanged: 1_000, refused: 500 });
    expect(await clientCount()).toBe(before + 8_000);
  }, 60_000);

  const badRow = (index: number): string => {
    const kinds = [
      { phone: '12' },
      { day: '四月一日' },
      { pay: '三千' },
      { town: '某镇' },
      { phone: phone(30_000 + (index % 100)), name: `林${30_000 + (index % 100)}` },
    ];
    return row(index, kinds[index % kinds.length]);
  };
});

/** In an order that has nothing to do with what the rows are; always the same one. */
function shuffled(rows: readonly string[]): string[] {
  return rows
    .map((one, index) => ({ one, place: (index * 7_919) % rows.length }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one);
}
