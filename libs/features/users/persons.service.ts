import { Injectable } from '@nestjs/common';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { MembersRepository } from './members.repository';

/** Keeps which accounts belong to one natural person: "another person" is never another account of the same. */
@Injectable()
export class PersonsService {
  constructor(
    private readonly members: MembersRepository,
    private readonly audit: Audit,
  ) {}

  /** Notes that two members are one person. It is not taken back here: that would make two people of one. */
  async noteSame(tx: Tx, id: string, otherId: string): Promise<Outcome<{ id: string }, 'NOT_FOUND' | 'SAME_ACCOUNT'>> {
    const one = await this.members.byId(tx, id);
    if (one === null) return refused(refusal('NOT_FOUND', ['id']));
    const other = await this.members.byId(tx, otherId);
    if (other === null) return refused(refusal('NOT_FOUND', ['otherId']));
    if (one.accountId === other.accountId) return refused(refusal('SAME_ACCOUNT', ['otherId']));
    await tx.query('select auth.note_same_person($1, $2)', [one.accountId, other.accountId]);
    await this.audit.record(tx, {
      action: 'member.same_person',
      subjectType: 'membership',
      subjectId: id,
      fields: ['personId'],
    });
    return done({ id });
  }
}
