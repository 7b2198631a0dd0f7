import type { ListOf } from './lists';

/**
 * Lists of pay, audit, imports, complaints, consents, lost factors and group placement, and what a client reads of
 * herself. `order` is the order of the specification; where it is told, the rows must come in it.
 */
const of = (table: string, condition = 'true'): string =>
  `select t.id from ${table} t where t.county_id = :county and (${condition})`;
const HERS =
  't.client_id in (select c.id from client c where c.county_id = :county and c.caseworker_membership_id = :member)';
const OWN = 't.client_id = :client';
/** The natural person behind a membership: accounts that are said to be one person's are one. */
const person = (member: string): string =>
  `(select coalesce(a.person_id, a.id) from membership p join user_account a on a.id = p.account_id
     where p.county_id = :county and p.id = ${member})`;
const ANOTHER = (member: string): string => `${person(member)} is distinct from ${person(':member')}`;

const paged =
  (field: string, first: number) =>
  (filter: string): string =>
    `query ($after: String) { ${field}(first: ${first}, after: $after${filter === '' ? '' : `, ${filter}`}) {
       totalCount edges { node { id } } pageInfo { endCursor hasNextPage } } }`;
const plain = (field: string) => (): string => `{ ${field} { id } }`;

/** Lists with pages and a count; pages are small, so that cursors have to carry. */
export const MORE_LISTS: readonly ListOf[] = [
  {
    name: 'payFindings',
    document: paged('payFindings', 20),
    readers: { CASEWORKER: of('pay_finding', HERS), SUPERVISOR: of('pay_finding') },
    order: 't.detected_at desc, t.id desc',
    filters: [
      ['filter: { status: [DETECTED] }', `t.status = 'DETECTED'`],
      ['filter: { status: [TRIAGE, CLOSED] }', `t.status in ('TRIAGE', 'CLOSED')`],
      ['filter: { period: "2026-01" }', `t.period = '2026-01'`],
    ],
  },
  {
    name: 'auditEntries',
    document: paged('auditEntries', 20),
    readers: { AUDITOR: of('audit_entry') },
    order: '(select l.sequence from audit_link l where l.county_id = t.county_id and l.id = t.id) desc',
    filters: [
      ['filter: { action: "session." }', `t.action like 'session.%'`],
      ['filter: { outcome: DENIED }', `t.outcome = 'DENIED'`],
      ['filter: { from: "2020-01-01", to: "2020-01-02" }', 'false'],
    ],
  },
  {
    name: 'placementBatches',
    document: paged('placementBatches', 7),
    readers: { CASEWORKER: of('placement_batch'), SUPERVISOR: of('placement_batch') },
    order: 't.created_at desc, t.id desc',
    filters: [['filter: { status: [COLLECTING] }', `t.status = 'COLLECTING'`]],
  },
  {
    name: 'deliveries',
    document: paged('deliveries', 20),
    readers: { ADMINISTRATOR: of('delivery'), SUPERVISOR: of('delivery') },
    order: 't.delivered_at desc, t.id desc',
    filters: [
      ['filter: { state: [FAILED] }', `t.state = 'FAILED'`],
      ['filter: { channel: [SMS], state: [FAILED, SENT] }', `t.channel = 'SMS' and t.state in ('FAILED', 'SENT')`],
    ],
  },
];

/** Lists that come at once. */
export const MORE_OWN_LISTS: readonly ListOf[] = [
  {
    name: 'importRuns',
    document: () => '{ importRuns(first: 50) { id } }',
    readers: {
      CASEWORKER: of('import_run', 't.requested_by_membership_id = :member'),
      ENTERPRISE_HR: of('import_run', 't.organisation_id = :organisation or t.requested_by_membership_id = :member'),
    },
    order: 't.created_at desc, t.id desc',
  },
  {
    name: 'payCheckRuns',
    document: () => '{ payCheckRuns(first: 100) { id } }',
    readers: { SUPERVISOR: of('pay_check_run') },
    order: 't.created_at desc, t.id desc',
  },
  {
    name: 'complaints',
    document: plain('complaints'),
    readers: {
      SUPERVISOR: of('complaint', `t.about_membership_id is null or ${ANOTHER('t.about_membership_id')}`),
      ADMINISTRATOR: of(
        'complaint',
        `(t.about_membership_id is null or ${ANOTHER('t.about_membership_id')}) and not exists (
           select from membership s where s.county_id = :county and s.role = 'SUPERVISOR' and s.status = 'ACTIVE'
             and (t.about_membership_id is null or ${person('s.id')} is distinct from ${person('t.about_membership_id')}))`,
      ),
    },
    order: `t.status not in ('RECEIVED', 'IN_REVIEW'), t.due_on, t.id`,
  },
  {
    name: 'consentReviews',
    document: plain('consentReviews'),
    readers: {
      SUPERVISOR: of('consent_review', `t.verdict is null and ${ANOTHER('t.recorded_by_membership_id')}`),
    },
    order: 't.created_at, t.id',
    most: 100,
  },
  {
    name: 'correctionRequests',
    document: plain('correctionRequests'),
    readers: {
      CASEWORKER: of('correction_request', `t.status = 'REQUESTED' and ${HERS}`),
      SUPERVISOR: of('correction_request', `t.status = 'REQUESTED'`),
    },
    order: 't.due_on, t.id',
  },
  {
    name: 'factorRecoveries',
    document: plain('factorRecoveries'),
    readers: {
      ADMINISTRATOR: of('factor_recovery', `t.status = 'OPEN' and t.expires_at > now()`),
      SUPERVISOR: of('factor_recovery', `t.status = 'OPEN' and t.expires_at > now()`),
    },
    order: 't.requested_at, t.id',
  },
  {
    name: 'colleagues',
    document: plain('colleagues'),
    readers: Object.fromEntries(
      ['CASEWORKER', 'SUPERVISOR'].map((role) => [
        role,
        of(
          'membership',
          `t.role = 'CASEWORKER' and t.status = 'ACTIVE' and t.organisation_id = :organisation and ${ANOTHER('t.id')}`,
        ),
      ]),
    ),
  },
  {
    name: 'dueAidRequests',
    document: plain('dueAidRequests'),
    readers: {
      CASEWORKER: of('aid_request', `t.next_look_on <= (now() at time zone 'Asia/Shanghai')::date and ${HERS}`),
    },
    order: 't.next_look_on, t.id',
    most: 100,
  },
  {
    name: 'mentors',
    document: plain('mentors'),
    readers: { CASEWORKER: of('membership', `t.role = 'MENTOR' and t.status = 'ACTIVE'`) },
    order: 't.display_name, t.id',
  },
  {
    name: 'myPeople',
    document: plain('myPeople'),
    readers: {
      MENTOR: of(
        'mentor_pairing',
        `t.mentor_membership_id = :member and t.status = 'ACTIVE' and exists (select from consent_grant g
           where g.county_id = t.county_id and g.client_id = t.client_id and g.purpose = 'MENTOR_SHARE'
             and g.recipient_organisation_id = t.organisation_id and g.status = 'ACTIVE' and g.created_at >= t.paired_at)`,
      ),
    },
  },
  { name: 'myAidRequests', document: plain('myAidRequests'), readers: { CLIENT: of('aid_request', OWN) } },
  { name: 'myCaseTransfers', document: plain('myCaseTransfers'), readers: { CLIENT: of('case_transfer', OWN) } },
  {
    name: 'myComplaints',
    document: plain('myComplaints'),
    readers: { CLIENT: of('complaint', OWN) },
    order: `t.status not in ('RECEIVED', 'IN_REVIEW'), t.due_on, t.id`,
  },
  {
    name: 'waitingJobs',
    document: plain('waitingJobs'),
    readers: { ADMINISTRATOR: of('job_failure', 't.resolved_at is null') },
    order: 't.failed_at, t.id',
  },
  {
    name: 'myMessages',
    document: plain('myMessages'),
    readers: { CLIENT: of('client_message', `${OWN} and t.created_at > now() - interval '60 days'`) },
    order: 't.created_at desc, t.id desc',
  },
  {
    name: 'myConsentRequests',
    document: plain('myConsentRequests'),
    readers: { CLIENT: of('consent_request', OWN) },
  },
  {
    name: 'myCorrections',
    document: plain('myCorrections'),
    readers: { CLIENT: of('correction_request', OWN) },
    order: 't.created_at desc, t.id desc',
  },
  {
    name: 'myDataExports',
    document: plain('myDataExports'),
    readers: { CLIENT: of('data_export', `${OWN} and t.keep_until >= (now() at time zone 'Asia/Shanghai')::date`) },
    order: 't.created_at desc, t.id desc',
  },
  {
    name: 'myDisclosures',
    document: plain('myDisclosures'),
    readers: { CLIENT: of('disclosure', OWN) },
    order: 't.day desc, t.last_at desc, t.id',
  },
  {
    name: 'myErasureRequest',
    document: plain('myErasureRequest'),
    readers: { CLIENT: of('erasure_request', `${OWN} and t.status = 'REQUESTED'`) },
  },
  { name: 'myFileOpenings', document: plain('myFileOpenings'), readers: { CLIENT: of('file_opening', OWN) } },
  {
    name: 'myLessons',
    document: () => '{ myLessons(from: "2026-09-01", to: "2027-08-01") { id } }',
    readers: {
      CLIENT: of(
        'lesson',
        `(t.starts_at at time zone 'Asia/Shanghai')::date between '2026-09-01' and '2027-08-01' and exists (
           select from enrolment e where e.county_id = t.county_id and e.session_id = t.session_id and e.client_id = :client
             and e.status in ('CONFIRMED', 'ATTENDING'))`,
      ),
    },
    order: 't.starts_at, t.id',
  },
  {
    name: 'myPayChecks',
    key: 'period',
    document: () => '{ myPayChecks { period } }',
    readers: {
      CLIENT: `select t.period as id, t.period from pay_check_result t where t.county_id = :county and ${OWN} and t.is_current`,
    },
    order: 't.period desc',
  },
  {
    name: 'myPlacement',
    document: plain('myPlacement'),
    readers: { CLIENT: of('placement', OWN) },
  },
];
