import { Injectable } from '@nestjs/common';
import { STATES_WITH_IDENTITY } from '#domain/referrals/referral-lifecycle';
import { ClientReader } from '#features/clients';
import { ConsentReader, DisclosuresRepository, type Shown } from '#features/consent';
import type { Tx } from '#platform/database/transaction';
import type { Page, PageRequest } from '#platform/database/page';
import { ReferralsRepository, type ReferralCriteria, type ReferralRow } from './referrals.repository';

/** Who a candidate is, and until when that may be known. */
export interface KnownIdentity {
  readonly name: string;
  readonly phone: string | null;
  readonly notice: string;
  readonly validTo: string;
}

/** A candidate with her name, where she may be known by it. */
export interface ReadCandidate {
  readonly row: ReferralRow;
  readonly identity: KnownIdentity | null;
}

/** Travels with every name (privacy.md P5). */
const NOTICE = '仅限本岗位招聘使用，不得再提供。';

/** Shows an enterprise its candidates, and puts on record what was shown before the answer leaves. */
@Injectable()
export class CandidatesService {
  constructor(
    private readonly referrals: ReferralsRepository,
    private readonly clients: ClientReader,
    private readonly consents: ConsentReader,
    private readonly disclosures: DisclosuresRepository,
  ) {}

  /** One page of the enterprise's candidates; the transaction must be a writing one. */
  async page(tx: Tx, criteria: ReferralCriteria, request: PageRequest): Promise<Page<ReadCandidate & { id: string }>> {
    const page = await this.referrals.page(tx, criteria, request);
    const shown = await this.disclosed(tx, page.rows.slice(0, request.limit));
    const rest = page.rows.slice(request.limit).map((row) => ({ row, identity: null }));
    return { ...page, rows: [...shown, ...rest].map((candidate) => ({ ...candidate, id: candidate.row.id })) };
  }

  /** One candidate; null where there is none. */
  async byId(tx: Tx, id: string): Promise<ReadCandidate | null> {
    const rows = await this.referrals.byIds(tx, [id]);
    return (await this.disclosed(tx, rows))[0] ?? null;
  }

  private async disclosed(tx: Tx, rows: readonly ReferralRow[]): Promise<ReadCandidate[]> {
    const named = rows.filter(({ status }) => STATES_WITH_IDENTITY.includes(status));
    const identities = await this.clients.identities(
      tx,
      named.map(({ clientId }) => clientId),
    );
    const candidates: ReadCandidate[] = [];
    const shown: Shown[] = [];
    for (const row of rows) {
      if (row.card !== null && row.consentGrantId !== null)
        shown.push({ clientId: row.clientId, grantId: row.consentGrantId, fieldGroup: 'PROFILE' });
      const wanted = {
        clientId: row.clientId,
        recipientId: row.organisationId,
        purpose: 'SHARE_IDENTITY',
        fieldGroup: 'IDENTITY',
      } as const;
      const known = named.includes(row) ? identities.get(row.clientId) : undefined;
      const grant = known === undefined ? null : await this.consents.liveGrant(tx, wanted);
      if (known !== undefined && grant !== null)
        shown.push({ clientId: row.clientId, grantId: grant.id, fieldGroup: 'IDENTITY' });
      candidates.push({
        row,
        identity: known === undefined || grant === null ? null : { ...known, notice: NOTICE, validTo: grant.validTo },
      });
    }
    await this.disclosures.record(tx, distinct(shown));
    return candidates;
  }
}

/** One disclosure per client, grant and kind of fields: the same row twice in one statement would be refused. */
function distinct(shown: readonly Shown[]): Shown[] {
  return [...new Map(shown.map((one) => [`${one.clientId}|${one.grantId}|${one.fieldGroup}`, one])).values()];
}
