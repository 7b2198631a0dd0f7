import { randomInt } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { checkSignOf } from '#domain/common/identity-number';
import { textOfDatabase } from '#testing/database-text';
import { dumpOfRedis } from '#testing/redis-text';
import { decoded } from '../e2e/support/mail-body';
import { formsOf } from './support/canary-forms';
import { notesOf, plantMentorNotes } from './support/planted-notes';
import { OPENING, PlantedProduct, type SignedIn } from './support/planted-product';

const HEADER = '档案编号,姓名,手机,出生年,乡镇,学历,技能,证书,意向岗位,最低月薪,每周工时,可上岗日期';
const BY_HAND = 50;
const NUMBERED = 10;
const CALLED = 10;
const IMPORTED = 15;
const REFUSED = 20;
const FILES = 10;
const COMPLAINTS = 10;
const NOTES = 10;

/** Rare signs: nothing else in the county is called like that. */
const SIGNS = [...'翾鏖夒虪黼黻罍罃鼗鼛鼚鼏鼐鼒黹龠龢龤靐齉齾爨'];
const rare = (): string => Array.from({ length: 5 }, () => SIGNS[randomInt(SIGNS.length)]).join('');
const number = (): string => `199${String(randomInt(100_000_000)).padStart(8, '0')}`;

const identityNumber = (): string => {
  const seventeen = `421222${1960 + randomInt(40)}0${1 + randomInt(9)}1${randomInt(10)}${100 + randomInt(900)}`;
  return seventeen + checkSignOf(seventeen);
};

interface Person {
  readonly name: string;
  readonly phone: string;
}
const someone = (): Person => ({ name: rare(), phone: number() });

/** Two hundred values that only few may read, sent through the API; then looked for wherever they might have got to. */
describe('planted canaries', () => {
  const byHand = Array.from({ length: BY_HAND }, someone);
  const imported = Array.from({ length: IMPORTED }, someone);
  const identityNumbers = Array.from({ length: NUMBERED }, identityNumber);
  const called = Array.from({ length: CALLED }, number);
  const refusedNames = Array.from({ length: REFUSED }, rare);
  const fileNames = Array.from({ length: FILES }, rare);
  const complaints = Array.from({ length: COMPLAINTS }, rare);
  const notes = Array.from({ length: NOTES }, rare);
  const canaries = [
    ...[...byHand, ...imported].flatMap(({ name, phone }) => [name, phone]),
    ...called,
    ...identityNumbers,
    ...refusedNames,
    ...fileNames,
    ...complaints,
    ...notes,
  ];
  let product: PlantedProduct;
  let caseworker: SignedIn;
  let client: SignedIn;
  let mentor: SignedIn;
  let numbered: readonly string[] = [];
  let runId = '';
  let firstSegment = '';
  let calledFiles: readonly string[] = [];

  beforeAll(async () => {
    product = await PlantedProduct.open();
    [caseworker, client] = [await product.signIn('caseworker'), await product.signIn('client')];
    await keepLog('64GB'); // what other suites write beside this one must not push out what is looked at
    const { rows } = await product.database.admin.query<{ name: string }>(
      'select pg_walfile_name(pg_current_wal_lsn()) as name',
    );
    firstSegment = rows[0]?.name ?? '';
    await plantPeople();
    await plantFiles();
    mentor = await plantMentorNotes(product, { caseworker, client }, notes);
    // A name asked for in the address of a page, as a browser does that opens a kept address.
    await caseworker.get(`/clients?search=${encodeURIComponent(byHand[0]?.name ?? '')}`);
    await product.startWorker();
    await until('imported', async () => (await stateOfImport()) === 'DONE');
    await until('mailed', () => Promise.resolve(mailsOfPlanted().length > 0));
  }, 480_000);

  afterAll(async () => {
    await keepLog('0');
    await product.close();
  }, 120_000);

  async function keepLog(size: string): Promise<void> {
    await product.database.admin.query(`alter system set wal_keep_size = '${size}'`);
    await product.database.admin.query('select pg_reload_conf()');
  }

  async function until(what: string, isThere: () => Promise<boolean>): Promise<void> {
    for (const end = Date.now() + 150_000; Date.now() < end;) {
      if (await isThere()) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(
      `It was not ${what} in time:\n${product.mails.map(decoded).join('\n')}\n${product.log.slice(-2_000)}`,
    );
  }

  async function plantPeople(): Promise<void> {
    for (const [index, { name, phone }] of byHand.entries()) {
      const input = { fileNumber: `CANARY-${index}`, name, phone, township: '421222100', educationCode: '70' };
      const { createClient } = await caseworker.act<{ createClient: { client: { id: string } } }>(
        'mutation createClient($input: ClientInput!, $key: UUID!) { createClient(input: $input, idempotencyKey: $key) { client { id } userErrors { code field } } }',
        { input },
      );
      if (index < NUMBERED) await plantNumber(createClient.client.id, identityNumbers[index] ?? '');
    }
    const waiting = await clientsWithFollowUps();
    calledFiles = waiting.map(({ fileNumber }) => fileNumber);
    expect(waiting).toHaveLength(CALLED);
    // Their follow-ups are due today: the day's mail is about these very people.
    await product.database.admin.query(
      `update follow_up_milestone set raw_on = least(raw_on, $2::date), due_on = $2::date
        where client_id = any($1) and status in ('SCHEDULED', 'DUE')`,
      [waiting.map(({ id }) => id), OPENING.slice(0, 10)],
    );
    for (const [index, { id, version }] of waiting.entries())
      await caseworker.act(
        'mutation updateClient($id: ID!, $version: Int!, $input: ClientChanges!, $key: UUID!) { updateClient(id: $id, expectedVersion: $version, input: $input, idempotencyKey: $key) { userErrors { code field } } }',
        { id, version, input: { phone: called[index] } },
      );
    for (const text of complaints)
      await client.act(
        'mutation fileComplaint($input: ComplaintInput!, $key: UUID!) { fileComplaint(input: $input, idempotencyKey: $key) { userErrors { code field } } }',
        { input: { topic: 'SERVICE', text: `${text}没有回音。` } },
      );
  }

  async function plantNumber(id: string, given: string): Promise<void> {
    numbered = [...numbered, id];
    await caseworker.act(
      'mutation enterIdentityNumber($id: ID!, $number: String!, $key: UUID!) { enterIdentityNumber(id: $id, number: $number, purpose: SUBSIDY_CLAIM, idempotencyKey: $key) { userErrors { code field } } }',
      { id, number: given },
    );
  }

  /** Everybody who is followed up comes into this caseload: the day's mail goes to its caseworker alone. */
  async function clientsWithFollowUps(): Promise<{ id: string; version: number; fileNumber: string }[]> {
    await product.database.admin.query(
      `with followed as (select distinct client_id as id from follow_up_milestone where status in ('SCHEDULED', 'DUE')),
            keeper as (select m.id from membership m join user_account a on a.id = m.account_id where a.login = 'caseworker'),
            entries as (update programme_entry e set caseworker_membership_id = k.id from followed f, keeper k
                         where e.client_id = f.id returning e.client_id)
       update client c set caseworker_membership_id = k.id from followed f, keeper k where c.id = f.id`,
    );
    const { followUps } = await caseworker.ask<{
      followUps: { edges: { node: { client: { id: string; version: number; fileNumber: string } } }[] };
    }>(
      'query followUps { followUps(first: 100, status: [DUE, SCHEDULED]) { edges { node { client { id version fileNumber } } } } }',
    );
    const byId = new Map(followUps.edges.map(({ node }) => [node.client.id, node.client]));
    return [...byId.values()].slice(0, CALLED);
  }

  async function plantFiles(): Promise<void> {
    const good = imported.map(({ name, phone }, index) => `IMPORT-${index},${name},${phone},1986,隽水镇,初中,,,,,40,`);
    const bad = refusedNames.map((name, index) => `REFUSED-${index},${name},12,1986,隽水镇,初中,,,,,40,`);
    for (const [index, name] of fileNames.entries()) {
      const content = [HEADER, ...(index === 0 ? [...good, ...bad] : good)].join('\n');
      const fileId = await caseworker.upload(`${name}.csv`, content);
      if (index > 0) continue;
      const { startImport } = await caseworker.act<{ startImport: { importRun: { id: string } } }>(
        'mutation startImport($input: StartImportInput!, $key: UUID!) { startImport(input: $input, idempotencyKey: $key) { importRun { id } userErrors { code } } }',
        { input: { fileId, kind: 'CLIENTS' } },
      );
      runId = startImport.importRun.id;
    }
  }

  async function stateOfImport(): Promise<string> {
    const { importRun } = await caseworker.ask<{ importRun: { state: string } }>(
      'query importState($id: ID!) { importRun(id: $id) { state } }',
      { id: runId },
    );
    return importRun.state;
  }

  /** Mails of the day that are about people with a planted number. */
  const mailsOfPlanted = (): string[] =>
    product.mails.map(decoded).filter((mail) => calledFiles.some((file) => mail.includes(file)));

  const forms = new RegExp(
    [...new Set(canaries.flatMap(formsOf))].map((form) => form.replaceAll('+', '\\+')).join('|'),
    'g',
  );

  /** What stands of the canaries in a text or in bytes, in any of their forms. */
  const found = (text: string | Buffer): string[] =>
    (typeof text === 'string' ? Buffer.from(text) : text).toString('latin1').match(forms) ?? [];

  it('would be found in each of their forms: the control of the search', () => {
    for (const canary of canaries)
      for (const form of formsOf(canary)) expect(found(Buffer.from(`a${form}z`, 'latin1'))).toEqual([form]);
  });

  it('are two hundred, and whoever may read one reads it through the API: the control', async () => {
    expect(canaries).toHaveLength(200);
    const read: string[] = [];
    for (const { name } of [...byHand, ...imported]) {
      const { clients } = await caseworker.ask<{ clients: { edges: { node: Person }[] } }>(
        'query clients($search: String!) { clients(filter: { search: $search }) { edges { node { name phone } } } }',
        { search: name },
      );
      read.push(...clients.edges.flatMap(({ node }) => [node.name, node.phone]));
    }
    for (const file of calledFiles) {
      const { clients } = await caseworker.ask<{ clients: { edges: { node: Person }[] } }>(
        'query clients($search: String!) { clients(filter: { search: $search }) { edges { node { phone } } } }',
        { search: file },
      );
      read.push(...clients.edges.map(({ node }) => node.phone));
    }
    for (const id of numbered) {
      const { identityNumber: shown } = await caseworker.ask<{ identityNumber: { number: string } }>(
        'query identityNumber($id: ID!) { identityNumber(id: $id) { number } }',
        { id },
      );
      read.push(shown.number);
    }
    const rows = await caseworker.get(`/imports/${runId}/refused.csv`);
    const { importRun } = await caseworker.ask<{ importRun: { fileName: string } }>(
      'query importFile($id: ID!) { importRun(id: $id) { fileName } }',
      { id: runId },
    );
    const { myComplaints } = await client.ask<{ myComplaints: { text: string }[] }>(
      'query complaints { myComplaints { text } }',
    );
    const noted = await notesOf(mentor);
    expect(notes.filter((text) => !noted.includes(text))).toEqual([]);
    const people = canaries.slice(0, 2 * (BY_HAND + IMPORTED) + CALLED + NUMBERED);
    expect(people.filter((canary) => !read.includes(canary))).toEqual([]);
    expect(refusedNames.filter((name) => !rows.includes(name))).toEqual([]);
    expect(complaints.filter((text) => !myComplaints.some((one) => one.text.includes(text)))).toEqual([]);
    expect(importRun.fileName).toBe(`${fileNames[0] ?? ''}.csv`);
  }, 120_000);

  it('stand in no row of the database, outbox and jobs among them', async () => {
    const text = await textOfDatabase(product.database.admin);
    expect(text).toContain('CANARY-0'); // the control: the rows were looked at
    expect(found(text)).toEqual([]);
  }, 120_000);

  it('stand in no write-ahead log', async () => {
    const { rows } = await product.database.admin.query<{ name: string }>(
      `select name from pg_ls_waldir() where name ~ '^[0-9A-F]{24}$' and name between $1 and pg_walfile_name(pg_current_wal_lsn())`,
      [firstSegment],
    );
    let size = 0;
    let hasControl = false;
    for (const { name } of rows) {
      const { rows: parts } = await product.database.admin.query<{ bytes: Buffer }>(
        `select pg_read_binary_file('pg_wal/' || $1) as bytes`,
        [name],
      );
      const bytes = parts[0]?.bytes ?? Buffer.alloc(0);
      size += bytes.length;
      hasControl ||= bytes.includes('CANARY-');
      expect(found(bytes)).toEqual([]);
    }
    expect(size).toBeGreaterThan(0);
    expect(hasControl).toBe(true);
  }, 120_000);

  it('stand in nothing that Redis holds', async () => {
    const dump = await dumpOfRedis();
    if (dump === null) return; // the queue lies in the database then, which was looked at
    expect(dump.length).toBeGreaterThan(0);
    for (const part of dump) expect(found(part)).toEqual([]);
  });

  it('stand in no line of a log, addresses of requests among them', () => {
    expect(product.log).toContain('"operation":"createClient"'); // the control: the requests were logged
    expect(found(product.log)).toEqual([]);
  });

  it('stand in no mail, neither in its headers nor in its text', () => {
    expect(mailsOfPlanted()).not.toEqual([]); // the control: mails about these very people were sent
    for (const mail of product.mails) {
      expect(found(mail)).toEqual([]);
      expect(found(decoded(mail))).toEqual([]);
    }
  });

  it('stand in no file of the product, nor in the name of one', () => {
    const files = readdirSync(product.home, { recursive: true, encoding: 'utf8' });
    expect(files.filter((file) => file.startsWith('files'))).not.toEqual([]);
    expect(found(files.join('\n'))).toEqual([]);
    for (const file of files) {
      const whole = path.join(product.home, file);
      if (statSync(whole).isFile()) expect(found(readFileSync(whole))).toEqual([]);
    }
  });
});
