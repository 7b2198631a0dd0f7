import { Injectable } from '@nestjs/common';
import type { OpeningReason, OpeningReview } from '#domain/caseloads/file-opening';
import { visibleTo } from '#platform/access/visible';
import type { Tx } from '#platform/database/transaction';
import { FileOpening } from './file-opening.entity';

/** An opening as stored; the sentences are still encrypted. */
export interface OpeningRow {
  readonly id: string;
  readonly clientId: string;
  readonly fileNumber: string;
  readonly readerId: string;
  readonly readerName: string;
  readonly officeName: string;
  readonly reason: OpeningReason;
  readonly explanationEnc: Buffer;
  readonly openedAt: Date;
  readonly closesAt: Date;
  readonly review: OpeningReview;
  readonly reviewerName: string | null;
  readonly reviewedAt: Date | null;
  readonly reviewNoteEnc: Buffer | null;
  readonly readerPersonId: string;
}

/** What a search found: an id only where exactly one person answers to it. */
export interface FoundFile {
  readonly clientId: string | null;
  readonly matches: number;
  readonly searches: number;
}

/** By what one person is looked for; the rest is null. */
export interface WantedFile {
  readonly fileNumber: string | null;
  readonly name: Buffer | null;
  readonly phone: Buffer | null;
}

/** Of the client herself a caseworker who opened a file has no more in this list than the reason: her number is empty. */
const COLUMNS = `f.id, f.client_id as "clientId", coalesce(c.file_number, '') as "fileNumber",
  f.reader_membership_id as "readerId", m.display_name as "readerName", o.name as "officeName", f.reason,
  f.explanation_enc as "explanationEnc", f.opened_at as "openedAt", f.closes_at as "closesAt", f.review,
  v.display_name as "reviewerName", f.reviewed_at as "reviewedAt", f.review_note_enc as "reviewNoteEnc",
  app.person_of(f.reader_membership_id) as "readerPersonId"`;

const FROM = `file_opening f
  join membership m on m.county_id = f.county_id and m.id = f.reader_membership_id
  join organisation o on o.county_id = f.county_id and o.id = f.organisation_id
  left join client c on c.county_id = f.county_id and c.id = f.client_id
  left join membership v on v.county_id = f.county_id and v.id = f.reviewed_by_membership_id`;

/** Every query about opened files, by name. */
@Injectable()
export class FileOpeningsRepository {
  /** The one person who answers to what was typed. */
  async find(tx: Tx, wanted: WantedFile): Promise<FoundFile> {
    const [found] = await tx.query<FoundFile>(
      'select client_id as "clientId", matches, searches from app.find_file($1, $2, $3)',
      [wanted.fileNumber, wanted.name, wanted.phone],
    );
    return found ?? { clientId: null, matches: 0, searches: 0 };
  }

  insert(tx: Tx, opening: Partial<FileOpening>): Promise<unknown> {
    return tx.manager.insert(FileOpening, { ...opening, countyId: tx.actor.countyId });
  }

  /** One visible opening; null where there is none. */
  async byId(tx: Tx, id: string): Promise<OpeningRow | null> {
    const visible = visibleTo(tx, 'file_opening', 'f');
    const [row] = await tx.query<OpeningRow>(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and f.county_id = $2 and f.id = $3`,
      [visible.value, tx.actor.countyId, id],
    );
    return row ?? null;
  }

  /** The visible openings, those that wait for a review first, then the latest; at most `limit`. */
  list(tx: Tx, limit: number): Promise<OpeningRow[]> {
    const visible = visibleTo(tx, 'file_opening', 'f');
    return tx.query(
      `select ${COLUMNS} from ${FROM} where ${visible.sql} and f.county_id = $2
        order by f.review <> 'PENDING', f.opened_at desc, f.id limit $3`,
      [visible.value, tx.actor.countyId, limit],
    );
  }

  /** The natural person behind a membership; null where it is none of the county. */
  async personOf(tx: Tx, membershipId: string | null): Promise<string | null> {
    const [row] = await tx.query<{ person: string | null }>('select app.person_of($1) as person', [membershipId]);
    return row?.person ?? null;
  }

  /** Writes the review; false where somebody gave one before. */
  async review(tx: Tx, id: string, verdict: OpeningReview, noteEnc: Buffer | null): Promise<boolean> {
    const reviewed = await tx.query(
      `update file_opening
          set review = $3, reviewed_by_membership_id = $4, reviewed_at = $5, review_note_enc = $6, version = version + 1
        where county_id = $1 and id = $2 and review = 'PENDING' returning id`,
      [tx.actor.countyId, id, verdict, tx.actor.membershipId, tx.now, noteEnc],
    );
    return reviewed.length === 1;
  }
}
