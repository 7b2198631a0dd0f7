import type { ListOf } from './lists';

/** Lists of batches and pay, and what a client reads of her own courses and wishes. */
const of = (table: string, condition = 'true'): string =>
  `select t.id from ${table} t where t.county_id = :county and (${condition})`;
const HERS =
  't.client_id in (select c.id from client c where c.county_id = :county and c.caseworker_membership_id = :member)';

/** Who may be added to a batch: in the programme, without work, a held slot, another open batch or an objection. */
const FREE = `t.erased_at is null and not t.objects_to_ranking
  and exists (select from programme_entry e where e.county_id = :county and e.client_id = t.id and e.status = 'ACTIVE')
  and not exists (select from placement p where p.county_id = :county and p.client_id = t.id
                    and p.status in ('PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED'))
  and not exists (select from job_slot s join referral r on r.county_id = :county and r.id = s.held_for
                   where s.county_id = :county and s.status = 'HELD' and r.client_id = t.id)
  and not exists (select from batch_assignment b where b.county_id = :county and b.client_id = t.id and b.is_open)`;
const ADDABLE = {
  CASEWORKER: of('client', `t.caseworker_membership_id = :member and ${FREE}`),
  SUPERVISOR: of('client', FREE),
};

/** The month whose lines are planted. */
export const PLANTED_MONTH = '2025-03';

/** What somebody has to act on: neither set aside, nor settled, nor closed, nor replaced. */
const ON_THE_BOARD = `t.status not in ('DISMISSED', 'RESOLVED_PAID', 'RESOLVED_EXPLAINED', 'DISMISSED_FALSE_POSITIVE', 'CLOSED', 'SUPERSEDED')`;

/** Whoever had to do with a client's file: whom she may complain about. */
const IN_TOUCH = `t.role <> 'CLIENT' and (
  t.role = 'SUPERVISOR' and t.status = 'ACTIVE'
  or t.id in (select unnest(array[e.caseworker_membership_id, e.mentor_membership_id]) from programme_entry e
               where e.county_id = :county and e.client_id = :client)
  or t.id in (select d.deputy_membership_id from caseload_deputy d join programme_entry e
                  on e.county_id = :county and e.caseworker_membership_id = d.caseworker_membership_id
               where d.county_id = :county and e.client_id = :client and d.ended_at is null)
  or t.id in (select x.from_membership_id from case_transfer x where x.county_id = :county and x.client_id = :client)
  or t.id in (select f.reader_membership_id from file_opening f where f.county_id = :county and f.client_id = :client)
  or t.id in (select s.trainer_membership_id from course_session s join enrolment n on n.county_id = :county and n.session_id = s.id
               where s.county_id = :county and n.client_id = :client))`;

const ownMonths = `select t.period as id from (
    select to_char((now() at time zone 'Asia/Shanghai') - n * interval '1 month', 'YYYY-MM') as period from generate_series(0, 11) n) t
  where t.period >= (select to_char(min(a.effective_from), 'YYYY-MM') from cooperation_agreement a
                      where a.county_id = :county and a.organisation_id = :organisation)
     or exists (select from payroll_upload u where u.county_id = :county and u.organisation_id = :organisation and u.period = t.period)`;

/** What follow-up gave somebody to do. */
const FOLLOW_UP_TASK = `t.status = 'OPEN' and t.kind in ('SUPPORTIVE_OUTREACH', 'CONTACT_WANTED', 'PAY_CHECK', 'EQUALITY_CHECK',
  'HOURS_CHECK', 'END_OF_WORK_CHECK', 'HELP_WANTED', 'CHANGE_WISHED', 'TRAINING_WANTED', 'JOB_LOSS_CONTACT', 'FINAL_PAY_CHECK',
  'NEEDS_REVIEW', 'BENEFITS_CHECK', 'NEW_PROPOSAL', 'ENTERPRISE_REVIEW')`;

/** Lists with pages and a count. */
export const NEWER_LISTS: readonly ListOf[] = [
  {
    name: 'batchCandidates',
    document: (
      filter,
    ) => `query ($after: String) { batchCandidates(first: 9, after: $after${filter === '' ? '' : `, ${filter}`}) {
      totalCount edges { node { id } } pageInfo { endCursor hasNextPage } } }`,
    readers: ADDABLE,
    order: 't.file_number, t.id',
    filters: [['filter: { township: "隽水镇" }', `t.township = '隽水镇'`]],
  },
  {
    name: 'payrollLines',
    document: () => `query ($after: String) { payrollLines(period: "${PLANTED_MONTH}", first: 3, after: $after) {
      totalCount edges { node { id } } pageInfo { endCursor hasNextPage } } }`,
    readers: {
      ENTERPRISE_HR: of(
        'payroll_line',
        `t.organisation_id = :organisation and t.period = '${PLANTED_MONTH}' and not t.is_withdrawn`,
      ),
    },
    order: 't.pseudonym collate "C"',
  },
  {
    name: 'followUpTasks',
    document: () => `query ($after: String) { followUpTasks(first: 9, after: $after) {
      totalCount edges { node { id } } pageInfo { endCursor hasNextPage } } }`,
    readers: {
      CASEWORKER: of('task', `${FOLLOW_UP_TASK} and t.assignee_membership_id = :member`),
      SUPERVISOR: of(
        'task',
        `${FOLLOW_UP_TASK} and (t.assignee_membership_id is null or t.assignee_membership_id = :member)`,
      ),
    },
    order: 't.due_on, t.id',
  },
];

/** Lists that come at once. */
export const NEWER_OWN_LISTS: readonly ListOf[] = [
  {
    name: 'batchCandidateIds',
    document: () => '{ batchCandidateIds }',
    readers: ADDABLE,
    order: 't.file_number, t.id',
    most: 500,
  },
  {
    name: 'payrollMonths',
    key: 'period',
    document: () => '{ payrollMonths { period } }',
    readers: { ENTERPRISE_HR: ownMonths },
    order: 't.period desc',
  },
  {
    name: 'payFindingBoard',
    document: () => '{ payFindingBoard { id } }',
    readers: {
      CASEWORKER: of('pay_finding', `${HERS} and ${ON_THE_BOARD}`),
      SUPERVISOR: of('pay_finding', ON_THE_BOARD),
    },
    order: 'coalesce(t.due_on, t.triage_due_on) nulls last, t.detected_at, t.id',
    most: 300,
  },
  {
    name: 'payTasks',
    document: () => '{ payTasks { id } }',
    readers: {
      SUPERVISOR: of(
        'task',
        `t.status = 'OPEN' and t.kind in ('PAY_RETALIATION_REVIEW', 'PAYROLL_REQUEST', 'SEGREGATED_POST_REVIEW')`,
      ),
    },
    order: 't.due_on, t.id',
    most: 100,
  },
  {
    name: 'payFindingAuthorities',
    document: () => '{ payFindingAuthorities { id } }',
    readers: { SUPERVISOR: of('organisation', `t.kind = 'EMPLOYMENT_OFFICE'`) },
    order: 't.name, t.id',
  },
  {
    name: 'enterprisePayFindings',
    document: () => '{ enterprisePayFindings { id } }',
    readers: {
      ENTERPRISE_HR: of(
        'pay_finding',
        `t.organisation_id = :organisation and t.notified_at is not null and t.status <> 'SUPERSEDED' and exists (
           select from consent_grant g where g.county_id = :county and g.id = t.consent_grant_id and g.client_id = t.client_id
              and g.recipient_organisation_id = :organisation and g.status = 'ACTIVE' and g.revoked_at is null
              and g.valid_to >= (now() at time zone 'Asia/Shanghai')::date)`,
      ),
    },
  },
  {
    name: 'myPayFindings',
    document: () => '{ myPayFindings { id } }',
    readers: { CLIENT: of('pay_finding', `t.client_id = :client and t.status <> 'SUPERSEDED'`) },
  },
  {
    name: 'myFollowUps',
    document: () => '{ myFollowUps { id } }',
    readers: {
      CLIENT: of(
        'follow_up_milestone',
        `t.client_id = :client and t.status in ('SCHEDULED', 'DUE', 'SNOOZED')
           and coalesce(t.snoozed_until, t.due_on) <= (now() at time zone 'Asia/Shanghai')::date and not exists (
           select from follow_up_answer a where a.county_id = :county and a.milestone_id = t.id)`,
      ),
    },
  },
  {
    name: 'complaintSubjects',
    document: () => '{ complaintSubjects { id } }',
    readers: { CLIENT: of('membership', IN_TOUCH) },
  },
  {
    name: 'myNextLesson',
    document: () => '{ myNextLesson { id } }',
    readers: {
      CLIENT: of(
        'lesson',
        `t.ends_at > now() and not t.is_cancelled and exists (
           select from enrolment e join course_session s on s.county_id = :county and s.id = e.session_id
            where e.county_id = :county and e.session_id = t.session_id and e.client_id = :client
              and e.status in ('CONFIRMED', 'ATTENDING') and s.status <> 'CANCELLED')`,
      ),
    },
    order: 't.starts_at, t.id',
    most: 1,
  },
  {
    name: 'myProfile',
    key: 'objectsToRanking',
    document: () => '{ myProfile { objectsToRanking } }',
    readers: {
      CLIENT: `select t.objects_to_ranking::text as id from client t where t.county_id = :county and t.id = :client`,
    },
  },
];

/** Lists of the schema that stand in no table, and why. */
export const ASKED_APART: Readonly<Record<string, string>> = {
  matchesForClient: 'computed; asked of own and foreign clients below',
  matchesForPosition: 'computed; asked of own and foreign clients below',
  nearMissesForClient: 'computed; asked of own and foreign clients below',
  sessionParticipants: 'asked of every session below',
  slotDecisions: 'figures per enterprise, about no person: libs/features/pay-equity/finding-decisions',
  jobKinds: 'figures per kind of job, about no person; asked by every role in the permission matrix',
  certificates: 'a list of words, the same for everybody',
  occupations: 'a list of words, the same for everybody',
  skills: 'a list of words, the same for everybody',
  townships: 'a list of words, the same for everybody',
  consentScopes: 'a list of words, the same for everybody',
  holidayYears: 'published days, the same for everybody',
  minimumWages: 'published figures, the same for everybody',
  minimumWageEffect: 'figures per enterprise, about no person: libs/features/pay-equity/pay-parameters',
  scoreWeights: 'the county’s own settings, the same for every reader',
  milestoneTemplates: 'the county’s own settings, the same for every reader',
};
