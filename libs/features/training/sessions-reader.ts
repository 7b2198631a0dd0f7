import { Injectable } from '@nestjs/common';
import { dayOf } from '#domain/common/day';
import type { Tx } from '#platform/database/transaction';
import { SessionsRepository, type SessionRow } from './sessions.repository';

/** Reads sessions of courses for other features. */
@Injectable()
export class SessionsReader {
  constructor(private readonly sessions: SessionsRepository) {}

  /** The visible sessions among these ids, by id. */
  async byIds(tx: Tx, ids: readonly string[]): Promise<Map<string, SessionRow>> {
    const rows = await this.sessions.byIds(tx, ids);
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** The next session for each skill or certificate that one can still enrol in, by its code; none where nobody teaches it. */
  async nextTeaching(tx: Tx, codes: readonly string[]): Promise<Map<string, SessionRow>> {
    const rows = await this.sessions.nextTeaching(tx, codes, dayOf(tx.now));
    return new Map(rows.map(({ code, ...row }) => [code, row]));
  }
}
