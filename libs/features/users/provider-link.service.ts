import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { Role } from '#domain/common/role';
import type { Actor } from '#domain/common/actor';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Audit } from '#platform/audit/audit';
import { SignInProviders, type ProvedIdentity, type ProviderBegun } from '#platform/auth/sign-in-provider';
import type { Tx } from '#platform/database/transaction';
import { Transactions } from '#platform/database/transactions';
import { OwnAccountRepository } from './own-account.repository';

/** Why an account was not linked or unlinked. */
export type ProviderLinkCode =
  'PROVIDER_NOT_HERE' | 'PROVIDER_UNAVAILABLE' | 'PROVIDER_LINKED' | 'ROLE_NOT_ALLOWED' | 'WRONG_STATE';

/** What became of a link when its owner came back from the provider. */
export type LinkResult = 'linked' | 'taken' | 'already' | 'refused';

/** In which session, and at which address, somebody links her account. */
interface Place {
  readonly origin: string;
  /** SHA-256 of the session's id. */
  readonly session: Buffer;
}

/** Links one's own account to one's identity at the sign-in provider: one of each, and only by who is in both. */
@Injectable()
export class ProviderLinkService {
  constructor(
    private readonly providers: SignInProviders,
    private readonly repository: OwnAccountRepository,
    private readonly transactions: Transactions,
    private readonly audit: Audit,
  ) {}

  /** The way to the provider, bound to this session. */
  async begin(tx: Tx, { origin, session }: Place): Promise<Outcome<{ id: string } & ProviderBegun, ProviderLinkCode>> {
    const { provider } = this.providers;
    if (provider === null) return refused(refusal('PROVIDER_NOT_HERE'));
    if (tx.actor.role === Role.CLIENT) return refused(refusal('ROLE_NOT_ALLOWED'));
    if ((await this.repository.providerLink(tx)) !== null) return refused(refusal('PROVIDER_LINKED'));
    const accountId = tx.actor.accountId ?? '';
    const begun = await provider.begin(origin, { accountId, session: session.toString('base64url') });
    return typeof begun === 'string' ? refused(refusal('PROVIDER_UNAVAILABLE')) : done({ id: accountId, ...begun });
  }

  /** Links the account of who came back; an identity that is another account's stays there. */
  async finish(actor: Actor, { issuer, digest }: ProvedIdentity): Promise<LinkResult> {
    return this.transactions.run(actor, async (tx) => {
      const [row] = await tx.query<{ result: string }>('select auth.link_provider($1, $2, $3) as result', [
        uuidv7(),
        issuer,
        digest,
      ]);
      const result = RESULTS[row?.result ?? ''] ?? 'refused';
      await this.record(tx, result === 'linked' ? 'account.provider-linked' : 'account.provider-not-linked', result);
      return result;
    });
  }

  /** Takes the link away; password, passkeys and second step stay as they are. */
  async unlink(tx: Tx): Promise<Outcome<{ id: string }, ProviderLinkCode>> {
    const [row] = await tx.query<{ gone: boolean }>('select auth.unlink_provider() as gone');
    if (row?.gone !== true) return refused(refusal('WRONG_STATE'));
    await this.record(tx, 'account.provider-unlinked', 'linked');
    return done({ id: tx.actor.accountId ?? '' });
  }

  private async record(tx: Tx, action: string, result: LinkResult): Promise<void> {
    const act = { action, subjectType: 'user_account', subjectId: tx.actor.accountId ?? '', fields: ['provider'] };
    await (result === 'linked' ? this.audit.record(tx, act) : this.audit.recordDenied(tx, act));
  }
}

const RESULTS: Readonly<Record<string, LinkResult>> = { LINKED: 'linked', TAKEN: 'taken', ALREADY: 'already' };
