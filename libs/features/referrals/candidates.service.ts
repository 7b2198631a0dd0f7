import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/common/day';
import type { PlacementStatus } from '#domain/placements/placement-lifecycle';
import { STATES_WITH_IDENTITY } from '#domain/referrals/referral-lifecycle';
import { ClientReader } from '#features/clients';
import { basisIdOf, ConsentReader, DisclosuresRepository, type DisclosureBasis, type Shown } from '#features/consent';
import { PlacementsReader, type PlacementRow } from '#features/placements';
import type { Tx } from '#platform/database/transaction';
import type { Page, PageRequest } from '#platform/database/page';
import { ReferralsRepository, type ReferralCriteria, type ReferralRow } from './referrals.repository';

/** Who a candidate is, and until when that may be known. */
export interface KnownIdentity {
  readonly name: string;
  readonly phone: string | null;
  readonly notice: string;
  /** Last day of the consent; null where the contract is what it rests on. */
  readonly validTo: Day | null;
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
    private readonly placements: PlacementsReader,
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
    const contracts = await this.placements.ofReferrals(
      tx,
      named.map(({ id }) => id),
    );
    const candidates: ReadCandidate[] = [];
    const shown: Shown[] = [];
    for (const row of rows) {
      const { clientId, consentGrantId } = row;
      if (row.card !== null && consentGrantId !== null)
        shown.push({ clientId, basis: { kind: 'CONSENT', grantId: consentGrantId }, fieldGroup: 'PROFILE' });
      const known = named.includes(row) ? identities.get(clientId) : undefined;
      const ground = known === undefined ? null : await this.groundFor(tx, row, contracts.get(row.id));
      if (ground !== null) shown.push({ clientId, basis: ground.basis, fieldGroup: 'IDENTITY' });
      const isShown = known !== undefined && ground !== null;
      candidates.push({ row, identity: isShown ? { ...known, notice: NOTICE, validTo: ground.validTo } : null });
    }
    await this.disclosures.record(tx, distinct(shown));
    return candidates;
  }

  /** Why the enterprise may know the name now: the contract while it lasts, before it a live consent. */
  private async groundFor(tx: Tx, row: ReferralRow, contract: PlacementRow | undefined): Promise<Ground | null> {
    if (contract !== undefined && RUNNING.includes(contract.status))
      return { basis: { kind: 'CONTRACT', placementId: contract.id }, validTo: null };
    const grant = await this.consents.liveGrant(tx, {
      clientId: row.clientId,
      recipientId: row.organisationId,
      purpose: 'SHARE_IDENTITY',
      fieldGroup: 'IDENTITY',
    });
    return grant === null ? null : { basis: { kind: 'CONSENT', grantId: grant.id }, validTo: grant.validTo };
  }
}

/** What a name rests on. */
interface Ground {
  readonly basis: DisclosureBasis;
  readonly validTo: Day | null;
}

/** The states of a contract that has not ended. */
const RUNNING: readonly PlacementStatus[] = ['PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED'];

/** One disclosure per client, basis and kind of fields: the same row twice in one statement would be refused. */
function distinct(shown: readonly Shown[]): Shown[] {
  return [...new Map(shown.map((one) => [`${one.clientId}|${basisIdOf(one.basis)}|${one.fieldGroup}`, one])).values()];
}
