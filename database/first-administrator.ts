import { randomInt } from 'node:crypto';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { hashPassword } from '#platform/auth/passwords';
import { foundCounty } from './seeds/found-county';
import { Random } from './seeds/random';

/** What making an administrator needs. */
export interface AdministratorRequest {
  /** Address under tonggong_migrate. */
  readonly migrateUrl: string;
  readonly masterKey: Buffer;
  readonly login: string;
  readonly oneTimeCode: string;
  readonly now: Date;
}

/** Why no administrator was made. */
export type AdministratorRefusal = 'LOGIN_TAKEN' | 'MALFORMED_LOGIN';

const LOGIN = /^[a-z0-9][a-z0-9._-]{2,39}$/;
const CODE_HOURS = 72;

/**
 * Makes an administrator of the (first) county, founding the county and its office where the database is empty: all of
 * it or nothing. The code opens the account for 72 hours.
 */
export async function createAdministrator(
  request: AdministratorRequest,
): Promise<{ accountId: string } | AdministratorRefusal> {
  if (!LOGIN.test(request.login)) return 'MALFORMED_LOGIN';
  const client = new pg.Client({ connectionString: request.migrateUrl, application_name: 'tonggong-admin' });
  await client.connect();
  try {
    await client.query('begin');
    const taken = await client.query('select 1 from user_account where login = $1', [request.login]);
    if (taken.rowCount !== 0) return 'LOGIN_TAKEN';
    const accountId = await insertAdministrator(client, request);
    await client.query('commit');
    return { accountId };
  } finally {
    await client.end(); // an open transaction ends with the connection
  }
}

async function insertAdministrator(client: pg.Client, request: AdministratorRequest): Promise<string> {
  const countyId = await countyIdOf(client, request.masterKey);
  const organisationId = await officeIdOf(client, countyId);
  const accountId = uuidv7();
  const expiresAt = new Date(request.now.getTime() + CODE_HOURS * 3_600_000);
  await client.query(
    'insert into user_account (id, login, display_name, password_hash, password_expires_at) values ($1, $2, $2, $3, $4)',
    [accountId, request.login, await hashPassword(request.oneTimeCode), expiresAt],
  );
  await client.query(
    `insert into membership (county_id, id, account_id, organisation_id, role, display_name, status)
     values ($1, $2, $3, $4, 'ADMINISTRATOR', $5, 'ACTIVE')`,
    [countyId, uuidv7(), accountId, organisationId, request.login],
  );
  return accountId;
}

async function countyIdOf(client: pg.Client, masterKey: Buffer): Promise<string> {
  const { rows } = await client.query<{ id: string }>('select id from county order by code limit 1');
  return rows[0]?.id ?? (await foundCounty(client, masterKey, new Random(randomInt(4_294_967_296)))).countyId;
}

async function officeIdOf(client: pg.Client, countyId: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>(
    `select id from organisation where county_id = $1 and kind = 'EMPLOYMENT_OFFICE' order by id limit 1`,
    [countyId],
  );
  const [office] = rows;
  if (office !== undefined) return office.id;
  const id = uuidv7();
  await client.query(
    `insert into organisation (county_id, id, name, kind) values ($1, $2, '就业服务办公室', 'EMPLOYMENT_OFFICE')`,
    [countyId, id],
  );
  return id;
}
