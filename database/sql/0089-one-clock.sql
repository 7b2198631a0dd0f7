-- The instant of the application's clock where it tells one, else of the server's: what is business time in the database
-- (hours of openings, days of consents, deadlines) is judged by this alone, so that a clock that was set moves all of it.
create function app.now() returns timestamptz language sql stable parallel safe
  return coalesce(nullif(current_setting('app.now', true), '')::timestamptz, now());

create or replace function app.today() returns date language sql stable parallel safe
  return coalesce(nullif(current_setting('app.today', true), '')::date, (app.now() at time zone 'Asia/Shanghai')::date);

create or replace function app.opened_clients() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(f.client_id), '{}')
    from public.file_opening f
   where app.role() = 'CASEWORKER' and current_setting('transaction_read_only') = 'on'
     and f.county_id = app.county() and f.reader_membership_id = app.membership()
     and f.client_id = nullif(current_setting('app.opened', true), '')::uuid and app.now() < f.closes_at
$$;

create or replace function app.find_file(number text, name bytea, phone bytea)
  returns table (client_id uuid, matches integer, searches integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with found as (
    select c.id from public.client c
     where app.role() = 'CASEWORKER' and c.county_id = app.county()
       and (c.file_number = number or c.name_bidx = name or c.phone_bidx = phone)
     limit 2
  )
  select (select f.id from found f limit 1), (select count(*)::integer from found),
         (select count(*)::integer from public.audit_entry e
           where e.county_id = app.county() and e.action in ('file.opened', 'file.sought')
             and e.actor_membership_id = app.membership() and e.occurred_at > app.now() - interval '24 hours')
$$;
