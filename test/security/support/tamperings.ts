import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { GENESIS } from '#platform/audit/audit-chain';

/** Does it to the entry at a place of a county's chain. */
export type Tampering = (client: pg.ClientBase, countyId: string, at: number) => Promise<unknown>;

const linkId = (at: number): string => `(select id from audit_link l where l.sequence = ${at} and l.county_id = $1)`;
const remove = async (client: pg.ClientBase, countyId: string, at: number): Promise<void> => {
  await client.query(
    `with gone as (delete from audit_link where county_id = $1 and sequence = $2 returning id)
     delete from audit_entry e using gone where e.county_id = $1 and e.id = gone.id`,
    [countyId, at],
  );
};
const renumber = (client: pg.ClientBase, countyId: string, from: number, by: number): Promise<unknown> =>
  client
    .query('update audit_link set sequence = sequence + 100000 where county_id = $1 and sequence >= $2', [
      countyId,
      from,
    ])
    .then(() =>
      client.query(
        `update audit_link set sequence = sequence - 100000 + ${by} where county_id = $1 and sequence >= 100000`,
        [countyId],
      ),
    );

/** What somebody who rules the whole database may do to the entry at a place. */
export const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  'another act written into an entry': (client, countyId, at) =>
    client.query(`update audit_entry set action = 'client.read' where county_id = $1 and id = ${linkId(at)}`, [
      countyId,
    ]),
  'an entry moved by a microsecond': (client, countyId, at) =>
    client.query(
      `update audit_entry set occurred_at = occurred_at + interval '1 microsecond' where county_id = $1 and id = ${linkId(at)}`,
      [countyId],
    ),
  'an entry taken out with its link': remove,
  'an entry taken out and the rest numbered and sealed anew': async (client, countyId, at) => {
    await remove(client, countyId, at);
    await renumber(client, countyId, at + 1, -1);
    await rewriteChain(client, countyId, at);
  },
  'two entries exchanged': async (client, countyId, at) => {
    const other = at + 1;
    for (const [from, to] of [
      [at, 900_000],
      [other, at],
      [900_000, other],
    ]) {
      await client.query(
        `update audit_link set sequence = $3,
                previous_hash = coalesce((select hash from audit_link where county_id = $1 and sequence = $3 - 1), previous_hash)
          where county_id = $1 and sequence = $2`,
        [countyId, from, to],
      );
    }
  },
  'an entry put in and the rest numbered and sealed anew': async (client, countyId, at) => {
    await renumber(client, countyId, at, 1);
    const id = uuidv7();
    await client.query(
      `insert into audit_entry (county_id, id, occurred_at, actor_role, action, subject_type, subject_id)
       values ($1, $2, now(), 'SUPERVISOR', 'placement.ended', 'placement', $2)`,
      [countyId, id],
    );
    await client.query(
      `insert into audit_link (county_id, id, sequence, previous_hash, hash) values ($1, $2, $3, $4, $4)`,
      [countyId, id, at, GENESIS],
    );
    await rewriteChain(client, countyId, at);
  },
  'an entry changed and everything after it sealed anew': async (client, countyId, at) => {
    await client.query(
      `update audit_entry set actor_role = 'ADMINISTRATOR' where county_id = $1 and id = ${linkId(at)}`,
      [countyId],
    );
    await rewriteChain(client, countyId, at);
  },
  'the end of the chain cut off and the head set back': async (client, countyId, at) => {
    await client.query(
      `with gone as (delete from audit_link where county_id = $1 and sequence >= $2 returning id)
       delete from audit_entry e using gone where e.county_id = $1 and e.id = gone.id`,
      [countyId, at],
    );
    await client.query(
      `update audit_head h set sequence = $2 - 1,
              hash = coalesce((select l.hash from audit_link l where l.county_id = $1 and l.sequence = $2 - 1), $3)
        where county_id = $1`,
      [countyId, at, GENESIS],
    );
  },
};

/** Rewrites the links of a county from a place on, as somebody who rules the database would: hashes, head and all. */
async function rewriteChain(client: pg.ClientBase, countyId: string, from: number): Promise<void> {
  await client.query(
    `do $$
     declare
       link audit_link;
       entry audit_entry;
       previous bytea;
     begin
       select hash into previous from audit_link where county_id = '${countyId}' and sequence = ${from} - 1;
       previous := coalesce(previous, decode(repeat('00', 32), 'hex'));
       for link in select * from audit_link where county_id = '${countyId}' and sequence >= ${from} order by sequence loop
         select * into entry from audit_entry e where e.county_id = link.county_id and e.id = link.id;
         update audit_link set previous_hash = previous, hash = app.audit_hash(entry, link.sequence, previous)
          where county_id = link.county_id and id = link.id returning hash into previous;
       end loop;
       update audit_head h set hash = previous,
              sequence = (select max(l.sequence) from audit_link l where l.county_id = h.county_id)
        where county_id = '${countyId}';
     end $$`,
  );
}
