-- Who acts: read by every policy as (select app.county()), so that PostgreSQL asks once per statement.
-- The values are set inside the transaction; where none is set, the functions give null and no row is visible.

create function app.county() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.county', true), '')::uuid;

create function app.role() returns text language sql stable parallel safe
  return nullif(current_setting('app.role', true), '');

create function app.account() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.account', true), '')::uuid;

create function app.membership() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.membership', true), '')::uuid;

create function app.organisation() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.organisation', true), '')::uuid;

create function app.client() returns uuid language sql stable parallel safe
  return nullif(current_setting('app.client', true), '')::uuid;

-- The day of the application's clock where it tells one, else of the server's.
create function app.today() returns date language sql stable parallel safe
  return coalesce(nullif(current_setting('app.today', true), '')::date, (now() at time zone 'Asia/Shanghai')::date);

create function app.is_system() returns boolean language sql stable parallel safe
  return coalesce(app.role() like 'SYSTEM:%', false);

-- The clients whom an actor outside the office may know by name. SECURITY DEFINER, because a policy on client that
-- read consent_grant, whose own policy reads client, would never end.
create function app.shared_clients() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(distinct shared.client_id), '{}')
  from (
    select g.client_id from public.consent_grant g
     where app.role() = 'ENTERPRISE_HR' and g.county_id = app.county()
       and g.recipient_organisation_id = app.organisation()
       and g.status = 'ACTIVE' and g.valid_to >= app.today() and 'IDENTITY' = any (g.field_groups)
    union all
    select p.client_id from public.placement p
     where app.role() = 'ENTERPRISE_HR' and p.county_id = app.county() and p.organisation_id = app.organisation()
       and p.status in ('PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED')
    union all
    select e.client_id from public.enrolment e
      join public.course_session s on s.county_id = e.county_id and s.id = e.session_id
     where e.county_id = app.county() and e.status not in ('DROPPED', 'NO_SHOW')
       and (app.role() = 'BASE_MANAGER' or app.role() = 'TRAINER' and s.trainer_membership_id = app.membership())
    union all
    select g.client_id from public.consent_grant g
      join public.programme_entry e on e.county_id = g.county_id and e.client_id = g.client_id
     where app.role() = 'MENTOR' and g.county_id = app.county() and e.mentor_membership_id = app.membership()
       and g.recipient_organisation_id = app.organisation() and g.purpose = 'MENTOR_SHARE'
       and g.status = 'ACTIVE' and g.valid_to >= app.today() and 'IDENTITY' = any (g.field_groups)
  ) shared
$$;
