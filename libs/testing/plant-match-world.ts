import { randomUUID } from 'node:crypto';
import type { Pool, PoolClient } from 'pg';
import { addDays } from '#domain/common/day';
import type { MatchWorld, WorldClient, WorldPosition } from './match-world';

/** Writes a world into an empty database, each position published with one open slot; gives the county's id. */
export async function plantMatchWorld(admin: Pool, world: MatchWorld): Promise<string> {
  const countyId = randomUUID();
  await unchecked(admin, async (client) => {
    await client.query(`insert into county (id, code, name, product_name) values ($1, '421222', '县', '同工')`, [
      countyId,
    ]);
    await plantWeights(client, countyId, world);
    await plantTravel(client, countyId, world);
    await plantClients(client, countyId, world.clients);
    await plantPositions(client, countyId, world.positions);
  });
  return countyId;
}

/** Runs without foreign keys and triggers: only what a match is judged by has to be there. */
async function unchecked(admin: Pool, work: (client: PoolClient) => Promise<void>): Promise<void> {
  const client = await admin.connect();
  try {
    await client.query(`set session_replication_role = 'replica'`);
    await work(client);
    await client.query(`set session_replication_role = 'origin'`);
    await client.query('analyze');
  } finally {
    client.release();
  }
}

async function plantWeights(client: PoolClient, countyId: string, { weights, today }: MatchWorld): Promise<void> {
  await client.query(
    `insert into score_weights (county_id, id, version, effective_from, skills, occupation, commute, pay, shift_and_hours, benefits, created_at)
     values ($1, gen_random_uuid(), 2, $2, $3, $4, $5, $6, $7, $8, now())`,
    [
      countyId,
      addDays(today, -1),
      weights.SKILLS,
      weights.OCCUPATION,
      weights.COMMUTE,
      weights.PAY,
      weights.SHIFT_AND_HOURS,
      weights.BENEFITS,
    ],
  );
}

async function plantTravel(client: PoolClient, countyId: string, { travel }: MatchWorld): Promise<void> {
  const ways = [...travel].flatMap(([from, to]) => [...to].map(([there, minutes]) => ({ from, there, minutes })));
  await client.query(
    `insert into travel_time (county_id, id, from_township, to_township, minutes)
     select $1, gen_random_uuid(), "from", there, minutes from jsonb_to_recordset($2) w ("from" text, there text, minutes int)`,
    [countyId, JSON.stringify(ways)],
  );
}

async function plantClients(client: PoolClient, countyId: string, clients: readonly WorldClient[]): Promise<void> {
  await client.query(
    `insert into client (county_id, id, file_number, name_enc, name_bidx, township, education_code, skills, desired_occupations,
       min_acceptable_pay_fen, weekly_hours_available, wished_shifts, shift_limits, wished_benefits, travel_limit_minutes,
       capacity_limits, available_from)
     select $1, id, id::text, '\\x00', uuid_send(id), township, '10', skills, "desiredOccupations", "minAcceptablePayFen",
            "weeklyHoursAvailable", "wishedShifts", "shiftLimits", "wishedBenefits", "travelLimitMinutes", "capacityLimits", "availableFrom"
       from jsonb_to_recordset($2) c (id uuid, township text, skills text[], "desiredOccupations" text[], "minAcceptablePayFen" bigint,
            "weeklyHoursAvailable" int, "wishedShifts" text[], "shiftLimits" text[], "wishedBenefits" text[],
            "travelLimitMinutes" int, "capacityLimits" text[], "availableFrom" date)`,
    [countyId, JSON.stringify(clients)],
  );
  const certificates = clients.flatMap(({ id, certificates: held }) => held.map((one) => ({ ...one, id })));
  await client.query(
    `insert into client_certificate (county_id, id, client_id, code, valid_to)
     select $1, gen_random_uuid(), id, code, "validTo" from jsonb_to_recordset($2) k (id uuid, code text, "validTo" date)`,
    [countyId, JSON.stringify(certificates)],
  );
}

/** Adds positions with their agreements where those are new, each published with one open slot. */
async function plantPositions(
  client: PoolClient,
  countyId: string,
  positions: readonly WorldPosition[],
): Promise<void> {
  await client.query(
    `insert into cooperation_agreement (county_id, id, organisation_id, number, signed_on, effective_from, effective_to, pledged_slots,
       equal_pay_clause, status)
     select distinct on (a."agreementId") $1::uuid, "agreementId", "agreementId", "agreementId"::text, "agreementFrom", "agreementFrom",
            "agreementTo", 100000, '同工同酬', "agreementStatus"
       from jsonb_to_recordset($2) a ("agreementId" uuid, "agreementFrom" date, "agreementTo" date, "agreementStatus" text)`,
    [countyId, JSON.stringify(positions)],
  );
  await client.query(
    `insert into position (county_id, id, agreement_id, organisation_id, occupation_code, title, duties, township, workplace, shift,
       weekly_hours, contract_type, pay_min_fen, pay_max_fen, pay_basis, job_code, grade, required_skills, wished_skills,
       required_certificates, capacity_demands, benefits, open_from, closes_on, last_confirmed_at, slots_total, status)
     select $1, id, "agreementId", "agreementId", "occupationCode", '岗位', '工作', township, township, shift, "weeklyHours", 'FIXED_TERM',
            "payMinFen", "payMaxFen", 'MONTHLY', "occupationCode", '1', "requiredSkills", "wishedSkills", "requiredCertificates",
            "capacityDemands", benefits, "openFrom", "closesOn", now(), 1, 'PUBLISHED'
       from jsonb_to_recordset($2) p (id uuid, "agreementId" uuid, "occupationCode" text, township text, shift text, "weeklyHours" int,
            "payMinFen" bigint, "payMaxFen" bigint, "requiredSkills" text[], "wishedSkills" text[], "requiredCertificates" text[],
            "capacityDemands" text[], benefits text[], "openFrom" date, "closesOn" date)`,
    [countyId, JSON.stringify(positions)],
  );
  await client.query(
    `insert into job_slot (county_id, id, position_id, organisation_id, seq, status)
     select p.county_id, gen_random_uuid(), p.id, p.organisation_id, 1, 'OPEN' from position p
      where p.county_id = $1 and not exists (select from job_slot s where s.county_id = p.county_id and s.position_id = p.id)`,
    [countyId],
  );
}
