import { systemActor, type Actor } from '#domain/common/actor';
import { FilesService } from '#features/files';
import { openBench, type Bench } from '#testing/context';
import { textOfDatabase } from '#testing/database-text';
import { ErasablePeople, PLANTED_NOTE, type ErasablePerson } from '#testing/erasable-people';
import { doDueJobs } from '#testing/jobs';
import { ClientErased, FieldCrypto } from '#platform/crypto/field-crypto';
import { verifyChain } from '#platform/audit/verify-chain';
import type { Tx } from '#platform/database/transaction';
import { ErasureList } from '#platform/erasure/erasure-list';
import { ClientErasure } from './client-erasure.service';
import { DataRightsJobsModule, ErasureReplayModule } from './data-rights-jobs.module';
import { DataRightsModule } from './data-rights.module';
import { ErasureReplay } from './erasure-replay.service';
import { ErasureConfirmedProcessor, ErasureRequestedProcessor } from './erasures.processor';
import { ErasuresService } from './erasures.service';

const HANDLERS = { 'erasure.requested': ErasureRequestedProcessor, 'client.erase': ErasureConfirmedProcessor };

interface ClientState {
  readonly file_number: string;
  readonly name_enc: Buffer;
  readonly name_bidx: Buffer | null;
  readonly phone_bidx: Buffer | null;
  readonly erased_at: Date | null;
}

describe('erasing a client', () => {
  let bench: Bench;
  let erasures: ErasuresService;
  let crypto: FieldCrypto;
  let people: ErasablePeople;

  beforeAll(async () => {
    bench = await openBench({ modules: [DataRightsModule, DataRightsJobsModule, ErasureReplayModule] });
    erasures = bench.app.get(ErasuresService);
    crypto = bench.app.get(FieldCrypto);
    people = new ErasablePeople(bench);
  }, 180_000);

  afterAll(() => bench.close());

  const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>): Promise<T> => bench.transactions.run(actor, work);
  const asJob = <T>(work: (tx: Tx) => Promise<T>): Promise<T> => as(systemActor(bench.countyId, 'test'), work);
  const jobs = (): Promise<string[]> => doDueJobs(bench.app, bench.countyId, HANDLERS);
  const place = (id: string, column: 'name_enc' | 'phone_enc') => ({
    table: 'client',
    column,
    rowId: id,
    clientId: id,
  });

  async function stateOf(clientId: string): Promise<ClientState> {
    const [row] = await bench.rows<ClientState>('select * from client where id = $1', [clientId]);
    if (row === undefined) throw new Error('The row stays.');
    return row;
  }

  async function confirmed(person: ErasablePerson): Promise<string> {
    const asked = await as(person.client, (tx) => erasures.request(tx));
    if (!asked.ok) throw new Error('She may ask.');
    const answer = await as(person.caseworker, (tx) => erasures.confirm(tx, asked.value.id));
    expect(answer.ok).toBe(true);
    return asked.value.id;
  }

  it('puts her wish on her caseworker’s list with its last day, once', async () => {
    const person = await people.aPerson();
    const asked = await as(person.client, (tx) => erasures.request(tx));
    expect(asked.ok).toBe(true);
    expect(await as(person.client, (tx) => erasures.request(tx))).toMatchObject({
      refusals: [{ code: 'ALREADY_REQUESTED' }],
    });
    await jobs();
    const tasks = await bench.rows(
      `select assignee_membership_id as assignee, due_on = (now() at time zone 'Asia/Shanghai')::date + 15 as "isInTime" from task
        where kind = 'ERASURE_REQUEST' and client_id = $1`,
      [person.clientId],
    );
    expect(tasks).toEqual([{ assignee: person.caseworker.membershipId, isInTime: true }]);
  });

  it('can be taken back by her until it is confirmed, and by nobody else', async () => {
    const [person, other] = [await people.aPerson(), await people.aPerson()];
    const asked = await as(person.client, (tx) => erasures.request(tx));
    const id = asked.ok ? asked.value.id : '';
    expect(await as(other.client, (tx) => erasures.withdraw(tx, id))).toMatchObject({
      refusals: [{ code: 'NOT_FOUND' }],
    });
    expect((await as(person.client, (tx) => erasures.withdraw(tx, id))).ok).toBe(true);
    expect(await as(person.caseworker, (tx) => erasures.confirm(tx, id))).toMatchObject({
      refusals: [{ code: 'WRONG_STATE' }],
    });
    expect((await stateOf(person.clientId)).erased_at).toBeNull();
  });

  it('is confirmed by her own caseworker or a supervisor: another caseworker finds nothing', async () => {
    const person = await people.aPerson();
    const asked = await as(person.client, (tx) => erasures.request(tx));
    const id = asked.ok ? asked.value.id : '';
    const [stranger] = await bench.rows<{ id: string }>(
      `select id from membership where role = 'CASEWORKER' and id <> $1 limit 1`,
      [person.caseworker.membershipId],
    );
    const other = await people.memberActor(stranger?.id ?? '');
    expect(await as(other, (tx) => erasures.confirm(tx, id))).toMatchObject({ refusals: [{ code: 'NOT_FOUND' }] });
    await jobs();
    expect((await stateOf(person.clientId)).erased_at).toBeNull();
  });

  it('waits while somebody still has to act on a finding about her pay, and says since when', async () => {
    const [held] = await bench.rows<{ clientId: string; caseworkerId: string }>(
      `select c.id as "clientId", c.caseworker_membership_id as "caseworkerId" from client c
        where exists (select from placement p where p.client_id = c.id) order by c.id desc limit 1`,
    );
    if (held === undefined) throw new Error('Somebody was placed.');
    await people.plantFinding(held.clientId, 'DETECTED');
    const caseworker = await people.memberActor(held.caseworkerId);
    const client = await people.plantAccount(held.clientId, caseworker);
    const asked = await as(client, (tx) => erasures.request(tx));
    const id = asked.ok ? asked.value.id : '';
    expect(await as(caseworker, (tx) => erasures.confirm(tx, id))).toMatchObject({
      refusals: [{ code: 'LEGAL_HOLD', detail: { openFindings: 1, since: '2026-03-02' } }],
    });
    await jobs();
    expect((await stateOf(held.clientId)).erased_at).toBeNull();
    await bench.rows(`update pay_finding set status = 'DISMISSED', closed_at = now() where client_id = $1`, [
      held.clientId,
    ]);
    expect((await as(caseworker, (tx) => erasures.confirm(tx, id))).ok).toBe(true);
  });

  it('destroys her key, her name, every trace and every way in, and leaves what was counted', async () => {
    const person = await people.aPerson();
    const before = await counts();
    const backup = await stateOf(person.clientId);
    expect(await people.besideWork(person.clientId)).toEqual([1, 1, 1, 1]);
    const requestId = await confirmed(person);
    await jobs();
    const after = await stateOf(person.clientId);
    expect(after).toMatchObject({ name_bidx: null, phone_bidx: null, phone_enc: null, birth_year: null, skills: [] });
    expect(after.name_enc).toHaveLength(0);
    expect(after.file_number).toBe(`erased-${person.clientId}`);
    await asJob((tx) =>
      expect(crypto.decryptBytes(tx, place(person.clientId, 'name_enc'), backup.name_enc)).rejects.toThrow(
        ClientErased,
      ),
    );
    expect(await counts()).toEqual(before);
    expect(await people.besideWork(person.clientId)).toEqual([0, 0, 0, 0]);
    const [left] = await bench.rows(
      `select (select status from erasure_request where id = $2) as request,
              (select status from programme_entry where client_id = $1) as entry,
              (select count(*)::int from session s join membership m on m.id = s.membership_id where m.client_id = $1) as sessions,
              (select array_agg(status) from membership where client_id = $1) as memberships,
              (select count(*)::int from contact where client_id = $1 and note_enc is not null) as notes,
              (select count(*)::int from file where client_id = $1 and erased_at is null) as files,
              (select count(*)::int from identity_number where client_id = $1) as numbers,
              (select count(*)::int from import_row where key = $3) as imported,
              (select count(*)::int from consent_grant where client_id = $1 and status = 'ACTIVE') as consents,
              (select count(*)::int from referral where client_id = $1 and status in ('PROPOSED', 'CONSENTED', 'SENT', 'VIEWED', 'INVITED', 'INTERVIEW', 'OFFERED', 'POOLED')) as referrals,
              (select a.login = 'erased-' || a.id and a.password_hash is null and a.status = 'DISABLED'
                 from user_account a join membership m on m.account_id = a.id where m.client_id = $1) as "accountGone"`,
      [person.clientId, requestId, backup.file_number],
    );
    expect(left).toEqual({
      request: 'ERASED',
      entry: 'CLOSED',
      sessions: 0,
      memberships: ['ENDED'],
      notes: 0,
      files: 0,
      numbers: 0,
      imported: 0,
      consents: 0,
      referrals: 0,
      accountGone: true,
    });
    await expect(
      as(person.caseworker, (tx) => bench.app.get(FilesService).read(tx, person.fileId)),
    ).resolves.toBeNull();
    const text = await textOfDatabase(bench.database.admin);
    for (const trace of [person.name, person.phone, PLANTED_NOTE, backup.file_number])
      expect(text).not.toContain(trace);
  });

  it('takes away her passkeys and open challenges, and nobody else’s', async () => {
    const [person, other] = [await people.aPerson(), await people.aPerson()];
    for (const { client } of [person, other]) await people.plantPasskey(client);
    await confirmed(person);
    expect(await people.passkeysOf(person.client)).toEqual({ passkeys: 1, challenges: 1 }); // until the job has run
    await jobs();
    expect(await people.passkeysOf(person.client)).toEqual({ passkeys: 0, challenges: 0 });
    expect(await people.passkeysOf(other.client)).toEqual({ passkeys: 1, challenges: 1 });
  });

  it('finds an identity number to destroy: the control', async () => {
    const person = await people.aPerson();
    const [kept] = await bench.rows<{ n: number }>(
      'select count(*)::int as n from identity_number where client_id = $1',
      [person.clientId],
    );
    expect(kept?.n).toBe(1);
  });

  const counts = () =>
    bench.rows(
      `select (select count(*)::int from placement) as placements, (select count(*)::int from payroll_line) as lines,
              (select count(*)::int from client) as clients, (select count(*)::int from referral) as referrals,
              (select count(*)::int from contact) as contacts`,
    );

  it('leaves the audit chain whole, with the act in it', async () => {
    const person = await people.aPerson();
    await confirmed(person);
    await jobs();
    const query = <T extends object>(sql: string, parameters: readonly unknown[]): Promise<T[]> =>
      bench.rows<T>(sql, [...parameters]);
    const chain = await verifyChain(query, bench.countyId, { anchors: [], isForged: false });
    expect(chain.problem).toEqual({ code: 'NO_ANCHOR', sequence: 0 }); // and nothing else: no worker anchors here
    const entries = await bench.rows(
      `select action from audit_entry where action like 'erasure.%' and subject_type = 'erasure_request'
        union all select action from audit_entry where action = 'client.erased' and subject_id = $1`,
      [person.clientId],
    );
    expect(entries).toContainEqual({ action: 'client.erased' });
  });

  it('does the rest after a crash before its commit, and is done once', async () => {
    const person = await people.aPerson();
    const erasure = bench.app.get(ClientErasure);
    const crash = asJob(async (tx) => {
      await erasure.erase(tx, person.clientId, 'client.erased');
      throw new Error('killed before the commit');
    });
    await expect(crash).rejects.toThrow('killed');
    expect((await stateOf(person.clientId)).erased_at).toBeNull();
    expect(await asJob((tx) => erasure.erase(tx, person.clientId, 'client.erased'))).toBe(true);
    expect(await asJob((tx) => erasure.erase(tx, person.clientId, 'client.erased'))).toBe(false);
  });

  it('erases again whom a restored backup brought back, and nobody else', async () => {
    const person = await people.aPerson();
    const [key] = await bench.rows<{ wrapped: Buffer }>('select wrapped from client_key where client_id = $1', [
      person.clientId,
    ]);
    const backup = await stateOf(person.clientId);
    await confirmed(person);
    await jobs();
    const listed = await bench.app.get(ErasureList).read(bench.countyId);
    expect(listed.map(({ clientId }) => clientId)).toContain(person.clientId);
    await bench.rows('update client_key set wrapped = $2, destroyed_at = null where client_id = $1', [
      person.clientId,
      key?.wrapped,
    ]);
    await bench.rows(
      'update client set name_enc = $2, name_bidx = $3, file_number = $4, erased_at = null where id = $1',
      [person.clientId, backup.name_enc, backup.name_bidx, backup.file_number],
    );
    const living = await bench.rows<{ n: number }>('select count(*)::int as n from client where erased_at is null');
    expect(await bench.app.get(ErasureReplay).run(bench.countyId)).toEqual({ listed: listed.length, erased: 1 });
    expect((await stateOf(person.clientId)).name_enc).toHaveLength(0);
    const [after] = await bench.rows<{ n: number }>('select count(*)::int as n from client where erased_at is null');
    expect(after?.n).toBe((living[0]?.n ?? 0) - 1);
    expect(await bench.app.get(ErasureReplay).run(bench.countyId)).toEqual({ listed: listed.length, erased: 0 });
  });
});
