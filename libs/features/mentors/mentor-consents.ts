import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import { done, type Outcome } from '#domain/common/outcome';
import { ConsentPurpose, FieldGroup, WithdrawalWay } from '#domain/consent/consent-codes';
import type { ScopeCode } from '#domain/consent/consent-scopes';
import { latestValidTo } from '#domain/consent/live-grant';
import { ConsentReader, ConsentRequestsRepository, ConsentRequestsService, ConsentService } from '#features/consent';
import type { Tx } from '#platform/database/transaction';

/** Of whom, and to whom. */
interface Parties {
  readonly clientId: string;
  readonly recipientId: string;
}

/** What a mentor needs: a name and a way to reach her. What a workplace arranges is asked for apart, by hand. */
const ASKED = [FieldGroup.IDENTITY, FieldGroup.CONTACT] as const;

/** The consents on which a mentor's reading rests: asked for with the pairing, ended with it. */
@Injectable()
export class MentorConsents {
  constructor(
    private readonly reader: ConsentReader,
    private readonly consents: ConsentService,
    private readonly requests: ConsentRequestsService,
    private readonly requested: ConsentRequestsRepository,
  ) {}

  /** Asks the client, unless the same question lies before her already. */
  async ask(tx: Tx, parties: Parties): Promise<Outcome<null, ScopeCode | 'NOT_FOUND' | 'WRONG_STATE' | 'CONFLICT'>> {
    const same = (await this.openRequests(tx, parties)).some(({ fieldGroups }) =>
      ASKED.every((group) => fieldGroups.includes(group)),
    );
    if (same) return done(null);
    const wanted = { ...parties, purpose: ConsentPurpose.MENTOR_SHARE, fieldGroups: ASKED };
    const asked = await this.requests.ask(tx, { ...wanted, validTo: latestValidTo(dayOf(tx.now)) });
    return asked.ok ? done(null) : asked;
  }

  /** The client takes back whatever she gave for a mentor there, and says no to what is still asked. */
  async endAll(tx: Tx, parties: Parties): Promise<void> {
    for (const { id } of await this.openRequests(tx, parties)) await this.requests.decline(tx, id);
    for (;;) {
      const [live] = await this.liveGrants(tx, parties);
      if (live === undefined) return;
      const revoked = await this.consents.revoke(tx, live, { way: WithdrawalWay.ON_PHONE, fileId: null });
      if (!revoked.ok) return; // somebody was faster: it is over
    }
  }

  private async openRequests(tx: Tx, { clientId, recipientId }: Parties) {
    const today = dayOf(tx.now);
    return (await this.requested.ofClients(tx, [clientId])).filter(
      (request) =>
        request.status === 'OPEN' &&
        request.answerBy >= today &&
        request.recipientId === recipientId &&
        request.purpose === ConsentPurpose.MENTOR_SHARE,
    );
  }

  private async liveGrants(tx: Tx, { clientId, recipientId }: Parties): Promise<string[]> {
    const grants = (await this.reader.ofClients(tx, [clientId])).get(clientId) ?? [];
    return grants
      .filter(
        (grant) =>
          grant.status === 'ACTIVE' &&
          grant.recipientId === recipientId &&
          grant.purpose === ConsentPurpose.MENTOR_SHARE,
      )
      .map(({ id }) => id);
  }
}
