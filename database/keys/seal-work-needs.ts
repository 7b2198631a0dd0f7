import { tidyWorkNeeds, workNeedsText } from '#domain/clients/work-needs';
import { openClientKey, type WrappedClientKey } from '#platform/crypto/client-keys';
import { openCountyKeys, type CountyKeys, type WrappedKey } from '#platform/crypto/county-keys';
import { sealUnderClient, sealUnderCounty } from '#platform/crypto/sealed-field';

/** Runs one statement as a role that row-level security lets through, inside the transaction of the migration. */
export type Ask = <T extends object>(sql: string, parameters?: unknown[]) => Promise<T[]>;

interface PlainNeeds {
  readonly countyId: string;
  readonly id: string;
  readonly needs: readonly string[];
}

/**
 * Seals what stands in plain text in client.accommodation_needs under each client's own key (under her county's where
 * she has none yet, as in every older field) and empties it there; gives how many. `master` is asked for only where
 * there is something to seal.
 */
export async function sealWorkNeeds(ask: Ask, master: () => Buffer): Promise<number> {
  const rows = await ask<PlainNeeds>(
    `select county_id as "countyId", id, accommodation_needs as needs from client where accommodation_needs <> '{}'`,
  );
  const keys = new Map<string, CountyKeys>();
  for (const { countyId } of rows)
    if (!keys.has(countyId))
      keys.set(
        countyId,
        openCountyKeys(
          master(),
          countyId,
          await ask<WrappedKey>('select purpose, version, wrapped from county_key where county_id = $1', [countyId]),
        ),
      );
  for (const row of rows) await sealRow(ask, keys.get(row.countyId), row);
  return rows.length;
}

async function sealRow(ask: Ask, keys: CountyKeys | undefined, { countyId, id, needs }: PlainNeeds): Promise<void> {
  if (keys === undefined) throw new Error('A client’s county has keys.');
  const [stored] = await ask<WrappedClientKey>(
    `select client_id as "clientId", county_key_version as "countyKeyVersion", wrapped
       from client_key where county_id = $1 and client_id = $2`,
    [countyId, id],
  );
  const own = stored === undefined ? null : openClientKey(keys, countyId, stored);
  const place = { table: 'client', column: 'accommodation_needs_enc', rowId: id };
  const plain = Buffer.from(workNeedsText(tidyWorkNeeds(needs)), 'utf8');
  const sealed =
    own === null ? sealUnderCounty(keys, countyId, place, plain) : sealUnderClient(own, countyId, place, plain);
  await ask(
    `update client set accommodation_needs_enc = $3, accommodation_needs = '{}' where county_id = $1 and id = $2`,
    [countyId, id, sealed],
  );
}
