import { v7 as uuidv7 } from 'uuid';
import { newClientKey, openClientKey, wrapClientKey, type WrappedClientKey } from '#platform/crypto/client-keys';
import type { Rotation } from './rotation';

/** Gives a key to every client from before there were such keys; gives how many. */
export async function giveClientKeys({ client, countyId, keys, batchSize, onBatch }: Rotation): Promise<number> {
  for (let given = 0; ;) {
    const { rows } = await client.query<{ id: string }>(
      `select c.id from client c where c.county_id = $1
          and not exists (select from client_key k where k.county_id = c.county_id and k.client_id = c.id)
        order by c.id limit $2`,
      [countyId, batchSize],
    );
    if (rows.length === 0) return given;
    const made = rows.map(({ id }) => newClientKey(keys, countyId, id));
    const { rowCount } = await client.query(
      `insert into client_key (county_id, id, client_id, county_key_version, wrapped)
       select $1, k.id, k.client_id, $4, k.wrapped
         from unnest($2::uuid[], $3::uuid[], $5::bytea[]) as k (id, client_id, wrapped)
       on conflict (county_id, client_id) do nothing`,
      [
        countyId,
        made.map(() => uuidv7()),
        made.map(({ clientId }) => clientId),
        keys.dataVersion,
        made.map(({ wrapped }) => wrapped),
      ],
    );
    given += rowCount ?? 0;
    onBatch('client keys made', given);
  }
}

/** Wraps clients' keys under the newest data key; one that was destroyed meanwhile stays destroyed. Gives how many. */
export async function rewrapClientKeys({ client, countyId, keys, batchSize, onBatch }: Rotation): Promise<number> {
  for (let wrapped = 0; ;) {
    const { rows } = await client.query<WrappedClientKey & { wrapped: Buffer }>(
      `select client_id as "clientId", county_key_version as "countyKeyVersion", wrapped
         from client_key where county_id = $1 and county_key_version < $2 and wrapped is not null
        order by client_id limit $3`,
      [countyId, keys.dataVersion, batchSize],
    );
    if (rows.length === 0) return wrapped;
    const renewed = rows.map((row) => {
      const key = openClientKey(keys, countyId, row);
      if (key === null) throw new Error('A key that is there opens.');
      return wrapClientKey(keys, countyId, row.clientId, key);
    });
    const { rowCount } = await client.query(
      `update client_key k set wrapped = r.wrapped, county_key_version = $5
         from unnest($2::uuid[], $3::bytea[], $4::bytea[]) as r (client_id, before, wrapped)
        where k.county_id = $1 and k.client_id = r.client_id and k.wrapped = r.before`,
      [
        countyId,
        rows.map(({ clientId }) => clientId),
        rows.map((row) => row.wrapped),
        renewed.map((row) => row.wrapped),
        keys.dataVersion,
      ],
    );
    wrapped += rowCount ?? 0;
    onBatch('client keys wrapped anew', wrapped);
  }
}
