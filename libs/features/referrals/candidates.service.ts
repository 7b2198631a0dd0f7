import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/common/day';
import type { ConsentPurpose, FieldGroup } from '#domain/consent/consent-codes';
import { DISCLOSURE_NOTICES, type InTwoLanguages } from '#domain/consent/disclosure-notice';
import { STATES_SHOWN_TO_ENTERPRISE, STATES_WITH_IDENTITY } from '#domain/referrals/referral-lifecycle';
import { ClientReader, type ClientIdentity } from '#features/clients';
import {
  basisIdOf,
  DisclosuresRepository,
  SharedViewsRepository,
  type DisclosureBasis,
  type SharedGround,
  type Shown,
} from '#features/consent';
import type { Tx } from '#platform/database/transaction';
import type { InstantPage, PageRequest } from '#platform/database/page';
import type { BlindCard } from './blind-card';
import { ReferralsRepository, type ReferralCriteria, type ReferralRow } from './referrals.repository';

/** Something disclosed, with what it may be used for and until when. */
export interface Disclosed {
  readonly notice: InTwoLanguages;
  /** Last day of the consent; null where the contract is what it rests on. */
  readonly validTo: Day | null;
}

/** Who a candidate is. */
export interface KnownIdentity extends ClientIdentity, Disclosed {}

/** What a workplace would have to arrange for a candidate. */
export interface KnownWorkNeeds extends Disclosed {
  readonly needs: readonly string[];
}

/** A candidate with what is open of her to this enterprise now; what is not open is null. */
export interface ReadCandidate {
  readonly row: ReferralRow;
  readonly card: (Disclosed & { readonly facts: BlindCard }) | null;
  readonly identity: KnownIdentity | null;
  readonly workNeeds: KnownWorkNeeds | null;
}

/** Shows an enterprise its candidates, and puts on record what was shown before the answer leaves. */
@Injectable()
export class CandidatesService {
  constructor(
    private readonly referrals: ReferralsRepository,
    private readonly clients: ClientReader,
    private readonly shared: SharedViewsRepository,
    private readonly disclosures: DisclosuresRepository,
  ) {}

  /** One page of the enterprise's candidates; the transaction must be a writing one. */
  async page(
    tx: Tx,
    criteria: ReferralCriteria,
    request: PageRequest,
  ): Promise<InstantPage<ReadCandidate & { id: string }>> {
    const page = await this.referrals.page(tx, criteria, request);
    const shown = await this.disclosed(tx, page.rows.slice(0, request.limit));
    const rest = page.rows.slice(request.limit).map(undisclosed);
    return { ...page, rows: [...shown, ...rest].map((candidate) => ({ ...candidate, id: candidate.row.id })) };
  }

  /** One candidate; null where there is none. */
  async byId(tx: Tx, id: string): Promise<ReadCandidate | null> {
    const rows = await this.referrals.byIds(tx, [id]);
    return (await this.disclosed(tx, rows))[0] ?? null;
  }

  private async disclosed(tx: Tx, rows: readonly ReferralRow[]): Promise<ReadCandidate[]> {
    const cards = await this.cards(tx, rows);
    const identities = await this.identities(tx, rows);
    const needs = await this.workNeeds(tx, rows);
    const shown: Shown[] = [];
    const open = <G extends SharedGround>(
      row: ReferralRow,
      fieldGroup: FieldGroup,
      ground: G | undefined,
    ): G | null => {
      if (ground === undefined) return null;
      shown.push({ clientId: row.clientId, basis: basisOf(ground), fieldGroup });
      return ground;
    };
    const candidates = rows.map((row): ReadCandidate => {
      const card = open(row, 'PROFILE', cards.get(row.id));
      const identity = open(row, 'IDENTITY', identities.get(row.id));
      const need = open(row, 'WORK_NEEDS', needs.get(row.id));
      return {
        row,
        card: card === null ? null : { facts: card.card, ...disclosedBy(card, 'SHARE_PROFILE') },
        identity:
          identity === null
            ? null
            : { name: identity.name, phone: identity.phone, ...disclosedBy(identity, 'SHARE_IDENTITY') },
        workNeeds: need === null ? null : { needs: [...need.needs], ...disclosedBy(need, 'SHARE_PROFILE') },
      };
    });
    await this.disclosures.record(tx, distinct(shown));
    return candidates;
  }

  private async cards(tx: Tx, rows: readonly ReferralRow[]) {
    const cards = await this.shared.cards<BlindCard>(
      tx,
      rows.filter(({ status }) => STATES_SHOWN_TO_ENTERPRISE.includes(status)).map(({ id }) => id),
    );
    return new Map(cards.map((card) => [card.referralId, card]));
  }

  /** Names by referral: another referral of the same person that has not come that far stays without one. */
  private async identities(tx: Tx, rows: readonly ReferralRow[]) {
    const named = rows.filter(({ status }) => STATES_WITH_IDENTITY.includes(status));
    const open = await this.shared.identities(
      tx,
      named.map(({ clientId }) => clientId),
    );
    const names = await this.clients.openedIdentities(
      tx,
      open.map(({ clientId, nameEnc, phoneEnc }) => ({ id: clientId, nameEnc, phoneEnc })),
    );
    const grounds = new Map(open.map((one) => [one.clientId, one]));
    return new Map(
      named.flatMap(({ id, clientId }) => {
        const ground = grounds.get(clientId);
        const name = names.get(clientId);
        return ground === undefined || name === undefined ? [] : [[id, { ...ground, ...name }] as const];
      }),
    );
  }

  private async workNeeds(tx: Tx, rows: readonly ReferralRow[]) {
    const shown = rows.filter(({ status }) => STATES_SHOWN_TO_ENTERPRISE.includes(status));
    const open = await this.shared.workNeeds(
      tx,
      shown.map(({ clientId }) => clientId),
    );
    const opened = await this.clients.openedNeeds(tx, open);
    const grounds = new Map(open.map((one) => [one.clientId, one]));
    return new Map(
      shown.flatMap(({ id, clientId }) => {
        const ground = grounds.get(clientId);
        const needs = opened.get(clientId);
        return ground === undefined || needs === undefined ? [] : [[id, { ...ground, needs }] as const];
      }),
    );
  }
}

/** A row beyond the page: it only tells that there is more. */
const undisclosed = (row: ReferralRow): ReadCandidate => ({ row, card: null, identity: null, workNeeds: null });

function basisOf({ basis, basisId }: SharedGround): DisclosureBasis {
  switch (basis) {
    case 'CONSENT':
      return { kind: 'CONSENT', grantId: basisId };
    case 'CONTRACT':
      return { kind: 'CONTRACT', placementId: basisId };
    case 'COURSE':
      throw new Error('An enterprise holds no seats.');
  }
}

const disclosedBy = ({ basis, validTo }: SharedGround, purpose: ConsentPurpose): Disclosed => ({
  notice: DISCLOSURE_NOTICES[basis === 'CONTRACT' ? 'CONTRACT' : purpose],
  validTo,
});

/** One disclosure per client, basis and kind of fields: the same row twice in one statement would be refused. */
function distinct(shown: readonly Shown[]): Shown[] {
  return [...new Map(shown.map((one) => [`${one.clientId}|${basisIdOf(one.basis)}|${one.fieldGroup}`, one])).values()];
}
