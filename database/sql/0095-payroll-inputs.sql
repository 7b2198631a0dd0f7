-- Payroll in: every input of the pay rules in a line, the versions of a month, and the columns that an enterprise matched.

-- Null = the file said nothing of deductions; an empty list says that there were none.
alter table payroll_line
  alter column deductions drop not null,
  alter column deductions drop default,
  alter column deductions type jsonb using nullif(deductions, '[]'::jsonb),
  add column comprehensive_excess_minutes integer,
  add column is_withdrawn boolean not null default false,
  add constraint payroll_line_comprehensive_excess_minutes_check
    check (comprehensive_excess_minutes between 0 and 44640);
grant update (comprehensive_excess_minutes, is_withdrawn) on payroll_line to tonggong_app;

-- What a line said before a later declaration replaced it.
create table payroll_line_version (
  county_id uuid not null,
  id uuid not null,
  line_id uuid not null,
  upload_id uuid not null,
  organisation_id uuid not null,
  period text not null,
  content jsonb not null,
  replaced_at timestamptz not null,
  constraint payroll_line_version_pkey primary key (county_id, id),
  constraint payroll_line_version_line_id_upload_id_key unique (county_id, line_id, upload_id),
  constraint payroll_line_version_period_check check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  constraint payroll_line_version_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint payroll_line_version_upload_id_fkey
    foreign key (county_id, upload_id, organisation_id) references payroll_upload (county_id, id, organisation_id) on delete restrict
);
create index payroll_line_version_upload_id_idx on payroll_line_version (county_id, upload_id);

-- Which of its own columns an enterprise matched to which of ours; one row per enterprise.
create table payroll_mapping (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  organisation_id uuid not null,
  headers jsonb not null,
  constraint payroll_mapping_pkey primary key (county_id, id),
  constraint payroll_mapping_organisation_id_key unique (county_id, organisation_id),
  constraint payroll_mapping_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint payroll_mapping_organisation_id_fkey
    foreign key (county_id, organisation_id) references organisation (county_id, id) on delete restrict
);

call app.protect('payroll_line_version',
  $$ {role} = 'ENTERPRISE_HR' and organisation_id = {organisation} $$,
  $$ {role} = 'ENTERPRISE_HR' and organisation_id = {organisation} $$,
  null, '{}', 'false');
call app.protect('payroll_mapping',
  $$ {role} = 'ENTERPRISE_HR' and organisation_id = {organisation} $$,
  $$ {role} = 'ENTERPRISE_HR' and organisation_id = {organisation} $$,
  $$ {role} = 'ENTERPRISE_HR' and organisation_id = {organisation} $$,
  array['organisation_id']);

-- The supervisor of a county keeps the minimum wage of its region: dated rows with their source, global like the table.
-- Gives the row's id; null where the actor may not, or the row to change is not of the region. A row that months were
-- judged by keeps its first day: another day is another row.
create function app.keep_minimum_wage(
  row_id uuid, is_new boolean, starts_on date, monthly bigint, hourly bigint,
  without_insurance boolean, source text, published date, confirmed boolean
) returns uuid
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  region text;
  kept uuid;
begin
  select code into region from public.county where id = app.county();
  if region is null or app.role() not in ('SUPERVISOR', 'ADMINISTRATOR') then
    return null;
  end if;
  if is_new then
    insert into public.minimum_wage (id, region_code, effective_from, monthly_fen, hourly_fen, excludes_employee_si,
        source_doc, published_on, verified)
      values (row_id, region, starts_on, monthly, hourly, without_insurance, source, published, confirmed)
      returning id into kept;
  else
    update public.minimum_wage
       set monthly_fen = monthly, hourly_fen = hourly, excludes_employee_si = without_insurance, source_doc = source,
           published_on = published, verified = confirmed
     where id = row_id and region_code = region and effective_from = starts_on
     returning id into kept;
  end if;
  return kept;
end
$$;
revoke execute on function app.keep_minimum_wage(uuid, boolean, date, bigint, bigint, boolean, text, date, boolean) from public;
grant execute on function app.keep_minimum_wage(uuid, boolean, date, bigint, bigint, boolean, text, date, boolean) to tonggong_app;
