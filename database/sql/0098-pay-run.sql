-- The equal-pay run: a part for each enterprise, the month's family of tests with what it found, the months that an
-- enterprise never declared. What a pay check was judged by is never rewritten.

create table pay_check_part (
  county_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  organisation_id uuid not null,
  state text not null,
  placements integer not null default 0,
  changed integer not null default 0,
  tests jsonb not null default '[]',
  created_at timestamptz not null,
  finished_at timestamptz,
  constraint pay_check_part_pkey primary key (county_id, id),
  constraint pay_check_part_run_id_organisation_id_key unique (county_id, run_id, organisation_id),
  constraint pay_check_part_state_check check ("state" in ('QUEUED', 'DONE')),
  constraint pay_check_part_placements_check check ("placements" between 0 and 1000000),
  constraint pay_check_part_changed_check check ("changed" between 0 and 1000000),
  constraint pay_check_part_finished_check check ((state = 'DONE') = (finished_at is not null)),
  constraint pay_check_part_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint pay_check_part_run_id_fkey
    foreign key (county_id, run_id) references pay_check_run (county_id, id) on delete restrict,
  constraint pay_check_part_organisation_id_fkey
    foreign key (county_id, organisation_id) references organisation (county_id, id) on delete restrict
);
create index pay_check_part_open_idx on pay_check_part (county_id, run_id) where state = 'QUEUED'::text;

create table pay_check_test (
  county_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  period text not null,
  organisation_id uuid not null,
  kind text not null,
  pay_check_result_id uuid,
  clients integer not null,
  comparators integer not null,
  p double precision not null,
  adjusted_p double precision not null,
  exceeds_limit boolean not null,
  is_clear boolean not null,
  figures jsonb not null,
  created_at timestamptz not null,
  constraint pay_check_test_pkey primary key (county_id, id),
  constraint pay_check_test_period_check check ("period" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  constraint pay_check_test_kind_check check ("kind" in ('OWN', 'COHORT', 'REGRESSION')),
  constraint pay_check_test_clients_check check ("clients" between 1 and 1000000),
  constraint pay_check_test_comparators_check check ("comparators" between 3 and 1000000),
  constraint pay_check_test_p_check check (p between 0 and 1 and adjusted_p between p and 1),
  constraint pay_check_test_own_check check ((kind = 'OWN') = (pay_check_result_id is not null)),
  constraint pay_check_test_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint pay_check_test_run_id_fkey
    foreign key (county_id, run_id) references pay_check_run (county_id, id) on delete restrict,
  constraint pay_check_test_organisation_id_fkey
    foreign key (county_id, organisation_id) references organisation (county_id, id) on delete restrict,
  constraint pay_check_test_pay_check_result_id_fkey
    foreign key (county_id, pay_check_result_id) references pay_check_result (county_id, id) on delete restrict
);
create index pay_check_test_run_id_idx on pay_check_test (county_id, run_id);
create index pay_check_test_pay_check_result_id_idx on pay_check_test (county_id, pay_check_result_id);

create table payroll_gap (
  county_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  period text not null,
  noted_at timestamptz not null,
  closed_at timestamptz,
  constraint payroll_gap_pkey primary key (county_id, id),
  constraint payroll_gap_organisation_id_period_key unique (county_id, organisation_id, period),
  constraint payroll_gap_period_check check ("period" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  constraint payroll_gap_closed_check check (closed_at >= noted_at),
  constraint payroll_gap_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint payroll_gap_organisation_id_fkey
    foreign key (county_id, organisation_id) references organisation (county_id, id) on delete restrict
);

-- Which calendar and which tolerances a result was judged by, beside its minimum wage.
alter table pay_check_result add column basis jsonb not null default '{}';
create index pay_check_result_period_idx on pay_check_result (county_id, period) where is_current;

call app.protect('pay_check_part', $$ {role} = 'SUPERVISOR' $$, 'false', 'false', array['run_id', 'organisation_id', 'created_at']);
call app.protect('pay_check_test', $$ {role} = 'SUPERVISOR' $$, 'false', null);
call app.protect('payroll_gap', $$ {role} in ('CASEWORKER', 'SUPERVISOR') $$, 'false', 'false', array['organisation_id', 'period', 'noted_at']);

-- Evidence stays as it was written: of a result only its place as the current one can be taken away.
create function app.keep_pay_evidence() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'pay_check_result' then
    old.is_current := false;
    if new is not distinct from old then
      return new;
    end if;
  end if;
  raise exception 'the evidence of pay checks is append-only' using errcode = 'insufficient_privilege';
end
$$;
revoke execute on function app.keep_pay_evidence() from public;
create trigger pay_check_result_stays before update or delete on pay_check_result
  for each row execute function app.keep_pay_evidence();
create trigger pay_check_test_stays before update or delete on pay_check_test
  for each row execute function app.keep_pay_evidence();
