/** A command with an input that is taken, and by hand what it writes: nothing else may be written. */
export interface OwnWriting {
  readonly name: string;
  readonly who: 'caseworker' | 'client' | 'supervisor' | 'administrator';
  readonly document: string;
  /** Values of the seeded county that the input needs, each by a statement for the column `value`. */
  readonly asked?: Readonly<Record<string, string>>;
  readonly variables: (asked: Readonly<Record<string, string>>) => Record<string, unknown>;
  /** How many rows it adds to which table. */
  readonly added?: Readonly<Record<string, number>>;
  /** Which columns of rows it changes that were there before. */
  readonly changed?: Readonly<Record<string, readonly string[]>>;
}

/** What every command writes beside its own: its trail, its receipt, and what it announces. */
export const COMES_ALONG: ReadonlySet<string> = new Set([
  'audit_entry',
  'audit_link',
  'audit_head',
  'command_receipt',
  'outbox_event',
]);

const HER = `(select m.id from membership m join user_account a on a.id = m.account_id where a.login = 'caseworker' and m.role = 'CASEWORKER')`;
const ANOTHER = `select id as value from membership where role = 'CASEWORKER' and id <> ${HER} order by id limit 1`;
const HER_CLIENT = `select id as value from client where caseworker_membership_id = ${HER} order by id limit 1`;
const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);

/** One act of each kind that a role does without anybody else's doing before. */
export const ACTS: readonly OwnWriting[] = [
  {
    name: 'createClient',
    who: 'caseworker',
    document: `mutation ($input: ClientInput!, $key: UUID!) { done: createClient(input: $input, idempotencyKey: $key) { userErrors { code field } } }`,
    variables: () => ({
      input: { fileNumber: 'MA-1', name: '张三', birthYear: 1990, township: '421222100', educationCode: '70' },
    }),
    added: { client: 1, client_key: 1, programme_entry: 1 },
  },
  {
    name: 'updateClient',
    who: 'caseworker',
    document: `mutation ($id: ID!, $version: Int!, $input: ClientChanges!, $key: UUID!) {
      done: updateClient(id: $id, expectedVersion: $version, input: $input, idempotencyKey: $key) { userErrors { code field } } }`,
    asked: { id: HER_CLIENT, version: `select version::text as value from client where id = (${HER_CLIENT})` },
    variables: ({ id, version }) => ({ id, version: Number(version), input: { birthYear: 1971 } }),
    changed: { client: ['birth_year', 'version'] },
  },
  {
    name: 'inviteMember',
    who: 'administrator',
    document: `mutation ($input: MemberInput!, $key: UUID!) { done: inviteMember(input: $input, idempotencyKey: $key) { userErrors { code field } } }`,
    asked: { organisationId: `select id as value from organisation where kind = 'EMPLOYMENT_OFFICE' limit 1` },
    variables: ({ organisationId }) => ({
      input: { login: 'mass-assigned', displayName: '新同事', role: 'MENTOR', organisationId },
    }),
    added: { membership: 1, user_account: 1 },
  },
  {
    name: 'changeMember',
    who: 'administrator',
    document: `mutation ($id: ID!, $version: Int!, $input: MemberChanges!, $key: UUID!) {
      done: changeMember(id: $id, expectedVersion: $version, input: $input, idempotencyKey: $key) { userErrors { code field } } }`,
    asked: { id: ANOTHER, version: `select version::text as value from membership where id = (${ANOTHER})` },
    variables: ({ id, version }) => ({ id, version: Number(version), input: { displayName: '李四' } }),
    changed: { membership: ['display_name', 'version'] },
  },
  {
    name: 'nameDeputy',
    who: 'caseworker',
    document: `mutation ($input: DeputyInput!, $key: UUID!) { done: nameDeputy(input: $input, idempotencyKey: $key) { userErrors { code field } } }`,
    asked: { deputyId: ANOTHER },
    variables: ({ deputyId }) => ({ input: { deputyId, fromOn: inDays(40), toOn: inDays(45) } }),
    added: { caseload_deputy: 1 },
  },
  {
    name: 'requestCaseTransfer',
    who: 'caseworker',
    document: `mutation ($input: CaseTransferInput!, $key: UUID!) { done: requestCaseTransfer(input: $input, idempotencyKey: $key) { userErrors { code field } } }`,
    asked: { clientId: HER_CLIENT, toId: ANOTHER },
    variables: ({ clientId, toId }) => ({ input: { clientId, toId, reason: 'WORKLOAD' } }),
    added: { case_transfer: 1 },
  },
  {
    name: 'openPlacementBatch',
    who: 'supervisor',
    document: `mutation ($input: PlacementBatchInput!, $key: UUID!) { done: openPlacementBatch(input: $input, idempotencyKey: $key) { userErrors { code field } } }`,
    variables: () => ({ input: { title: '一批', cutoffAt: `${inDays(20)}T08:00:00.000Z` } }),
    added: { placement_batch: 1 },
  },
  {
    name: 'changeScoreWeights',
    who: 'supervisor',
    document: `mutation ($on: Date!, $version: Int!, $input: ScoreWeightsInput!, $key: UUID!) {
      done: changeScoreWeights(effectiveFrom: $on, expectedVersion: $version, input: $input, idempotencyKey: $key) { userErrors { code field } } }`,
    asked: { version: `select max(version)::text as value from score_weights` },
    variables: ({ version }) => ({
      on: inDays(30),
      version: Number(version),
      input: { skills: 2_000, occupation: 2_000, commute: 2_000, pay: 2_000, shiftAndHours: 1_000, benefits: 1_000 },
    }),
    added: { score_weights: 1 },
  },
  {
    name: 'objectToRanking',
    who: 'client',
    document: `mutation ($key: UUID!) { done: objectToRanking(objects: true, idempotencyKey: $key) { userErrors { code field } } }`,
    variables: () => ({}),
    changed: { client: ['objects_to_ranking', 'version'] },
  },
  {
    name: 'fileComplaint',
    who: 'client',
    document: `mutation ($input: ComplaintInput!, $key: UUID!) { done: fileComplaint(input: $input, idempotencyKey: $key) { userErrors { code field } } }`,
    variables: () => ({ input: { topic: 'SERVICE', text: '等了很久没有人回电话。' } }),
    added: { complaint: 1 },
  },
  {
    name: 'requestCorrection',
    who: 'client',
    document: `mutation ($input: CorrectionInput!, $key: UUID!) { done: requestCorrection(input: $input, idempotencyKey: $key) { userErrors { code field } } }`,
    variables: () => ({ input: { field: 'NAME', text: '名字里少了一个字。' } }),
    added: { correction_request: 1 },
  },
];
