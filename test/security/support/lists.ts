/** A list of the API, and who reads which of its rows: in SQL, from the specification. */
export interface ListOf {
  readonly name: string;
  /** The document that asks for a page after $after, narrowed by the arguments given. */
  readonly document: (filter: string) => string;
  /** By role, the ids as a statement with :county, :member, :organisation and :client. */
  readonly readers: Readonly<Record<string, string>>;
  /** Arguments that narrow the list, and what each means of the row t. */
  readonly filters?: readonly (readonly [filter: string, condition: string])[];
  /** The field of a node that names its row; id unless told. */
  readonly key?: string;
  /** The order of the rows t, where it is promised: what stands after `order by`. */
  readonly order?: string;
  /** How many rows it gives at most, the first in its order; all of them unless told. */
  readonly most?: number;
  /** False where the list has no count. */
  readonly isCounted?: boolean;
}

const connection =
  (field: string, first = 100) =>
  (filter: string): string =>
    `query ($after: String) { ${field}(first: ${first}, after: $after${filter === '' ? '' : `, ${filter}`}) {
       totalCount edges { node { id } } pageInfo { endCursor hasNextPage } } }`;
const plain =
  (field: string, selection = 'id') =>
  (): string =>
    `{ ${field} { ${selection} } }`;

const of = (table: string, condition: string): string =>
  `select t.id from ${table} t where t.county_id = :county and (${condition})`;
const HER = 'in (select c.id from client c where c.county_id = :county and c.caseworker_membership_id = :member)';
const office = (table: string, condition = 'true'): Readonly<Record<string, string>> => ({
  CASEWORKER: of(table, `t.client_id ${HER} and ${condition}`),
  SUPERVISOR: of(table, condition),
});
const offers = (table: string, own: string): Readonly<Record<string, string>> => ({
  CASEWORKER: of(table, 'true'),
  SUPERVISOR: of(table, 'true'),
  ENTERPRISE_HR: of(table, own),
});

/** Lists with pages and a count. */
export const LISTS: readonly ListOf[] = [
  {
    name: 'clients',
    document: connection('clients'),
    readers: {
      CASEWORKER: of('client', 't.caseworker_membership_id = :member'),
      SUPERVISOR: of('client', 'true'),
    },
    filters: [
      ['filter: { township: "隽水镇" }', `t.township = '隽水镇'`],
      [
        'filter: { entryStatus: ACTIVE }',
        `exists (select from programme_entry e where e.county_id = t.county_id and e.client_id = t.id and e.status = 'ACTIVE')`,
      ],
    ],
  },
  {
    name: 'referrals',
    document: connection('referrals', 20),
    readers: office('referral'),
    order: 't.proposed_at desc, t.id desc',
    filters: [['filter: { status: [SENT, VIEWED] }', `t.status in ('SENT', 'VIEWED')`]],
  },
  {
    name: 'candidates',
    document: connection('candidates', 3),
    readers: { ENTERPRISE_HR: of('referral', 't.organisation_id = :organisation and t.sent_at is not null') },
    order: 't.proposed_at desc, t.id desc',
    filters: [['filter: { status: [SENT, VIEWED] }', `t.status in ('SENT', 'VIEWED')`]],
  },
  {
    name: 'positions',
    document: connection('positions'),
    readers: offers('position', 't.organisation_id = :organisation'),
    filters: [['filter: { status: PUBLISHED }', `t.status = 'PUBLISHED'`]],
  },
  {
    name: 'followUps',
    document: connection('followUps'),
    readers: office('follow_up_milestone'),
    filters: [['status: [DUE]', `t.status = 'DUE'`]],
  },
  {
    name: 'courseSessions',
    document: connection('courseSessions'),
    readers: {
      CASEWORKER: of('course_session', 'true'),
      SUPERVISOR: of('course_session', 'true'),
      BASE_MANAGER: of('course_session', 'true'),
      TRAINER: of('course_session', 't.trainer_membership_id = :member'),
    },
  },
  {
    name: 'members',
    document: connection('members'),
    readers: { ADMINISTRATOR: of('membership', `t.role <> 'CLIENT'`) },
    filters: [['filter: { role: CASEWORKER }', `t.role = 'CASEWORKER'`]],
  },
];

/** Lists that come at once. */
export const OWN_LISTS: readonly ListOf[] = [
  {
    name: 'agreements',
    document: plain('agreements'),
    readers: offers('cooperation_agreement', 't.organisation_id = :organisation'),
  },
  {
    name: 'organisations',
    document: plain('organisations'),
    readers: { ADMINISTRATOR: of('organisation', 't.is_active') },
  },
  {
    name: 'caseTransfers',
    document: plain('caseTransfers'),
    readers: {
      CASEWORKER: of('case_transfer', ':member in (t.from_membership_id, t.to_membership_id)'),
      SUPERVISOR: of('case_transfer', 'true'),
    },
  },
  {
    name: 'deputies',
    document: plain('deputies'),
    readers: {
      CASEWORKER: of('caseload_deputy', ':member in (t.caseworker_membership_id, t.deputy_membership_id)'),
      SUPERVISOR: of('caseload_deputy', 'true'),
    },
  },
  {
    name: 'fileOpenings',
    document: plain('fileOpenings'),
    readers: {
      CASEWORKER: of('file_opening', 't.reader_membership_id = :member'),
      SUPERVISOR: of('file_opening', 'true'),
    },
  },
  {
    name: 'erasureRequests',
    document: plain('erasureRequests'),
    readers: office('erasure_request', `t.status = 'REQUESTED'`),
  },
  { name: 'myReferrals', document: plain('myReferrals'), readers: { CLIENT: of('referral', 't.client_id = :client') } },
  {
    name: 'myConsents',
    document: plain('myConsents'),
    readers: { CLIENT: of('consent_grant', 't.client_id = :client') },
  },
];
