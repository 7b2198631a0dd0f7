import type { Pool } from 'pg';
import { dayOf } from '#domain/common/day';

/** A caseworker with a work address and one follow-up of hers that is due. */
export interface Recipient {
  readonly countyId: string;
  readonly membershipId: string;
  readonly milestoneId: string;
}

/** Plants a county with so many caseworkers, each with one person at work. Rows of accounts and checks of keys are left out: nobody signs in. */
export async function plantRecipients(admin: Pool, count: number): Promise<Recipient[]> {
  const client = await admin.connect();
  try {
    await client.query('begin');
    await client.query(`set local session_replication_role = 'replica'`);
    const {
      rows: [county],
    } = await client.query<{ id: string }>(
      `insert into county (id, code, name, product_name) values (gen_random_uuid(), '421222', '县', '同工') returning id`,
    );
    await client.query(
      `with office as (
         insert into organisation (county_id, id, name, kind) values ($1, gen_random_uuid(), '就业局', 'EMPLOYMENT_OFFICE') returning id)
       insert into membership (county_id, id, account_id, organisation_id, role, display_name, status, work_email)
       select $1, gen_random_uuid(), gen_random_uuid(), office.id, 'CASEWORKER', '专员' || n, 'ACTIVE', 'c' || n || '@office.example'
         from office, generate_series(1, $2::int) n`,
      [county?.id, count],
    );
    await client.query(
      `insert into client (county_id, id, file_number, name_enc, name_bidx, township, education_code, weekly_hours_available,
                           travel_limit_minutes, caseworker_membership_id)
       select county_id, gen_random_uuid(), 'B-' || row_number() over (), '\\x00', decode(md5(id::text) || md5(id::text), 'hex'),
              '421222100', '10', 40, 60, id from membership`,
    );
    await client.query(
      `insert into placement (county_id, id, client_id, mode, hire_date, contract_from, agreed_pay_fen, pay_cycle_days, weekly_hours,
                              shift, employment_type, job_code, grade, status)
       select county_id, gen_random_uuid(), id, 'SELF_EMPLOYED', $1::date - 1, $1::date - 1, 300000, 30, 20, 'DAY', 'PART_TIME',
              'J', '1', 'ACTIVE' from client`,
      [dayOf(new Date())],
    );
    const { rows } = await client.query<Recipient>(
      `with due as (
         insert into follow_up_milestone (county_id, id, placement_id, client_id, code, raw_on, due_on, window_working_days, channel, status)
         select county_id, gen_random_uuid(), id, client_id, 'D1', $1, $1, 1, 'PHONE', 'DUE' from placement
         returning id, client_id)
       select c.county_id as "countyId", c.caseworker_membership_id as "membershipId", due.id as "milestoneId"
         from due join client c on c.id = due.client_id order by due.id`,
      [dayOf(new Date())],
    );
    await client.query('commit');
    return rows;
  } finally {
    client.release(true); // its settings go with it
  }
}
