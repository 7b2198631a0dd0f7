import { inflateSync } from 'node:zlib';
import type { Actor } from '#domain/common/actor';
import { COPY_SECTIONS } from '#domain/data-rights/copy-section';
import { sealedUnder } from '#platform/crypto/sealed-field';
import type { Tx } from '#platform/database/transaction';
import { openBench, type Bench } from '#testing/context';
import { ErasablePeople, PLANTED_NOTE, type ErasablePerson } from '#testing/erasable-people';
import { doDueJobs } from '#testing/jobs';
import { DataExportProcessor } from './data-exports.processor';
import { DataExportsService, type CopyForm } from './data-exports.service';
import { DataRightsJobsModule } from './data-rights-jobs.module';
import { DataRightsModule } from './data-rights.module';

type Rows = readonly Readonly<Record<string, unknown>>[];

/** The signs that can be copied out of a PDF: those that its fonts give back to a reader. */
function signsOf(pdf: Buffer): Set<string> {
  const signs = new Set<string>();
  for (let at = pdf.indexOf('stream\n'); at >= 0; at = pdf.indexOf('stream\n', at + 1)) {
    const end = pdf.indexOf('\nendstream', at);
    if (pdf.subarray(at - 3, at).toString() === 'end' || end < 0) continue;
    const text = textOf(pdf.subarray(at + 7, end));
    if (!text.includes('begincmap')) continue;
    for (const [, code = ''] of text.matchAll(/<([0-9a-f]{4}(?: ?[0-9a-f]{4})?)>/gi))
      signs.add(Buffer.from(code.replace(' ', ''), 'hex').swap16().toString('utf16le'));
  }
  return signs;
}

function textOf(stream: Buffer): string {
  try {
    return inflateSync(stream).toString('latin1');
  } catch {
    return ''; // a stream that is not packed holds no map of signs
  }
}

describe('a copy of one’s own data', () => {
  let bench: Bench;
  let exports: DataExportsService;
  let people: ErasablePeople;
  let person: ErasablePerson;

  beforeAll(async () => {
    bench = await openBench({ modules: [DataRightsModule, DataRightsJobsModule] });
    exports = bench.app.get(DataExportsService);
    people = new ErasablePeople(bench);
  }, 120_000);

  afterAll(() => bench.close());

  beforeEach(async () => {
    person = await people.aPerson();
  });

  const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => bench.transactions.run(actor, work);
  const jobs = (): Promise<string[]> => doDueJobs(bench.app, bench.countyId, { 'data.export': DataExportProcessor });
  const read = (actor: Actor, id: string, form: CopyForm) => as(actor, (tx) => exports.read(tx, id, form));

  async function asked(actor: Actor): Promise<string> {
    const outcome = await as(actor, (tx) => exports.request(tx));
    return outcome.ok ? outcome.value.id : outcome.refusals.map(({ code }) => code).join();
  }

  const filesOf = (clientId: string): Promise<{ name: Buffer; key: Buffer | null; days: number }[]> =>
    bench.rows(
      `select f.name_enc as name, f.key_enc as key, f.keep_until - (now() at time zone 'Asia/Shanghai')::date as days
         from data_export x join file f on f.id in (x.json_file_id, x.pdf_file_id) where x.client_id = $1`,
      [clientId],
    );

  const stateOf = async (id: string): Promise<string | undefined> =>
    (await bench.rows<{ status: string }>('select status from data_export where id = $1', [id]))[0]?.status;

  it('holds everything that is kept about her, notes opened, with the notice', async () => {
    const id = await asked(person.client);
    expect(await jobs()).toEqual(['data.export']);
    const json = await read(person.client, id, 'json');
    const { notice, data } = JSON.parse(json?.bytes.toString('utf8') ?? '') as {
      notice: { chinese: string };
      data: Record<string, Rows>;
    };
    expect(notice.chinese).toBe('仅限本人保存用途，不得再提供。');
    expect(Object.keys(data).sort()).toEqual(Object.keys(COPY_SECTIONS).sort());
    expect(data['person']).toMatchObject([{ name: person.name, phone: person.phone }]);
    expect(data['contacts']?.some(({ note }) => note === PLANTED_NOTE)).toBe(true);
    const counted = {
      placements: 'placement',
      referrals: 'referral',
      consents: 'consent_grant',
      disclosures: 'disclosure',
      aidRequests: 'aid_request',
      mentors: 'mentor_pairing',
      mentorNotes: 'mentor_note',
    };
    for (const [key, table] of Object.entries(counted)) {
      const [count] = await bench.rows<{ n: number }>(`select count(*)::int as n from ${table} where client_id = $1`, [
        person.clientId,
      ]);
      expect([key, data[key]?.length]).toEqual([key, count?.n]);
    }
    for (const key of ['placements', 'aidRequests', 'mentors']) expect(data[key]?.length).toBeGreaterThan(0);
    expect(data['mentorNotes']).toMatchObject([{ note: PLANTED_NOTE }]);
  });

  it('can be read by people: a PDF in Chinese whose signs can be copied out', async () => {
    const id = await asked(person.client);
    await jobs();
    const pdf = await read(person.client, id, 'pdf');
    expect(pdf?.bytes.subarray(0, 5).toString()).toBe('%PDF-');
    const signs = signsOf(pdf?.bytes ?? Buffer.alloc(0));
    expect([...`我的资料${person.name}${PLANTED_NOTE}仅限本人保存用途`].filter((sign) => !signs.has(sign))).toEqual([]);
  });

  it('lies under her own key, for seven days', async () => {
    await asked(person.client);
    await jobs();
    const files = await filesOf(person.clientId);
    expect(files).toHaveLength(2);
    for (const { name, key, days } of files) {
      expect(key === null ? null : sealedUnder(key).key).toBe('CLIENT');
      expect(sealedUnder(name).key).toBe('CLIENT');
      expect(days).toBe(7);
    }
  });

  it('is fetched by her alone: not by another client, not by her caseworker', async () => {
    const id = await asked(person.client);
    await jobs();
    const other = await people.aPerson();
    expect(await read(other.client, id, 'json')).toBeNull();
    for (const { caseworker } of [person, other])
      await expect(read(caseworker, id, 'json')).rejects.toThrow('The policy matrix gives CASEWORKER nothing to read');
    expect(await read(person.client, id, 'json')).not.toBeNull(); // the control
  });

  it('is fetched on its last day and not after it', async () => {
    const id = await asked(person.client);
    await jobs();
    const lastDayWas = (days: number) =>
      bench.rows(
        `update data_export set keep_until = (now() at time zone 'Asia/Shanghai')::date - $2::int where id = $1`,
        [id, days],
      );
    await lastDayWas(0);
    expect(await read(person.client, id, 'pdf')).not.toBeNull();
    await lastDayWas(1);
    expect(await read(person.client, id, 'pdf')).toBeNull();
  });

  it('is not asked for twice at once, and no more than three are kept', async () => {
    const first = await asked(person.client);
    expect(await asked(person.client)).toBe('ALREADY_REQUESTED');
    await jobs();
    for (let more = 0; more < 2; more += 1) {
      await asked(person.client);
      await jobs();
    }
    expect(await asked(person.client)).toBe('TOO_MANY_EXPORTS');
    const kept = await bench.rows('select id from data_export where client_id = $1', [person.clientId]);
    expect(kept).toHaveLength(3);
    expect(await stateOf(first)).toBe('READY');
  });

  it('is not made for a membership that ended before its turn', async () => {
    const id = await asked(person.client);
    await bench.rows(`update membership set status = 'ENDED', ended_at = now() where id = $1`, [
      person.client.membershipId,
    ]);
    await expect(jobs()).rejects.toThrow('no longer active');
    expect(await stateOf(id)).toBe('FAILED');
    expect(await filesOf(person.clientId)).toEqual([]);
  });

  it('leaves what was done in the audit trail, and no value of hers', async () => {
    const id = await asked(person.client);
    await jobs();
    await read(person.client, id, 'pdf');
    const entries = await bench.rows<{ action: string; fields: string[] }>(
      'select action, fields from audit_entry where subject_id = $1 order by occurred_at, id',
      [id],
    );
    expect(entries.map(({ action }) => action).sort()).toEqual(['export.fetched', 'export.made', 'export.requested']);
    expect(entries.flatMap(({ fields }) => fields)).toEqual(['pdf']);
  });
});
