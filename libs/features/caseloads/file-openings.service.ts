import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import {
  checkedSentence,
  closesAt,
  openingReviewLifecycle,
  SEARCHES_A_DAY,
  type OpeningReason,
  type OpeningReview,
  type WordingCode,
} from '#domain/caseloads/file-opening';
import { mayBecome } from '#domain/common/lifecycle';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { isAnotherPerson } from '#domain/common/person';
import { Role } from '#domain/common/role';
import { ClientReader } from '#features/clients';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { Live } from '#platform/live/live';
import { FileOpeningsRepository } from './file-openings.repository';
import { FileSearch } from './file-search';
import { OpeningSentences } from './opening-sentences';

/** Why a file was not opened or an opening not reviewed. */
export type OpeningCode =
  | WordingCode
  | 'NOT_FOUND'
  | 'SEVERAL_FOUND'
  | 'TOO_MANY_SEARCHES'
  | 'ALREADY_IN_CASELOAD'
  | 'WRONG_STATE'
  | 'SAME_PERSON';

/** A file to be opened: whose, and why. */
export interface WantedOpening {
  readonly search: string;
  readonly reason: OpeningReason;
  readonly explanation: string;
}

/** A verdict on an opening. */
export interface NewReview {
  readonly verdict: OpeningReview;
  readonly note: string;
}

const NOTE = { least: 0, most: 200 } as const;

/** Opens files by break-glass: for a reason, for an hour, to read, before the eyes of the client and a second person. */
@Injectable()
export class FileOpeningsService {
  constructor(
    private readonly openings: FileOpeningsRepository,
    private readonly search: FileSearch,
    private readonly sentences: OpeningSentences,
    private readonly clients: ClientReader,
    private readonly audit: Audit,
    private readonly live: Live,
  ) {}

  /** Opens the file of the one person who answers to the search; nothing of her is in the answer yet. */
  async open(tx: Tx, wanted: WantedOpening): Promise<Outcome<{ id: string }, OpeningCode>> {
    const explanation = checkedSentence(wanted.explanation, ['input', 'explanation']);
    if (!explanation.ok) return explanation;
    const found = await this.found(tx, wanted.search);
    if (!found.ok) return found;
    const clientId = found.value;
    const id = uuidv7();
    await this.openings.insert(tx, {
      id,
      clientId,
      readerMembershipId: tx.actor.membershipId ?? '',
      organisationId: tx.actor.organisationId ?? '',
      reason: wanted.reason,
      explanationEnc: await this.sentences.seal(tx, id, 'explanation_enc', explanation.value),
      openedAt: tx.now,
      closesAt: closesAt(tx.now),
      createdAt: tx.now,
    });
    await this.audit.record(tx, { action: 'file.opened', subjectType: 'client', subjectId: clientId, fields: ['*'] });
    await this.live.notify(tx, { type: 'file-opening', id, roles: [Role.SUPERVISOR, Role.CLIENT], clientId });
    return done({ id });
  }

  /** Gives the verdict of a second natural person; once. */
  async review(tx: Tx, id: string, { verdict, note }: NewReview): Promise<Outcome<{ id: string }, OpeningCode>> {
    const opening = await this.openings.byId(tx, id);
    if (opening === null) return refused(refusal('NOT_FOUND', ['id']));
    const checked = checkedSentence(note, ['note'], NOTE);
    if (!checked.ok) return checked;
    if (!mayBecome(openingReviewLifecycle, opening.review, verdict)) return refused(refusal('WRONG_STATE', ['id']));
    const personId = await this.openings.personOf(tx, tx.actor.membershipId);
    if (personId === null || !isAnotherPerson({ personId }, { personId: opening.readerPersonId }))
      return refused(refusal('SAME_PERSON', ['id']));
    const noteEnc = checked.value === '' ? null : await this.sentences.seal(tx, id, 'review_note_enc', checked.value);
    if (!(await this.openings.review(tx, id, verdict, noteEnc))) return refused(refusal('WRONG_STATE', ['id']));
    await this.audit.record(tx, {
      action: 'file.reviewed',
      subjectType: 'file_opening',
      subjectId: id,
      fields: ['review'],
    });
    const { clientId } = opening;
    await this.live.notify(tx, {
      type: 'file-opening',
      id,
      roles: [Role.SUPERVISOR, Role.CASEWORKER, Role.CLIENT],
      clientId,
    });
    return done({ id });
  }

  private async found(tx: Tx, text: string): Promise<Outcome<string, OpeningCode>> {
    const field = ['input', 'search'];
    const { clientId, matches, searches } = await this.openings.find(tx, await this.search.wanted(tx, text));
    if (searches >= SEARCHES_A_DAY) return refused(refusal('TOO_MANY_SEARCHES', field, { most: SEARCHES_A_DAY }));
    if (matches > 1) return refused(refusal('SEVERAL_FOUND', field));
    if (clientId === null) return refused(refusal('NOT_FOUND', field));
    const isHers = tx.actor.role === Role.CASEWORKER && (await this.clients.byId(tx, clientId)) !== null;
    if (isHers) return refused(refusal('ALREADY_IN_CASELOAD', field)); // a supervisor opens what her reading leaves out
    return done(clientId);
  }
}
