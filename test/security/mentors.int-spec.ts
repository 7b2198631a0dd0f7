import { randomUUID } from 'node:crypto';
import type { Actor } from '#domain/common/actor';
import type { TestCaller } from '#testing/api';
import { pastTheMatrix } from '#testing/database-wall';
import { LISTED_TERM } from '#testing/listed-term';
import { outcomeOf, SeededApi } from './support/seeded-api';

const PAIR = `mutation ($clientId: ID!, $mentorId: ID!, $key: UUID!) {
  pairMentor(clientId: $clientId, mentorId: $mentorId, idempotencyKey: $key) { mentorPairing { id } userErrors { code } } }`;
const END = `mutation ($id: ID!, $key: UUID!) { endMentorPairing(id: $id, idempotencyKey: $key) { userErrors { code } } }`;
const REFUSE = `mutation ($id: ID!, $another: Boolean!, $key: UUID!) {
  refuseMentor(id: $id, wantsAnother: $another, idempotencyKey: $key) { userErrors { code } } }`;
const AGREE = `mutation ($id: ID!, $key: UUID!) { agreeToConsentRequest(id: $id, idempotencyKey: $key) { userErrors { code } } }`;
const WITHDRAW = `mutation ($id: ID!, $key: UUID!) { withdrawConsent(id: $id, idempotencyKey: $key) { userErrors { code } } }`;
const WRITE = `mutation ($id: ID!, $text: String, $day: Date, $key: UUID!) {
  writeMentorNote(pairingId: $id, text: $text, nextContactOn: $day, idempotencyKey: $key) { mentorNote { text } userErrors { code } } }`;
const PEOPLE = '{ myPeople { id name phone workNeeds notice { chinese } notes { text } } }';
const MINE = '{ myMentor { id mentorName status mayKnowName isAsked } }';
const THEIRS =
  'query ($id: ID!) { client(id: $id) { mentorPairing { status endedBy wantsAnother mayKnowName isAsked } } }';
const NOTE = '说好周六上午一起去看车间';
const ROUNDS = 12;

interface Person {
  readonly name: string;
  readonly phone: string | null;
  readonly workNeeds: string[] | null;
  readonly notice: { readonly chinese: string };
  readonly notes: readonly { readonly text: string | null }[];
}

describe('mentors', () => {
  let county: SeededApi;
  let caseworker: TestCaller;
  let colleague: TestCaller;
  let mentor: TestCaller;
  let client: TestCaller;
  let clientId: string;
  let mentorId: string;

  beforeAll(async () => {
    county = await SeededApi.open();
    const her = await county.row<{ id: string; keeper: string }>(
      `select c.id, k.login as keeper from membership m join user_account a on a.id = m.account_id
         join client c on c.id = m.client_id join membership w on w.id = c.caseworker_membership_id
         join user_account k on k.id = w.account_id where a.login = 'client'`,
    );
    clientId = her.id;
    caseworker = await county.signIn(her.keeper);
    colleague = await county.signIn(her.keeper === 'caseworker' ? 'caseworker2' : 'caseworker');
    mentor = await county.signIn('mentor');
    client = await county.signIn('client');
    mentorId = (await memberOf('mentor')).membershipId ?? '';
  }, 180_000);

  afterAll(() => county.close());

  beforeEach(async () => {
    await county.rows('delete from mentor_note');
    await county.rows('delete from mentor_pairing');
    await county.rows('update programme_entry set mentor_membership_id = null');
    await county.rows('delete from disclosure');
    await county.rows(`delete from consent_request where purpose = 'MENTOR_SHARE'`);
    await county.rows(`delete from consent_grant where purpose = 'MENTOR_SHARE'`);
  });

  const memberOf = (login: string): Promise<Actor> =>
    county.row<Actor>(
      `select m.county_id as "countyId", m.role, m.account_id as "accountId", m.id as "membershipId",
              m.organisation_id as "organisationId", m.client_id as "clientId"
         from membership m join user_account a on a.id = m.account_id where a.login = $1`,
      [login],
    );
  const act = async (who: TestCaller, mutation: string, variables: object): Promise<string> =>
    outcomeOf(await who.ask(mutation, { ...variables, key: randomUUID() }));
  const people = async (): Promise<Person[]> => ((await mentor.ask(PEOPLE)).data?.['myPeople'] ?? []) as Person[];
  const pairing = async (): Promise<string> =>
    (await county.row<{ id: string }>(`select id from mentor_pairing where status = 'ACTIVE'`)).id;
  const looks = async (): Promise<string[]> =>
    (
      await county.rows<{ look: string }>(
        `select d.basis || ' ' || d.field_group || ' ' || d.count as look from disclosure d where d.client_id = $1 order by 1`,
        [clientId],
      )
    ).map(({ look }) => look);

  async function agree(): Promise<void> {
    const { id } = await county.row<{ id: string }>(
      `select id from consent_request where purpose = 'MENTOR_SHARE' and status = 'OPEN'`,
    );
    expect(await act(client, AGREE, { id })).toBe('DONE');
  }

  async function paired(): Promise<string> {
    expect(await act(caseworker, PAIR, { clientId, mentorId })).toBe('DONE');
    return pairing();
  }

  async function agreed(): Promise<string> {
    const id = await paired();
    await agree();
    return id;
  }

  const liveGrant = (): Promise<{ id: string }> =>
    county.row(`select id from consent_grant where purpose = 'MENTOR_SHARE' and status = 'ACTIVE' limit 1`);

  /** Rows of a table about her that somebody reads behind the second wall alone. */
  async function behind(login: string, table: string): Promise<number> {
    const sql = `select count(*)::int as n from ${table} where client_id = $1`;
    const [row] = await pastTheMatrix<{ n: number }>(county.database.app, await memberOf(login), [sql, [clientId]]);
    return row?.n ?? -1;
  }

  describe('a mentor', () => {
    it('sees nothing of whom she is paired with until the client agrees on her phone; then each look has its line first', async () => {
      await paired();
      expect((await client.ask(MINE)).data?.['myMentor']).toMatchObject({ isAsked: true, mayKnowName: false });
      expect(await people()).toEqual([]);
      expect([await behind('mentor', 'mentor_pairing'), await behind('mentor', 'client_key')]).toEqual([0, 0]);
      expect(await looks()).toEqual([]);
      await agree();
      const [person] = await people();
      expect(person?.name).not.toBe('');
      expect(person?.phone).not.toBeNull();
      expect(person?.notice.chinese).toBe('仅限一对一联系用途，不得再提供。');
      expect(await looks()).toEqual(['CONSENT CONTACT 1', 'CONSENT IDENTITY 1']);
      await people();
      expect(await looks()).toEqual(['CONSENT CONTACT 2', 'CONSENT IDENTITY 2']);
      expect([await behind('mentor', 'mentor_pairing'), await behind('mentor', 'client_key')]).toEqual([1, 1]);
    });

    it('gives no answer where the log cannot be written', async () => {
      await agreed();
      await county.rows(
        `create function refuse_log() returns trigger language plpgsql as $$ begin raise exception 'no log'; end $$`,
      );
      await county.rows(
        'create trigger no_log before insert or update on disclosure for each row execute function refuse_log()',
      );
      const { data, errors } = await mentor.ask(PEOPLE);
      await county.rows('drop trigger no_log on disclosure');
      await county.rows('drop function refuse_log');
      expect([data?.['myPeople'] ?? null, errors[0]?.extensions.code]).toEqual([null, 'INTERNAL']);
      expect(await people()).toHaveLength(1);
    });

    it('sees what a workplace has to arrange only by a consent of its own', async () => {
      await agreed();
      expect((await people())[0]?.workNeeds).toBeNull();
      await county.rows(
        `insert into consent_grant (county_id, id, client_id, discloser_organisation_id, recipient_organisation_id, purpose, field_groups,
                                    valid_from, valid_to, status, text_version)
         select county_id, gen_random_uuid(), client_id, discloser_organisation_id, recipient_organisation_id, purpose, '{WORK_NEEDS}',
                valid_from, valid_to, status, text_version from consent_grant where purpose = 'MENTOR_SHARE' and status = 'ACTIVE'`,
      );
      expect((await people())[0]?.workNeeds).toEqual([]);
      expect(await looks()).toContain('CONSENT WORK_NEEDS 1');
    });

    it('keeps notes that she and the client alone read, sealed, and that complete nothing', async () => {
      const id = await agreed();
      const before = await county.rows('select * from follow_up_milestone order by id');
      const contacts = await county.rows('select count(*)::int as n from contact');
      expect(await act(mentor, WRITE, { id, text: NOTE, day: null })).toBe('DONE');
      expect((await people())[0]?.notes).toEqual([{ text: NOTE }]);
      const readers = [
        'mentor',
        'client',
        'caseworker',
        'caseworker2',
        'supervisor',
        'administrator',
        'auditor',
        'hr',
        'trainer',
      ];
      const seen: Readonly<Record<string, number>> = Object.fromEntries(
        await Promise.all(readers.map(async (who) => [who, await behind(who, 'mentor_note')] as const)),
      );
      expect(seen).toEqual({ ...Object.fromEntries(readers.map((who) => [who, 0])), mentor: 1, client: 1 });
      const [stored] = await county.rows<{ text: string }>(
        `select encode(note_enc, 'escape') as text from mentor_note`,
      );
      expect(stored?.text).not.toContain(Buffer.from(NOTE).toString('latin1').slice(0, 6));
      expect(await county.rows('select * from follow_up_milestone order by id')).toEqual(before);
      expect(await county.rows('select count(*)::int as n from contact')).toEqual(contacts);
    });

    it.each([
      ['BANNED_TERM', { text: `说到${LISTED_TERM}`, day: null }],
      ['IDENTITY_NUMBER_NOT_ALLOWED', { text: '号码11010519491231002X', day: null }],
      ['NOTE_OR_DAY_REQUIRED', { text: ' ', day: null }],
      ['TOO_LONG', { text: '字'.repeat(501), day: null }],
      ['DAY_IN_PAST', { text: null, day: '2020-01-01' }],
    ])('has a note refused for %s, and nothing is written', async (code, note) => {
      const id = await agreed();
      expect(await act(mentor, WRITE, { id, ...note })).toBe(code);
      expect(await county.rows('select id from mentor_note')).toEqual([]);
    });

    it('loses name, notes and pen at once when the client takes her consent back, and the notes stay hers to find again', async () => {
      const id = await agreed();
      await act(mentor, WRITE, { id, text: NOTE, day: null });
      expect(await act(client, WITHDRAW, await liveGrant())).toBe('DONE');
      expect(await people()).toEqual([]);
      expect([await behind('mentor', 'mentor_note'), await behind('client', 'mentor_note')]).toEqual([0, 1]);
      expect(await act(mentor, WRITE, { id, text: NOTE, day: null })).toBe('NOT_FOUND');
      expect(await county.rows('select id from mentor_note')).toHaveLength(1);
    });

    it(`shows no name in a read that begins after a withdrawal: ${ROUNDS} races`, async () => {
      let shown = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        await county.rows('delete from mentor_note');
        await county.rows('delete from mentor_pairing');
        await county.rows(`delete from consent_request where purpose = 'MENTOR_SHARE'`);
        await agreed();
        const grant = await liveGrant();
        const racing = Array.from({ length: 3 }, people);
        const withdrawn = act(client, WITHDRAW, grant);
        racing.push(...Array.from({ length: 3 }, people));
        expect(await withdrawn).toBe('DONE');
        expect(await people()).toEqual([]);
        shown += (await Promise.all(racing)).filter((list) => list.length > 0).length;
      }
      process.stdout.write(
        `mentor's reading against a withdrawal: ${ROUNDS} races, ${shown} reads before it had a name, 0 after it\n`,
      );
      expect(shown).toBeGreaterThan(0);
    }, 120_000);
  });

  describe('a pairing', () => {
    it('is refused by the client with one tap: it ends at once with all she gave for it, and nobody asks why', async () => {
      const id = await agreed();
      expect(await act(client, REFUSE, { id, another: false })).toBe('DONE');
      expect(await people()).toEqual([]);
      expect(
        await county.rows(`select id from consent_grant where purpose = 'MENTOR_SHARE' and status = 'ACTIVE'`),
      ).toEqual([]);
      expect((await caseworker.ask(THEIRS, { id: clientId })).data?.['client']).toMatchObject({
        mentorPairing: { status: 'ENDED', endedBy: 'CLIENT', wantsAnother: false },
      });
      expect(await county.rows('select id from programme_entry where mentor_membership_id is not null')).toEqual([]);
      expect(await county.rows(`select id from outbox_event where job = 'mentor.another-wished'`)).toEqual([]);
      expect(await act(client, REFUSE, { id, another: false })).toBe('WRONG_STATE');
    });

    it('is refused before she ever agreed: the question is answered with it', async () => {
      const id = await paired();
      expect(await act(client, REFUSE, { id, another: true })).toBe('DONE');
      expect(await county.rows(`select status from consent_request where purpose = 'MENTOR_SHARE'`)).toEqual([
        { status: 'DECLINED' },
      ]);
      expect(await county.rows(`select subject_id from outbox_event where job = 'mentor.another-wished'`)).toEqual([
        { subject_id: id },
      ]);
    });

    it('opens nothing by a consent that is older than itself: each is asked about anew', async () => {
      const first = await agreed();
      expect(await act(caseworker, END, { id: first })).toBe('DONE');
      expect(await people()).toEqual([]);
      await liveGrant();
      await paired();
      expect(await people()).toEqual([]);
      expect(await behind('mentor', 'shared_identity')).toBe(0);
      await agree();
      expect(await people()).toHaveLength(1);
    });

    it('is one at a time: of ten at once one is made', async () => {
      const codes = await Promise.all(Array.from({ length: 10 }, () => act(caseworker, PAIR, { clientId, mentorId })));
      expect(codes.filter((code) => code === 'DONE')).toHaveLength(1);
      expect(new Set(codes)).toEqual(new Set(['DONE', 'ALREADY_PAIRED']));
      expect(await county.rows('select id from mentor_pairing')).toHaveLength(1);
      expect(await county.rows(`select id from consent_request where purpose = 'MENTOR_SHARE'`)).toHaveLength(1);
    });

    it('is made by her own caseworker, with a mentor, and ended by the two whom it is about: else nothing is found or written', async () => {
      expect(await act(colleague, PAIR, { clientId, mentorId })).toBe('NOT_FOUND');
      const { membershipId } = await memberOf('trainer');
      expect(await act(caseworker, PAIR, { clientId, mentorId: membershipId })).toBe('NOT_FOUND');
      expect(await county.rows('select id from mentor_pairing')).toEqual([]);
      const id = await paired();
      expect(await act(colleague, END, { id })).toBe('NOT_FOUND');
      const other = await county.row<{ id: string }>('select id from client where id <> $1 order by id limit 1', [
        clientId,
      ]);
      await county.rows('update mentor_pairing set client_id = $1', [other.id]);
      expect(await act(client, REFUSE, { id, another: false })).toBe('NOT_FOUND');
      expect(await county.rows(`select status from mentor_pairing`)).toEqual([{ status: 'ACTIVE' }]);
    });
  });
});
