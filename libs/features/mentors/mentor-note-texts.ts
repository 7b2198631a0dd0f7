import { Injectable } from '@nestjs/common';
import type { Day } from '#domain/common/day';
import type { ClientFieldPlace } from '#platform/crypto/client-keys';
import { ClientKeyHidden, FieldCrypto } from '#platform/crypto/field-crypto';
import type { Tx } from '#platform/database/transaction';
import type { StoredMentorNote } from './mentor-notes.repository';

/** A note as its mentor reads it. */
export interface ReadMentorNote {
  readonly id: string;
  readonly clientId: string;
  readonly writtenAt: Date;
  /** Null where only the day of the next contact was named. */
  readonly text: string | null;
  readonly nextContactOn: Day | null;
}

const place = ({ id, clientId }: { readonly id: string; readonly clientId: string }): ClientFieldPlace => ({
  table: 'mentor_note',
  column: 'note_enc',
  rowId: id,
  clientId,
});

/** Seals a mentor's notes under the client's key and opens them: whoever lost her consent opens nothing. */
@Injectable()
export class MentorNoteTexts {
  constructor(private readonly crypto: FieldCrypto) {}

  /** A text, sealed for its row. */
  sealed(tx: Tx, row: { readonly id: string; readonly clientId: string }, text: string): Promise<Buffer> {
    return this.crypto.encrypt(tx, place(row), text);
  }

  /** The notes opened, in their order; those whose key is hidden by now are left out. */
  async opened(tx: Tx, rows: readonly StoredMentorNote[]): Promise<ReadMentorNote[]> {
    const opened: ReadMentorNote[] = [];
    for (const { noteEnc, ...note } of rows) {
      try {
        opened.push({ ...note, text: noteEnc === null ? null : await this.crypto.decrypt(tx, place(note), noteEnc) });
      } catch (error) {
        if (!(error instanceof ClientKeyHidden)) throw error; // the consent ended between the two reads: nothing to show
      }
    }
    return opened;
  }
}
