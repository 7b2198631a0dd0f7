import { Injectable } from '@nestjs/common';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Audit } from '#platform/audit/audit';
import { Passwords } from '#platform/auth/passwords';
import type { Tx } from '#platform/database/transaction';
import { Outbox } from '#platform/outbox/outbox';
import { AccountNotice } from './account.jobs';
import type { MemberCode } from './member-rules';
import { MembersRepository, type MemberRow } from './members.repository';
import { PasswordLinks } from './password-link.service';
import type { AccountStatus } from './user-account.entity';

type Answer = Promise<Outcome<{ id: string }, MemberCode>>;

const CODE_HOURS = 72;

/** Lets a member's account in again, or shuts it. Nobody does it to herself. */
@Injectable()
export class MemberAccessService {
  constructor(
    private readonly members: MembersRepository,
    private readonly passwords: Passwords,
    private readonly links: PasswordLinks,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  /** Mails a new link to who has an address. */
  async mailLink(tx: Tx, id: string): Answer {
    const member = await this.another(tx, id);
    if (!member.ok) return member;
    const { accountId, workEmail, status } = member.value;
    if (status === 'ENDED') return refused(refusal('WRONG_STATE', ['id']));
    if (workEmail === null) return refused(refusal('ADDRESS_REQUIRED', ['id']));
    await this.links.send(tx, accountId, 'INVITATION');
    return this.recorded(tx, 'member.reinvited', id);
  }

  /** Issues a new one-time code: the password before it no longer opens, all sign-ins end, and she is told by mail. */
  async issueCode(tx: Tx, id: string, oneTimeCode: string): Answer {
    const member = await this.another(tx, id);
    if (!member.ok) return member;
    const { accountId, status } = member.value;
    if (status === 'ENDED') return refused(refusal('WRONG_STATE', ['id']));
    await tx.query('select auth.set_password($1, $2, now() + make_interval(hours => $3))', [
      accountId,
      await this.passwords.hash(oneTimeCode),
      CODE_HOURS, // by the clock that lets it run out
    ]);
    await tx.query('select auth.end_account_sessions($1)', [accountId]);
    await this.outbox.add(tx, AccountNotice, { subjectId: accountId, data: { kind: 'CODE_ISSUED' } });
    return this.recorded(tx, 'member.code-issued', id);
  }

  /** Shuts an account or opens it again; a county keeps an administrator who can sign in. */
  async setStatus(tx: Tx, id: string, wanted: AccountStatus): Answer {
    const member = await this.another(tx, id);
    if (!member.ok) return member;
    const { accountId } = member.value;
    const isLast = wanted === 'DISABLED' && (await this.members.otherAdministrators(tx, accountId)) === 0;
    if (isLast) return refused(refusal('LAST_ADMINISTRATOR', ['id']));
    const [row] = await tx.query<{ set: boolean }>('select auth.set_account_status($1, $2) as set', [
      accountId,
      wanted,
    ]);
    if (row?.set !== true) return refused(refusal('WRONG_STATE', ['id']));
    return this.recorded(tx, wanted === 'ACTIVE' ? 'member.enabled' : 'member.disabled', id);
  }

  /** Undoes the link to the sign-in provider, and ends what it may have opened. */
  async unlinkProvider(tx: Tx, id: string): Answer {
    const member = await this.another(tx, id);
    if (!member.ok) return member;
    const { accountId } = member.value;
    const [row] = await tx.query<{ gone: boolean }>('select auth.unlink_member_provider($1) as gone', [accountId]);
    if (row?.gone !== true) return refused(refusal('WRONG_STATE', ['id']));
    await tx.query('select auth.end_account_sessions($1)', [accountId]);
    return this.recorded(tx, 'member.provider-unlinked', id);
  }

  private async another(tx: Tx, id: string): Promise<Outcome<MemberRow, MemberCode>> {
    const member = await this.members.byId(tx, id);
    if (member === null) return refused(refusal('NOT_FOUND', ['id']));
    return (await this.members.isActor(tx, id)) ? refused(refusal('OWN_MEMBERSHIP', ['id'])) : done(member);
  }

  private async recorded(tx: Tx, action: string, id: string): Promise<Outcome<{ id: string }, never>> {
    await this.audit.record(tx, { action, subjectType: 'membership', subjectId: id });
    return done({ id });
  }
}
