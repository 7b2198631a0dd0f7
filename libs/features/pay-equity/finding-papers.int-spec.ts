import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { seedDatabase } from '#database/seeds/seed';
import { testApi, type TestApi } from '#testing/api';
import { testDatabase, type TestDatabase } from '#testing/database';
import { pdfText } from '#testing/pdf-text';

const PASSWORD = 'finding-papers-2026';
const LOGINS = ['hr', 'client', 'caseworker', 'supervisor', 'trainer', 'auditor'] as const;
type Login = (typeof LOGINS)[number];

/** A finding of a client of the demo caseworker, told to the demo enterprise by a living consent. */
const PLANTED = `
  with placed as (
    select p.county_id, p.id, p.client_id, p.organisation_id from placement p
      join membership h on h.county_id = p.county_id and h.organisation_id = p.organisation_id and h.role = 'ENTERPRISE_HR'
      join user_account a on a.id = h.account_id and a.login = 'hr'
     where p.status = 'ACTIVE' order by p.id limit 1
  ), run as (
    insert into pay_check_run (county_id, id, period, revision, cause, state, rule_version, started_at, finished_at)
    select county_id, gen_random_uuid(), '2025-01', 1, 'REQUESTED', 'DONE', 1, now(), now() from placed returning *
  ), result as (
    insert into pay_check_result (county_id, id, run_id, placement_id, client_id, organisation_id, period, rule_version,
                                  input_hash, rules, rules_status, verdict, created_at)
    select p.county_id, gen_random_uuid(), r.id, p.id, p.client_id, p.organisation_id, r.period, 1, sha256('x'), '{}', 'FAIL',
           'VIOLATION', now() from placed p, run r returning *
  ), granted as (
    insert into consent_grant (county_id, id, client_id, discloser_organisation_id, recipient_organisation_id, purpose, field_groups,
                               valid_from, valid_to, status, text_version, text_digest, created_at)
    select p.county_id, gen_random_uuid(), p.client_id, (select id from organisation where kind = 'EMPLOYMENT_OFFICE' limit 1),
           p.organisation_id, 'FINDING_NAMED', '{IDENTITY,PAY}', current_date, current_date + 30, 'ACTIVE', '2026-01', sha256('x'), now()
      from placed p returning *
  )
  insert into pay_finding (county_id, id, result_id, placement_id, client_id, organisation_id, period, rule_code, status, verdict,
                           severity, finding_class, shortfall_fen, figures, detected_at, notified_at, respond_by, due_on, consent_grant_id)
  select r.county_id, gen_random_uuid(), r.id, r.placement_id, r.client_id, r.organisation_id, r.period, 'MIN_WAGE', 'NOTIFIED', 'VIOLATION',
         'CRITICAL', 'STATUTORY', 9000, '{}', now(), now(), '2025-03-05', '2025-03-05', g.id
    from result r, granted g returning id`;

describe('papers about a finding', () => {
  const home = mkdtempSync(path.join(os.tmpdir(), 'tonggong-home-'));
  const cookies = new Map<Login, string>();
  let database: TestDatabase;
  let api: TestApi;
  let id: string;

  beforeAll(async () => {
    database = await testDatabase();
    const masterKey = randomBytes(32);
    await mkdir(path.join(home, 'secrets'), { recursive: true });
    await writeFile(path.join(home, 'secrets/master.key'), masterKey);
    await seedDatabase({ migrateUrl: database.urls.migrateUrl, masterKey, scale: 'county', demoPassword: PASSWORD });
    api = await testApi({ TONGGONG_HOME: home, DATABASE_APP_URL: database.urls.appUrl });
    for (const login of LOGINS) cookies.set(login, (await api.signedIn(login, PASSWORD)).cookie() ?? '');
    id = (await database.admin.query<{ id: string }>(PLANTED)).rows[0]?.id ?? '';
  });

  afterAll(async () => {
    await api.close();
    await database.close();
    rmSync(home, { recursive: true, force: true });
  });

  const get = (address: string, login: Login | null): Promise<Response> =>
    fetch(`${api.baseUrl}${address}`, { headers: login === null ? {} : { cookie: cookies.get(login) ?? '' } });
  const status = async (address: string, login: Login | null): Promise<number> => (await get(address, login)).status;

  it.each([
    ['letter', null, 401],
    ['letter', 'caseworker', 403],
    ['letter', 'trainer', 403],
    ['letter', 'client', 404],
    ['evidence', null, 401],
    ['evidence', 'hr', 403],
    ['evidence', 'client', 403],
    ['evidence', 'auditor', 403],
    ['evidence', 'supervisor', 404],
  ] as const)('give no %s to %s: %i', async (paper, login, expected) => {
    expect(await status(`/pay-findings/${id}/${paper}`, login)).toBe(expected);
  });

  it.each(['nobody', '00000000-0000-7000-8000-000000000000'])('are not there under %s', async (other) => {
    expect(await status(`/pay-findings/${other}/letter`, 'hr')).toBe(404);
  });

  it('ask the enterprise, on record for the client, until she takes her consent back', async () => {
    const answer = await get(`/pay-findings/${id}/letter`, 'hr');
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
      200,
      'application/pdf',
      'no-store',
    ]);
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(0, 5).toString()).toBe('%PDF-');
    expect(bytes.toString('latin1')).toContain('/FontFile2');
    const text = pdfText(bytes);
    for (const said of [
      '关于2025年1月一项工资的核对函',
      '尚未核实，不是结论',
      '与当地最低工资核对',
      '90.00元',
      '2025年3月5日前',
    ])
      expect(text).toContain(said);
    expect(text).not.toMatch(/违规|违法|克扣/);
    const looks = await database.admin.query(
      `select field_group from disclosure d join pay_finding f on f.consent_grant_id = d.consent_grant_id
       where f.id = $1 order by 1`,
      [id],
    );
    expect(looks.rows).toEqual([{ field_group: 'IDENTITY' }, { field_group: 'PAY' }]);
    await database.admin.query(
      `update consent_grant set status = 'REVOKED', revoked_at = now() where id = (select consent_grant_id from pay_finding where id = $1)`,
      [id],
    );
    expect(await status(`/pay-findings/${id}/letter`, 'hr')).toBe(404);
  });
});
