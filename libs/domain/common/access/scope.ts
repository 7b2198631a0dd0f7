/**
 * How far a cell of the policy matrix reaches: which rows of a type a role may read or write. What has no cell has no
 * row. `libs/platform/access` says each of them in SQL, and row-level security says them a second time.
 */
export const Scope = {
  /** Every row of the actor's county. */
  COUNTY: 'COUNTY',
  /** Rows about the clients of a supervisor's team: today every client of the county. */
  TEAM: 'TEAM',
  /** Rows about the clients of a caseworker's caseloads. */
  CASELOAD: 'CASELOAD',
  /** The client whose file was opened by break-glass, for the one request that names her. */
  OPENED: 'OPENED',
  /** Rows about the client herself. */
  OWN_FILE: 'OWN_FILE',
  /** Rows of the actor's own enterprise. */
  OWN_ENTERPRISE: 'OWN_ENTERPRISE',
  /** Rows of the own enterprise from the moment at which they were sent or notified to it. */
  SENT_TO_ENTERPRISE: 'SENT_TO_ENTERPRISE',
  /** Findings told to the own enterprise, while the client's consent to name it lives. */
  NAMED_TO_ENTERPRISE: 'NAMED_TO_ENTERPRISE',
  /** Papers behind the answers of enterprises to the findings of a supervisor's team. */
  FINDING_EVIDENCE: 'FINDING_EVIDENCE',
  /** Rows that the membership itself made, asked for or has to do. */
  OWN: 'OWN',
  /** Rows that another natural person made: a second look is never one's own. */
  OTHERS: 'OTHERS',
  /** Rows that the membership writes in its own name. */
  AUTHORED: 'AUTHORED',
  /** Rows of the actor's own account, whatever its membership. */
  OWN_ACCOUNT: 'OWN_ACCOUNT',
  /** Rows of the sessions that a trainer holds, and the people in them. */
  OWN_SESSIONS: 'OWN_SESSIONS',
  /** Rows of the sessions that a client was ever enrolled in. */
  ENROLLED: 'ENROLLED',
  /** What a client was ever put forward for, or works in. */
  PROPOSED_TO_HER: 'PROPOSED_TO_HER',
  /** Papers of the sample of recorded consents that another member recorded. */
  SAMPLED: 'SAMPLED',
  /** Complaints, and keys of clients with complaints, that are the actor's to read: never about herself. */
  COMPLAINT: 'COMPLAINT',
  /** Open slots of positions that a client was put forward for, and the slot that is held for her. */
  HELD_FOR_HER: 'HELD_FOR_HER',
  /** Clients with a live grant to the actor's organisation for this group and purpose, or a running contract with it. */
  GRANTED: 'GRANTED',
  /** Rows of the mentor's own about people who share their name with her. */
  MENTORED: 'MENTORED',
  /** Clients with seats in the sessions that the actor holds. */
  SEATED: 'SEATED',
  /** Clients with seats in any session. */
  SEATED_ANYWHERE: 'SEATED_ANYWHERE',
  /** One's own organisation and the public bodies, never another enterprise. */
  OWN_OR_PUBLIC: 'OWN_OR_PUBLIC',
  /** Members who are no clients, and oneself. */
  STAFF: 'STAFF',
  /** One's own organisation's members, and those of the office and the base whom one deals with. */
  CONTACT_PERSONS: 'CONTACT_PERSONS',
} as const;

/** One of the scopes. */
export type Scope = (typeof Scope)[keyof typeof Scope];
