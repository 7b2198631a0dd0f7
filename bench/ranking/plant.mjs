// A world of many open positions: townships on a grid 12 km apart, as in Hubei (1,260 townships on 186,000 km²), where a
// bus ride to the next township takes half an hour. Positions come from 3,000 kinds of work, each in one open slot.
const SIDE = 35;
const KINDS = 3_000;
const CLIENTS = 400;
const INSIDE_MINUTES = 12;
const MINUTES_A_STEP = 18;

const OCCUPATIONS = Array.from({ length: 60 }, (_, n) => String(20_101 + (n % 6) * 10_000 + Math.floor(n / 6)));

/** Plants `positions` open positions and 400 people of one caseworker; gives county and caseworker. */
export async function plant(admin, positions, { skills, certificates }) {
  await admin.query(`set session_replication_role = 'replica'`); // the data are made by statements that keep the rules
  await admin.query('select setseed(0.421222)');
  const countyId = (
    await admin.query(
      `insert into county (id, code, name, product_name) values (gen_random_uuid(), '421222', '县', '同工') returning id`,
    )
  ).rows[0].id;
  await plantWays(admin, countyId);
  await plantPositions(admin, countyId, positions, { skills, certificates });
  const caseworker = await plantClients(admin, countyId, { skills, certificates });
  await admin.query('vacuum analyze');
  return { countyId, caseworker };
}

async function plantWays(admin, countyId) {
  await admin.query(
    `insert into travel_time (county_id, id, from_township, to_township, minutes)
     select $1, gen_random_uuid(), 'T' || a, 'T' || b, m from (
       select a, b, round(${INSIDE_MINUTES} + ${MINUTES_A_STEP} * sqrt(((a % ${SIDE}) - (b % ${SIDE})) ^ 2 + ((a / ${SIDE}) - (b / ${SIDE})) ^ 2))::int as m
         from generate_series(0, ${SIDE * SIDE - 1}) a, generate_series(0, ${SIDE * SIDE - 1}) b) w where m <= 90`,
    [countyId],
  );
}

/** Some of the codes, other ones for each row: \`row\` keeps the planner from choosing once for all. */
const someOf = (codes, most, row) =>
  `array(select c from unnest(array['${codes.join(`','`)}']) c where ${row} is not null order by random() limit floor(random() * ${most + 1})::int)`;
const oneOf = (codes) => `(array['${codes.join(`','`)}'])[1 + floor(random() * ${codes.length})::int]`;

async function plantPositions(admin, countyId, positions, { skills, certificates }) {
  await admin.query(
    `create temporary table kind as select n, ${oneOf(OCCUPATIONS)} as occupation, ${someOf(skills, 3, 'n')} as required,
            ${someOf(skills, 4, 'n')} as wished, ${someOf(certificates, 1, 'n')} as certificates,
            ${someOf(['NO_NIGHT_SHIFT', 'NO_HEIGHTS', 'NO_HEAVY_LIFTING', 'NO_LONG_STANDING'], 2, 'n')} as demands
       from generate_series(0, ${KINDS - 1}) n`,
  );
  await admin.query(
    `insert into cooperation_agreement (county_id, id, organisation_id, number, signed_on, effective_from, effective_to, pledged_slots,
       equal_pay_clause, status)
     select $1, gen_random_uuid(), gen_random_uuid(), 'A' || n, current_date - 400, current_date - 400, current_date + 400, 100000, '同工同酬',
            case when n % 20 = 0 then 'SUSPENDED' else 'ACTIVE' end from generate_series(1, ${Math.ceil(positions / 50)}) n`,
    [countyId],
  );
  await admin.query(
    `insert into position (county_id, id, agreement_id, organisation_id, occupation_code, title, duties, township, workplace, shift,
       weekly_hours, contract_type, pay_min_fen, pay_max_fen, pay_basis, job_code, grade, required_skills, wished_skills,
       required_certificates, capacity_demands, benefits, open_from, closes_on, last_confirmed_at, slots_total, status)
     select $1, gen_random_uuid(), a.id, a.organisation_id, k.occupation, '岗位', '工作内容', p.township, p.township, p.shift, p.hours, 'FIXED_TERM',
            p.pay, p.pay + 80000, 'MONTHLY', k.occupation, '1', k.required, k.wished, k.certificates, k.demands, p.benefits, null,
            case when p.n % 3 = 0 then current_date + (p.n % 200)::int - 20 end, now(), 1, 'PUBLISHED'
       from (select n, 'T' || floor(random() * ${SIDE * SIDE})::int as township, floor(random() * ${KINDS})::int as kind,
                    (array['DAY', 'DAY', 'DAY', 'ROTATING', 'NIGHT', 'MIDDLE'])[1 + floor(random() * 6)::int] as shift,
                    (array[20, 36, 40, 40, 44])[1 + floor(random() * 5)::int] as hours,
                    200000 + 10000 * floor(random() * 40)::int as pay,
                    (array['{}', '{MEALS}', '{HOUSING,MEALS}', '{TRANSPORT}']::text[])[1 + floor(random() * 4)::int]::text[] as benefits
               from generate_series(1, ${positions}) n) p
       join kind k on k.n = p.kind
       join (select row_number() over (order by id) as n, id, organisation_id from cooperation_agreement) a on a.n = 1 + p.n / 50`,
    [countyId],
  );
  await admin.query(
    `insert into job_slot (county_id, id, position_id, organisation_id, seq, status)
     select county_id, gen_random_uuid(), id, organisation_id, 1, 'OPEN' from position`,
  );
}

async function plantClients(admin, countyId, { skills, certificates }) {
  const { rows } = await admin.query(
    `insert into membership (county_id, id, account_id, organisation_id, role, display_name, status)
     values ($1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), 'CASEWORKER', '专员', 'ACTIVE')
     returning county_id as "countyId", 'CASEWORKER' as role, account_id as "accountId", id as "membershipId",
               organisation_id as "organisationId", null as "clientId"`,
    [countyId],
  );
  await admin.query(
    `insert into client (county_id, id, file_number, name_enc, name_bidx, township, education_code, skills, desired_occupations,
       min_acceptable_pay_fen, weekly_hours_available, wished_shifts, shift_limits, wished_benefits, travel_limit_minutes, capacity_limits,
       caseworker_membership_id)
     select $1, gen_random_uuid(), 'B-' || n, '\\x00', decode(md5(n::text), 'hex'), 'T' || floor(random() * ${SIDE * SIDE})::int, '10',
            ${someOf(skills, 9, 'n')}, ${someOf(OCCUPATIONS, 3, 'n')}, 220000 + 10000 * floor(random() * 15)::int,
            (array[36, 40, 44, 48])[1 + floor(random() * 4)::int], '{DAY}', (array['{}', '{NIGHT}', '{NIGHT,ROTATING}']::text[])[1 + n % 3]::text[],
            '{MEALS}', (array[30, 40, 40, 60])[1 + n % 4], ${someOf(['NO_HEIGHTS', 'NO_HEAVY_LIFTING'], 1, 'n')}, $2
       from generate_series(1, ${CLIENTS}) n`,
    [countyId, rows[0].membershipId],
  );
  await admin.query(
    `insert into client_certificate (county_id, id, client_id, code, valid_to)
     select county_id, gen_random_uuid(), id, code, null from client, unnest(array['${certificates.join(`','`)}']) code where random() < 0.15`,
  );
  return rows[0];
}
