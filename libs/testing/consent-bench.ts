import type { Actor } from '#domain/common/actor';
import { FieldCrypto } from '#platform/crypto/field-crypto';
import { clientPlace } from '../features/clients/client-places';
import type { Bench } from './context';

/** A client with her caseworker, and an enterprise that has or may get her card. */
export interface ConsentCase {
  readonly clientId: string;
  readonly organisationId: string;
  readonly client: Actor;
  readonly caseworker: Actor;
  readonly hr: Actor;
}

/** A referral of the seed with everybody around it. */
export interface ReferredCase extends ConsentCase {
  readonly referralId: string;
}

interface CaseRow {
  readonly id: string;
  readonly clientId: string;
  readonly organisationId: string;
  readonly caseworkerId: string;
  readonly caseworkerAccount: string;
  readonly officeId: string;
  readonly hrId: string;
  readonly hrAccount: string;
}

/** The referrals in this state, each with its client, her caseworker and a personnel officer; one per client. */
export async function referredCases(bench: Bench, status: string, more = 'true'): Promise<ReferredCase[]> {
  const rows = await bench.rows<CaseRow>(
    `select distinct on (r.client_id) r.id, r.client_id as "clientId", r.organisation_id as "organisationId",
            w.id as "caseworkerId", w.account_id as "caseworkerAccount", w.organisation_id as "officeId",
            h.id as "hrId", h.account_id as "hrAccount"
       from referral r join client c on c.id = r.client_id join membership w on w.id = c.caseworker_membership_id
       join membership h on h.organisation_id = r.organisation_id and h.role = 'ENTERPRISE_HR'
      where r.status = $1 and ${more} order by r.client_id, r.id, h.id`,
    [status],
  );
  return rows.map((row) => caseOf(bench.countyId, row));
}

function caseOf(countyId: string, row: CaseRow): ReferredCase {
  const nobody = { countyId, accountId: null, membershipId: null, organisationId: null, clientId: null };
  return {
    referralId: row.id,
    clientId: row.clientId,
    organisationId: row.organisationId,
    client: { ...nobody, role: 'CLIENT', clientId: row.clientId },
    caseworker: {
      ...nobody,
      role: 'CASEWORKER',
      accountId: row.caseworkerAccount,
      membershipId: row.caseworkerId,
      organisationId: row.officeId,
    },
    hr: {
      ...nobody,
      role: 'ENTERPRISE_HR',
      accountId: row.hrAccount,
      membershipId: row.hrId,
      organisationId: row.organisationId,
    },
  };
}

/** Everything that a consent, a request or a withdrawal could change, in short. */
export async function consentState(bench: Bench): Promise<object | undefined> {
  const [state] = await bench.rows(
    `select (select md5(string_agg(g::text, '' order by id)) from consent_grant g) as grants,
            (select md5(string_agg(q::text, '' order by id)) from consent_request q) as requests,
            (select md5(string_agg(v::text, '' order by id)) from consent_review v) as reviews,
            (select md5(string_agg(r::text, '' order by id)) from referral r) as referrals,
            (select count(*) from audit_entry) as entries`,
  );
  return state;
}

/** What a workplace would have to arrange for her, as her caseworker writes it down. */
export async function plantWorkNeeds(bench: Bench, { clientId, caseworker }: ConsentCase, need: string): Promise<void> {
  const place = clientPlace(clientId, 'accommodation_needs_enc');
  const sealed = await bench.transactions.run(caseworker, (tx) => bench.app.get(FieldCrypto).encrypt(tx, place, need));
  await bench.rows('update client set accommodation_needs_enc = $2 where id = $1', [clientId, sealed]);
}
