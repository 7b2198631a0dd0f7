-- What an opened file holds besides: whether a client was attested eligible, and what was noted of contacts with her.
-- Each reading stands in her log by these two groups of their own; no consent ever opens them.
alter table disclosure drop constraint disclosure_field_group_check;
alter table disclosure add constraint disclosure_field_group_check check (field_group in (
  'PROFILE', 'IDENTITY', 'WORK_NEEDS', 'CONTACT', 'PAY', 'ELIGIBILITY', 'CASE_NOTES'
));

-- A supervisor reads the files of her team, but notes only as any colleague does: one file, for a reason, for an hour,
-- under another person's review.
alter policy file_opening_insert on file_opening with check (county_id = (select app.county()) and ((select app.is_system())
  or (select app.role()) in ('CASEWORKER', 'SUPERVISOR') and reader_membership_id = (select app.membership())
     and organisation_id = (select app.organisation()) and review = 'PENDING'));

create or replace function app.opened_clients() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(f.client_id), '{}')
    from public.file_opening f
   where app.role() in ('CASEWORKER', 'SUPERVISOR') and current_setting('transaction_read_only') = 'on'
     and f.county_id = app.county() and f.reader_membership_id = app.membership()
     and f.client_id = nullif(current_setting('app.opened', true), '')::uuid and app.now() < f.closes_at
$$;

create or replace function app.find_file(number text, name bytea, phone bytea)
  returns table (client_id uuid, matches integer, searches integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  with found as (
    select c.id from public.client c
     where app.role() in ('CASEWORKER', 'SUPERVISOR') and c.county_id = app.county()
       and (c.file_number = number or c.name_bidx = name or c.phone_bidx = phone)
     limit 2
  )
  select (select f.id from found f limit 1), (select count(*)::integer from found),
         (select count(*)::integer from public.audit_entry e
           where e.county_id = app.county() and e.action in ('file.opened', 'file.sought')
             and e.actor_membership_id = app.membership() and e.occurred_at > app.now() - interval '24 hours')
$$;
