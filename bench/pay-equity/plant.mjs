// A county of enterprises with 500 people each, ten of them clients: three jobs in two grades, tenures from 0 to 90 months,
// pay that grows with grade and tenure and lies a few per cent apart. In every seventh enterprise clients are paid 8 % less.
export const PERIOD = '2026-09';
const LINES_EACH = 500;
const CLIENTS_EACH = 10;

/** Plants one month's lines, so many in all; gives county, enterprises and clients. */
export async function plant(admin, lines) {
  const enterprises = Math.max(1, Math.round(lines / LINES_EACH));
  const [{ id: countyId }] = (await admin.query('select id from county')).rows;
  await admin.query(`set session_replication_role = 'replica'`); // the data are made by statements that keep the rules
  await admin.query('select setseed(0.421222)');
  await admin.query(
    `insert into organisation (county_id, id, name, kind)
     select $1, md5('o' || n)::uuid, '企业' || n, 'ENTERPRISE' from generate_series(1, $2::int) n`,
    [countyId, enterprises],
  );
  await admin.query(
    `insert into client (county_id, id, file_number, name_enc, name_bidx, township, education_code, weekly_hours_available, travel_limit_minutes)
     select $1, md5('c' || n)::uuid, 'B-' || n, '\\x00', decode(md5('b' || n) || md5(n::text), 'hex'), '隽水镇', '10', 40, 60
       from generate_series(1, $2::int) n`,
    [countyId, enterprises * CLIENTS_EACH],
  );
  await admin.query(
    `insert into placement (county_id, id, client_id, organisation_id, mode, hire_date, contract_from, contract_signed_on, agreed_pay_fen,
                            pay_cycle_days, weekly_hours, shift, employment_type, job_code, grade, status)
     select $1, md5('p' || n)::uuid, md5('c' || n)::uuid, md5('o' || (1 + (n - 1) / ${CLIENTS_EACH}))::uuid, 'PUBLIC_POST', '2025-03-03', '2025-03-03',
            '2025-03-03', 280000, 30, 40, 'DAY', 'FULL_TIME', 'J-' || n % 3, (1 + n % 2)::text, 'ACTIVE'
       from generate_series(1, $2::int) n`,
    [countyId, enterprises * CLIENTS_EACH],
  );
  await admin.query(
    `insert into payroll_upload (county_id, id, organisation_id, period, revision, content_sha256, line_count, received_at)
     select $1, md5('u' || n)::uuid, md5('o' || n)::uuid, $3, 1, decode(repeat('00', 32), 'hex'), ${LINES_EACH}, now()
       from generate_series(1, $2::int) n`,
    [countyId, enterprises, PERIOD],
  );
  await plantLines(admin, countyId, enterprises);
  await admin.query(`set session_replication_role = 'origin'`);
  await plantRuns(admin, countyId);
  await admin.query('vacuum analyze');
  return { countyId, enterprises, clients: enterprises * CLIENTS_EACH };
}

/** The months before are judged already: the bench's is the only one that is due. */
function plantRuns(admin, countyId) {
  return admin.query(
    `insert into pay_check_run (county_id, id, period, revision, cause, state, rule_version, started_at, finished_at)
     select $1, gen_random_uuid(), to_char(current_date - n * interval '1 month', 'YYYY-MM'), 1, 'MONTHLY', 'DONE', 1, now(), now()
       from generate_series(0, 3) n where to_char(current_date - n * interval '1 month', 'YYYY-MM') <> $2`,
    [countyId, PERIOD],
  );
}

/** The first ten of each enterprise are its clients. */
function plantLines(admin, countyId, enterprises) {
  return admin.query(
    `insert into payroll_line (county_id, id, upload_id, organisation_id, period, pseudonym, placement_id, employment_type, pay_basis, job_code,
                               grade, shift_pattern, tenure_months, base_fen, allowances, bonus_fen, overtime_weekday_minutes, overtime_pay_fen,
                               scheduled_days, unpaid_leave_days, sick_leave_days, social_insurance, agreed_pay_date, actual_pay_date)
     select $1, gen_random_uuid(), md5('u' || e)::uuid, md5('o' || e)::uuid, $3, 'P' || lpad(n::text, 4, '0'),
            case when n <= ${CLIENTS_EACH} then md5('p' || ((e - 1) * ${CLIENTS_EACH} + n))::uuid end, 'FULL_TIME', 'MONTHLY',
            'J-' || ((e - 1) * ${CLIENTS_EACH} + n) % 3, (1 + ((e - 1) * ${CLIENTS_EACH} + n) % 2)::text, 'DAY', tenure,
            (300000 + ((e - 1) * ${CLIENTS_EACH} + n) % 2 * 20000 + tenure * 200 + floor(random() * 14000)::int)
              * case when n <= ${CLIENTS_EACH} and e % 7 = 0 then 92 else 100 end / 100,
            '[{"code": "MEAL", "kind": "WELFARE", "fen": 20000, "contractual": false, "objective": null},
              {"code": "POST", "kind": "GENERAL", "fen": 10000, "contractual": true, "objective": null}]',
            5000, 600, 30000, 22, case when n % 9 = 0 then 1 else 0 end, 0,
            '{"PENSION": {"enrolled": true}, "MEDICAL": {"enrolled": true}, "UNEMPLOYMENT": {"enrolled": true}, "INJURY": {"enrolled": true}}',
            '2026-10-15', '2026-10-15'
       from generate_series(1, $2::int) e
       cross join lateral (select n, case when n <= ${CLIENTS_EACH} then 18 else floor(random() * 90)::int end as tenure
                             from generate_series(1, ${LINES_EACH}) n where e > 0) line`,
    [countyId, enterprises, PERIOD],
  );
}
