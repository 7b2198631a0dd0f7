import { Injectable } from '@nestjs/common';
import type { IndexedPosition } from '#domain/matching/ranking-index/position-columns';
import type { RunSize } from '#domain/matching/ranking-index/runs';
import type { Tx } from '#platform/database/transaction';
import { INDEXED_SQL, indexedPositions, type IndexedRow } from './indexed-rows';

/** The version of an index: the snapshot of the database up to which it has followed (`pg_snapshot` as text). */
export type IndexStamp = string;

/** Rows of one page while an index is filled. */
export const INDEX_PAGE = 5_000;

const OPEN = `position p join cooperation_agreement a on a.county_id = p.county_id and a.id = p.agreement_id
  where p.county_id = $1 and p.status = 'PUBLISHED' and exists (
    select from job_slot s where s.county_id = p.county_id and s.position_id = p.id and s.status = 'OPEN')`;

/** Changes that the snapshot $2 has not seen. */
const UNSEEN = `position_change c where c.county_id = $1
  and c.transaction >= pg_snapshot_xmin($2::pg_snapshot)::text::bigint
  and not pg_visible_in_snapshot(c.transaction::text::xid8, $2::pg_snapshot)`;

/** What the ranking index reads: open positions without anything of a person, and what changed since. */
@Injectable()
export class RankingIndexRepository {
  /** The present version: what is read after it has at least all that it has seen. */
  async stamp(tx: Tx): Promise<IndexStamp> {
    const [row] = await tx.query<{ stamp: string }>('select pg_current_snapshot()::text as stamp');
    if (row === undefined) throw new Error('There is always a snapshot.');
    return row.stamp;
  }

  /** True where nothing has changed that an index of this version has not seen. */
  async isCurrent(tx: Tx, stamp: IndexStamp): Promise<boolean> {
    const rows = await tx.query(`select 1 from ${UNSEEN} limit 1`, [tx.actor.countyId, stamp]);
    return rows.length === 0;
  }

  /** The positions that changed since a version. */
  async changedSince(tx: Tx, stamp: IndexStamp): Promise<string[]> {
    const rows = await tx.query<{ id: string }>(`select distinct c.position_id as id from ${UNSEEN}`, [
      tx.actor.countyId,
      stamp,
    ]);
    return rows.map(({ id }) => id);
  }

  /** How many open positions each township has of each kind of work, those of one kind one after the other. */
  async runSizes(tx: Tx): Promise<RunSize[]> {
    const [page] = await tx.query<{ sizes: [string, string, string, number][] | null }>(
      `select json_agg(json_build_array(r.township, r.occupation_code, r.shift, r.rows)
                       order by r.occupation_code, r.shift, r.township) as sizes
         from (select p.township, p.occupation_code, p.shift, count(*) as rows from ${OPEN} group by 1, 2, 3) r`,
      [tx.actor.countyId],
    );
    return (page?.sizes ?? []).map(([township, occupationCode, shift, rows]) => ({
      township,
      occupationCode,
      shift,
      rows,
    }));
  }

  /** One page of the open positions in the order of ids, after an id; an empty page is the end. */
  page(tx: Tx, after: string | null): Promise<IndexedPosition[]> {
    return this.positions(tx, `($2::uuid is null or p.id > $2) order by p.id limit ${INDEX_PAGE}`, after);
  }

  /** Those of these positions that are open. */
  open(tx: Tx, ids: readonly string[]): Promise<IndexedPosition[]> {
    return this.positions(tx, 'p.id = any ($2::uuid[])', ids);
  }

  /** True where the county has at least so many open slots. */
  async hasOpenSlots(tx: Tx, atLeast: number): Promise<boolean> {
    const [row] = await tx.query<{ n: number }>(
      `select count(*)::int as n from (select from job_slot s where s.county_id = $1 and s.status = 'OPEN' limit $2::int) s`,
      [tx.actor.countyId, atLeast],
    );
    return (row?.n ?? 0) >= atLeast;
  }

  /** The counties of this deployment. */
  async counties(tx: Tx): Promise<string[]> {
    return (await tx.query<{ id: string }>('select id from county order by id')).map(({ id }) => id);
  }

  /** Minutes from a township to the others. */
  async minutesFrom(tx: Tx, township: string): Promise<ReadonlyMap<string, number>> {
    const rows = await tx.query<{ township: string; minutes: number }>(
      'select to_township as township, minutes from travel_time where county_id = $1 and from_township = $2',
      [tx.actor.countyId, township],
    );
    return new Map(rows.map(({ township: to, minutes }) => [to, minutes]));
  }

  /** Takes away what changed before an instant; gives how many rows. */
  async forgetBefore(tx: Tx, instant: Date): Promise<number> {
    const rows = await tx.query('delete from position_change where county_id = $1 and noted_at < $2 returning id', [
      tx.actor.countyId,
      instant,
    ]);
    return rows.length;
  }

  private async positions(tx: Tx, which: string, value: string | null | readonly string[]): Promise<IndexedPosition[]> {
    const [page] = await tx.query<{ rows: IndexedRow[] | null }>(
      `select json_agg(r.indexed order by r.id) as rows
         from (select p.id, ${INDEXED_SQL} as indexed from ${OPEN} and ${which}) r`,
      [tx.actor.countyId, value],
    );
    return indexedPositions(page?.rows ?? []);
  }
}
