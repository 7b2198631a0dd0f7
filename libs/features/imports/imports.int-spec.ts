import { request as httpRequest } from 'node:http';
import { FilesModule } from '#features/files';
import { ImportKind } from '#domain/imports/import-codes';
import type { Actor } from '#domain/common/actor';
import { MEMBER_LIMITS } from '#platform/http/member-limits';
import { fileApi, type FileApi } from '#testing/file-api';
import { ImportBench } from '#testing/imports';
import { ImportFileService } from './import-file.service';
import { HandlesImport, type ImportHandler } from './import-handler';
import { ImportHandlers } from './import-handlers';
import { ImportsEngineModule } from './imports-engine.module';
import { ImportsModule } from './imports.module';
import { Module } from '@nestjs/common';

const HEADER = '档案编号,姓名,手机';

@HandlesImport(ImportKind.CLIENTS)
class RefusingHandler implements ImportHandler {
  read() {
    return { ok: false as const, refusals: [{ code: 'NOT_A_PHONE', field: ['手机'] }] };
  }

  keyOf(): string {
    return '';
  }

  apply() {
    return Promise.resolve([]);
  }
}

@Module({ providers: [RefusingHandler] })
class RefusingModule {}

describe('files over HTTP', () => {
  let bench: ImportBench;
  let api: FileApi;
  let caseworker: Actor;
  let colleague: Actor;

  beforeAll(async () => {
    bench = await ImportBench.open();
    api = await fileApi(bench, [FilesModule, ImportsModule, ImportsEngineModule, RefusingModule]);
    caseworker = await bench.memberAs(`role = 'CASEWORKER'`);
    colleague = await bench.memberAs(`role = 'CASEWORKER' and id <> '${caseworker.membershipId}'`);
  });

  afterAll(async () => {
    await api.close();
    await bench.close();
  });

  async function post(
    content: ConstructorParameters<typeof Blob>[0][number],
    change: { name?: string; field?: string; headers?: Record<string, string> } = {},
  ) {
    const body = new FormData();
    body.append(change.field ?? 'file', new Blob([content]), change.name ?? '名单.csv');
    const headers = change.headers ?? { ...api.as(caseworker), 'x-tonggong-upload': '1' };
    const response = await fetch(`${api.baseUrl}/files`, { method: 'POST', body, headers });
    return { status: response.status, body: (await response.json()) as Record<string, unknown> };
  }

  const fileRows = async (): Promise<number> =>
    (await bench.one<{ n: number }>('select count(*)::int as n from file')).n;

  it('takes so many files of one member within a time, keeps nothing of the next, and says when to come again', async () => {
    const busy = await bench.memberAs(`role = 'ENTERPRISE_HR'`);
    const headers = { ...api.as(busy), 'x-tonggong-upload': '1' };
    const before = await fileRows();
    const answers = await Promise.all(
      Array.from({ length: MEMBER_LIMITS.UPLOAD.count + 5 }, () => post(`${HEADER}\n`, { headers })),
    );
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused).toHaveLength(5);
    for (const { body } of refused) {
      expect(body['code']).toBe('TOO_MANY_UPLOADS');
      expect(body['retryAfterSeconds']).toBeGreaterThan(0);
    }
    expect(await fileRows()).toBe(before + MEMBER_LIMITS.UPLOAD.count);
    expect((await post(`${HEADER}\n`)).status).toBe(201); // nobody else waits for her
  });

  it('starts no import for whoever started too many, and writes nothing', async () => {
    const runs = async () => (await bench.one<{ n: number }>('select count(*)::int as n from import_run')).n;
    const before = await runs();
    const outcome = await bench.transactions.run(caseworker, (tx) =>
      bench.service.start(tx, { kind: ImportKind.CLIENTS, fileId: '' }, 30),
    );
    expect(outcome).toEqual({
      ok: false,
      refusals: [{ code: 'TOO_MANY_IMPORTS', field: [], detail: { seconds: 30 } }],
    });
    expect(await runs()).toBe(before);
  });

  it('keeps a file encrypted, under its own name, for whoever sent it', async () => {
    const content = `${HEADER}\n1,王秀英,13800000000\n`;
    const { status, body } = await post(content, { name: 'C:\\名单\\三月.csv' });
    expect([status, body]).toEqual([
      201,
      { fileId: expect.any(String) as string, name: '三月.csv', bytes: Buffer.byteLength(content) },
    ]);
    const id = String(body['fileId']);
    expect(bench.store.files.get(id)?.includes('王秀英')).toBe(false);
    const read = await bench.transactions.run(caseworker, (tx) => bench.files.read(tx, id));
    expect([read?.name, read?.mediaType, read?.bytes.toString()]).toEqual(['三月.csv', 'text/csv', content]);
    expect(await bench.transactions.run(colleague, (tx) => bench.files.read(tx, id))).toBeNull();
  });

  it.each([
    ['without a session', { headers: { 'x-tonggong-upload': '1' } }, 401, 'NOT_AUTHENTICATED'],
    ['under another part name', { field: 'other' }, 400, 'MALFORMED'],
  ])('refuses a file %s', async (_, change, status, code) => {
    const before = await fileRows();
    expect(await post('a,b\n', change)).toMatchObject({ status, body: { code } });
    expect(await fileRows()).toBe(before);
  });

  it('refuses a file without the header that no form of another site can send', async () => {
    expect(await post('a,b\n', { headers: api.as(caseworker) })).toMatchObject({
      status: 403,
      body: { code: 'FORBIDDEN' },
    });
  });

  it('refuses a role that sends no files', async () => {
    const supervisor = await bench.memberAs(`role = 'SUPERVISOR'`);
    expect(await post('a,b\n', { headers: { ...api.as(supervisor), 'x-tonggong-upload': '1' } })).toMatchObject({
      status: 403,
    });
  });

  it.each([
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 415, 'FILE_TYPE_NOT_ALLOWED'],
    ['nothing', Buffer.alloc(0), 415, 'FILE_EMPTY'],
    ['32 MiB', Buffer.alloc(32 * 1_024 * 1_024, 'a'), 413, 'TOO_LARGE'],
  ])('refuses %s and keeps nothing', async (_, content, status, code) => {
    const before = [await fileRows(), bench.store.files.size];
    expect(await post(new Uint8Array(content))).toMatchObject({ status, body: { code } });
    expect([await fileRows(), bench.store.files.size]).toEqual(before);
  });

  it.each([
    ['a body that is no multipart', 'application/json', '{}'],
    [
      'a body that breaks off',
      'multipart/form-data; boundary=x',
      '--x\r\nContent-Disposition: form-data; name="file"; filename="a.csv"\r\n\r\na,b',
    ],
    ['a body without a boundary', 'multipart/form-data', 'x'],
  ])('answers %s with a clear 4xx', async (_, contentType, body) => {
    const { port } = new URL(api.baseUrl);
    const status = await new Promise<number>((resolve, reject) => {
      const headers = { ...api.as(caseworker), 'x-tonggong-upload': '1', 'content-type': contentType };
      const sent = httpRequest({ port, path: '/files', method: 'POST', headers }, (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      });
      sent.on('error', reject);
      sent.end(body);
    });
    expect(status).toBeGreaterThanOrEqual(400);
    expect(status).toBeLessThan(500);
  });

  it('finds the handler of a kind among all providers, and says when there is none', () => {
    const handlers = api.app.get(ImportHandlers, { strict: false });
    expect(handlers.handlerOf(ImportKind.CLIENTS)).toBeInstanceOf(RefusingHandler);
    expect(() => handlers.handlerOf(ImportKind.PAYROLL)).toThrow('no import handler for PAYROLL');
    expect(api.app.get(ImportFileService, { strict: false })).toBeDefined();
  });

  describe('refused rows', () => {
    const download = async (id: string, actor: Actor | null) => {
      const response = await fetch(`${api.baseUrl}/imports/${id}/refused.csv`, {
        headers: actor === null ? {} : api.as(actor),
      });
      return {
        status: response.status,
        type: response.headers.get('content-type'),
        kept: response.headers.get('cache-control'),
        text: await response.text(),
      };
    };

    it('are given back to whoever sent them, and to nobody else', async () => {
      const run = await bench.import(caseworker, ImportKind.CLIENTS, `${HEADER}\n=1,王秀英,x\n`, new RefusingHandler());
      const mine = await download(run.id, caseworker);
      expect(mine).toMatchObject({ status: 200, type: 'text/csv; charset=utf-8', kept: 'no-store' });
      expect(mine.text).toContain(`档案编号,姓名,手机,退回原因\r\n'=1,王秀英,x,手机：不是手机号\r\n`);
      const hr = await bench.memberAs(`role = 'ENTERPRISE_HR'`);
      for (const other of [colleague, hr]) expect(await download(run.id, other)).toMatchObject({ status: 404 });
      expect(await download(run.id, null)).toMatchObject({ status: 401 });
      expect(await download('..%2f..', caseworker)).toMatchObject({ status: 404 });
    });

    it('are destroyed after their days, and files after theirs', async () => {
      const run = await bench.import(caseworker, ImportKind.CLIENTS, `${HEADER}\n1,王秀英,x\n`, new RefusingHandler());
      const system = { ...caseworker, role: 'SYSTEM:test' as const, membershipId: null };
      const sweep = () =>
        bench.transactions.run(system, async (tx) => [
          await bench.service.eraseCellsDue(tx),
          await bench.files.eraseDue(tx),
        ]);
      expect(await sweep()).toEqual([0, 0]);
      await bench.database.admin.query(`update import_row set keep_until = current_date - 2 where run_id = $1`, [
        run.id,
      ]);
      await bench.database.admin.query(`update file set keep_until = current_date - 2 where id = $1`, [run.fileId]);
      expect(await sweep()).toEqual([1, 1]);
      expect(bench.store.files.has(run.fileId ?? '')).toBe(false);
      expect((await download(run.id, caseworker)).text).not.toContain('王秀英');
    });
  });
});
