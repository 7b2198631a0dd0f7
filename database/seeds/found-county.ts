import type { Client } from 'pg';
import type { WorkCalendar } from '#domain/calendar/work-calendar';
import { TONGCHENG_COUNTY_CODE, TONGCHENG_COUNTY_NAME } from '#domain/geography/tongcheng';
import { newCountyKeys, openCountyKeys, type CountyKeys } from '#platform/crypto/county-keys';
import { copyRows } from './copy-rows';
import { calendarOf, holidayEntries, seedCountyParameters, seedGlobalParameters } from './parameters.seed';
import type { Random } from './random';

/** A county that was just founded: nobody is in it yet. */
export interface FoundedCounty {
  readonly countyId: string;
  readonly keys: CountyKeys;
  readonly calendar: WorkCalendar;
}

/** Founds the first county of an empty database: its row, its keys, and the dated parameters. Throws where there is one. */
export async function foundCounty(client: Client, masterKey: Buffer, random: Random): Promise<FoundedCounty> {
  const { rowCount } = await client.query('select 1 from county limit 1');
  if (rowCount !== 0) throw new Error('There is a county in this database already: only an empty one is filled.');
  const countyId = random.uuid();
  const wrapped = newCountyKeys(masterKey, countyId);
  const holidays = holidayEntries();
  await seedGlobalParameters(client, random, holidays);
  await copyRows(client, 'county', [
    { id: countyId, code: TONGCHENG_COUNTY_CODE, name: TONGCHENG_COUNTY_NAME, product_name: '同工' },
  ]);
  await copyRows(
    client,
    'county_key',
    wrapped.map((key) => ({
      county_id: countyId,
      id: random.uuid(),
      purpose: key.purpose,
      version: key.version,
      wrapped: key.wrapped,
    })),
  );
  await seedCountyParameters(client, random, countyId);
  return { countyId, keys: openCountyKeys(masterKey, countyId, wrapped), calendar: calendarOf(holidays) };
}
