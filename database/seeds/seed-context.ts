import type { Client } from 'pg';
import type { WorkCalendar } from '#domain/calendar/work-calendar';
import { addDays, startOfDay, type Day } from '#domain/common/day';
import type { CountyKeys } from '#platform/crypto/county-keys';
import { blindIndex, type FieldPlace } from '#platform/crypto/envelope';
import { sealUnderClient } from '#platform/crypto/sealed-field';
import { copyRows, type Row } from './copy-rows';
import type { Random } from './random';
import type { Scale } from './scale';

/** What every part of the generator shares. */
export interface SeedContext {
  readonly client: Client;
  readonly random: Random;
  readonly scale: Scale;
  readonly today: Day;
  readonly countyId: string;
  readonly keys: CountyKeys;
  readonly calendar: WorkCalendar;
  /** argon2id hash of the demo accounts' password; null where there are no demo accounts. */
  readonly passwordHash: string | null;
}

/** Copies rows of a county table. */
export const copyCounty = (seed: SeedContext, table: string, rows: Iterable<Row>): Promise<number> =>
  copyRows(seed.client, table, withCounty(seed.countyId, rows));

function* withCounty(countyId: string, rows: Iterable<Row>): Generator<Row> {
  for (const row of rows) yield { county_id: countyId, ...row };
}

/** Encrypts a field of a client under her own key. */
export const encrypted = (seed: SeedContext, key: Buffer, place: FieldPlace, plain: string): Buffer =>
  sealUnderClient(key, seed.countyId, place, Buffer.from(plain, 'utf8'));

/** The fingerprint of a field. */
export const fingerprint = (seed: SeedContext, column: string, value: string): Buffer =>
  blindIndex(seed.keys.blindIndex, column, value);

/** An instant on a day at an hour in Asia/Shanghai. */
export const at = (day: Day, hour: number, minute = 0): Date =>
  new Date(startOfDay(day).getTime() + (hour * 60 + minute) * 60_000);

/** The day so many days before today. */
export const daysAgo = (seed: SeedContext, days: number): Day => addDays(seed.today, -days);
