import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { dayOf, type Day } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import type { FieldGroup } from '#domain/consent/consent-codes';
import { DISCLOSURE_NOTICES, type InTwoLanguages } from '#domain/consent/disclosure-notice';
import { checkedNote, nextContactOf, type MentorNoteCode, type NewMentorNote } from '#domain/mentors/pairing';
import { ClientReader } from '#features/clients';
import { DisclosuresRepository, SharedViewsRepository, type SharedGround, type Shown } from '#features/consent';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { MentorNoteTexts, type ReadMentorNote } from './mentor-note-texts';
import { MentorNotesRepository } from './mentor-notes.repository';
import { PairingsRepository } from './pairings.repository';

/** Somebody whose mentor the reader is, as far as she agreed to it. */
export interface OwnPerson {
  /** Of the pairing; a mentor sees no id of a client. */
  readonly id: string;
  readonly name: string;
  /** Null where she shared her name alone, or has none. */
  readonly phone: string | null;
  /** When and how she may be reached; null where nothing is said, or that is not shared. */
  readonly contactRules: string | null;
  /** What a workplace has to arrange; null where that is not shared. */
  readonly workNeeds: readonly string[] | null;
  readonly notice: InTwoLanguages;
  /** Last day of the consent. */
  readonly validTo: Day | null;
  readonly pairedOn: Day;
  readonly nextContactOn: Day | null;
  readonly notes: readonly ReadMentorNote[];
}

/** Shows a mentor her people, and puts on record what was shown before the answer leaves; keeps her own notes. */
@Injectable()
export class OwnPeopleService {
  constructor(
    private readonly pairings: PairingsRepository,
    private readonly notes: MentorNotesRepository,
    private readonly texts: MentorNoteTexts,
    private readonly clients: ClientReader,
    private readonly shared: SharedViewsRepository,
    private readonly disclosures: DisclosuresRepository,
    private readonly audit: Audit,
  ) {}

  /** The people who agreed, whoever is to be contacted first above; the transaction must be a writing one. */
  async list(tx: Tx): Promise<OwnPerson[]> {
    const pairings = await this.pairings.ofMentor(tx);
    const ids = pairings.map(({ clientId }) => clientId);
    const open = await this.shared.identities(tx, ids);
    const names = await this.clients.openedIdentities(
      tx,
      open.map(({ clientId, nameEnc, phoneEnc }) => ({ id: clientId, nameEnc, phoneEnc })),
    );
    const ways = await this.shared.contactWays(tx, ids);
    const rules = await this.clients.openedContactRules(tx, ways);
    const needs = await this.shared.workNeeds(tx, ids);
    const arranged = await this.clients.openedNeeds(tx, needs);
    const notes = await this.texts.opened(tx, await this.notes.ofClients(tx, ids));
    const grounds = byClient(open);
    const people = pairings.flatMap(({ id, clientId, pairedAt }): OwnPerson[] => {
      const identity = names.get(clientId);
      const ground = grounds.get(clientId);
      if (identity === undefined || identity.name === '' || ground === undefined) return [];
      const shown = {
        phone: rules.has(clientId) ? identity.phone : null,
        contactRules: rules.get(clientId) ?? null,
        workNeeds: arranged.get(clientId) ?? null,
      };
      const own = notes.filter((note) => note.clientId === clientId);
      return [{ id, name: identity.name, ...shown, ...termsOf(ground, pairedAt), ...notedIn(own) }];
    });
    await this.disclosures.record(tx, [
      ...shownOf(open, 'IDENTITY', names),
      ...shownOf(ways, 'CONTACT', rules),
      ...shownOf(needs, 'WORK_NEEDS', arranged),
    ]);
    return people.sort(byNextContact);
  }

  /** Writes a note of the mentor's own about one of her people; it counts as nothing but her note. */
  async write(
    tx: Tx,
    pairingId: string,
    given: NewMentorNote,
  ): Promise<Outcome<{ id: string }, MentorNoteCode | 'NOT_FOUND'>> {
    const pairing = (await this.pairings.ofMentor(tx)).find(({ id }) => id === pairingId);
    if (pairing === undefined) return refused(refusal('NOT_FOUND', ['pairingId']));
    const checked = checkedNote(given, dayOf(tx.now));
    if (!checked.ok) return checked;
    const { text, nextContactOn } = checked.value;
    const id = uuidv7();
    await this.notes.insert(tx, {
      id,
      pairingId,
      clientId: pairing.clientId,
      mentorMembershipId: tx.actor.membershipId ?? '',
      writtenAt: tx.now,
      noteEnc: text === null ? null : await this.texts.sealed(tx, { id, clientId: pairing.clientId }, text),
      nextContactOn,
    });
    await this.audit.record(tx, { action: 'mentor.noted', subjectType: 'mentor_pairing', subjectId: pairingId });
    return done({ id });
  }

  /** One note of the mentor's own; null where there is none, or the client no longer shares her name. */
  async note(tx: Tx, id: string): Promise<ReadMentorNote | null> {
    const stored = await this.notes.byId(tx, id);
    return stored === null ? null : ((await this.texts.opened(tx, [stored]))[0] ?? null);
  }
}

/** What the name may be used for, until when and since when. */
const termsOf = ({ validTo }: SharedGround, pairedAt: Date): Pick<OwnPerson, 'notice' | 'validTo' | 'pairedOn'> => ({
  notice: DISCLOSURE_NOTICES.MENTOR_SHARE,
  validTo,
  pairedOn: dayOf(pairedAt),
});

const notedIn = (notes: readonly ReadMentorNote[]): Pick<OwnPerson, 'notes' | 'nextContactOn'> => ({
  notes,
  nextContactOn: nextContactOf(notes),
});

const byClient = <G extends SharedGround & { readonly clientId: string }>(rows: readonly G[]): ReadonlyMap<string, G> =>
  new Map(rows.map((row) => [row.clientId, row]));

const shownOf = (
  rows: readonly (SharedGround & { readonly clientId: string })[],
  fieldGroup: FieldGroup,
  opened: ReadonlyMap<string, unknown>,
): Shown[] =>
  rows
    .filter(({ clientId }) => opened.has(clientId))
    .map(({ clientId, basisId }) => ({ clientId, basis: { kind: 'CONSENT', grantId: basisId }, fieldGroup }));

/** Who has a day comes first, the earliest above. */
const byNextContact = (one: OwnPerson, other: OwnPerson): number =>
  (one.nextContactOn ?? '9999').localeCompare(other.nextContactOn ?? '9999') || one.id.localeCompare(other.id);
