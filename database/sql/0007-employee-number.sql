-- Two people at work in one enterprise never carry one employee number: a payroll line has to find its person.
create unique index placement_employee_number_live_idx
  on placement (county_id, organisation_id, employee_pseudonym)
  where employee_pseudonym is not null and status = any (array['PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED']);

-- An enterprise writes nothing of a placement but the number under which its own payroll knows the person.
create function app.record_employee_number(wanted uuid, employee_number text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update public.placement
     set employee_pseudonym = employee_number, version = version + 1
   where county_id = app.county() and id = wanted
     and app.role() = 'ENTERPRISE_HR' and organisation_id = app.organisation()
     and status = any (array['PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED']);
  return found;
end
$$;
call app.let_owner('placement', array['update']);
revoke execute on function app.record_employee_number(uuid, text) from public;
grant execute on function app.record_employee_number(uuid, text) to tonggong_app;
