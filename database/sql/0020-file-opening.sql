-- A caseworker opens the file of another caseworker's client for a reason, for an hour, to read only. A second person
-- reviews it, and the client is told.
create table file_opening (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  client_id uuid not null,
  reader_membership_id uuid not null,
  organisation_id uuid not null,
  reason text not null,
  explanation_enc bytea not null,
  opened_at timestamptz not null,
  closes_at timestamptz not null,
  review text not null default 'PENDING',
  reviewed_by_membership_id uuid,
  reviewed_at timestamptz,
  review_note_enc bytea,
  constraint file_opening_pkey primary key (county_id, id),
  constraint file_opening_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint file_opening_client_id_fkey foreign key (county_id, client_id) references client (county_id,id) on delete restrict,
  constraint file_opening_reader_membership_id_fkey foreign key (county_id, reader_membership_id) references membership (county_id,id) on delete restrict,
  constraint file_opening_organisation_id_fkey foreign key (county_id, organisation_id) references organisation (county_id,id) on delete restrict,
  constraint file_opening_reviewed_by_membership_id_fkey foreign key (county_id, reviewed_by_membership_id) references membership (county_id,id) on delete restrict,
  constraint file_opening_reason_check check ("reason" in ('CASEWORKER_AWAY', 'CLIENT_ASKED', 'DEADLINE_TODAY', 'WORKPLACE_MATTER', 'OTHER')),
  constraint file_opening_review_check check ("review" in ('PENDING', 'JUSTIFIED', 'NOT_JUSTIFIED')),
  constraint file_opening_hour_check check (opened_at < closes_at and closes_at <= opened_at + interval '60 minutes'),
  constraint file_opening_reviewed_check check ((review = 'PENDING') = (reviewed_by_membership_id is null) and (review = 'PENDING') = (reviewed_at is null)),
  constraint file_opening_other_check check (reviewed_by_membership_id <> reader_membership_id)
);
create index file_opening_client_id_idx on file_opening (county_id, client_id);
create index file_opening_reader_membership_id_idx on file_opening (county_id, reader_membership_id);
create index file_opening_pending_idx on file_opening (county_id, opened_at) where review = 'PENDING';

-- The reviewer is another natural person than the reader, whatever account she signs in with.
call app.protect('file_opening',
  $$ {role} = 'SUPERVISOR' or {role} = 'CASEWORKER' and (reader_membership_id = {membership} or {client_seen})
     or {role} = 'CLIENT' and client_id = {self} $$,
  $$ {role} = 'CASEWORKER' and reader_membership_id = {membership} and organisation_id = {organisation}
     and review = 'PENDING' $$,
  $$ {role} = 'SUPERVISOR' and app.person_of(reader_membership_id) is distinct from (select app.person_of({membership})) $$,
  array['client_id', 'reader_membership_id', 'organisation_id', 'reason', 'explanation_enc', 'opened_at', 'closes_at', 'created_at']);
call app.let_owner('file_opening', array['select']);

-- The one client whose file is open to the actor in this transaction: the transaction names her, reads only, and an
-- opening of the actor's own still lasts. Everywhere else the file stays shut, for the whole hour.
create function app.opened_clients() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(f.client_id), '{}')
    from public.file_opening f
   where app.role() = 'CASEWORKER' and current_setting('transaction_read_only') = 'on'
     and f.county_id = app.county() and f.reader_membership_id = app.membership()
     and f.client_id = nullif(current_setting('app.opened', true), '')::uuid and now() < f.closes_at
$$;

-- One person by file number, whole name or whole phone number, for a caseworker; how many answer to it, and how often
-- she looked within a day. Nobody gets a list from it.
create function app.find_file(number text, name bytea, phone bytea)
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
             and e.actor_membership_id = app.membership() and e.occurred_at > now() - interval '24 hours')
$$;

revoke execute on function app.opened_clients(), app.find_file(text, bytea, bytea) from public;
grant execute on function app.opened_clients(), app.find_file(text, bytea, bytea) to tonggong_app;

-- Reading, and reading alone, follows an opened file too.
alter policy client_select on client using (
  county_id = (select app.county()) and ((select app.is_system()) or (
    (select app.role()) = 'SUPERVISOR'
    or (select app.role()) = 'CASEWORKER'
       and (caseworker_membership_id = any ((select app.caseloads())::uuid[])
            or id = any ((select app.opened_clients())::uuid[]))
    or (select app.role()) = 'CLIENT' and id = (select app.client())
    or (select app.role()) in ('ENTERPRISE_HR', 'TRAINER', 'BASE_MANAGER', 'MENTOR')
       and id = any ((select app.shared_clients())::uuid[]))));

-- Pay is no part of an opened file.
do $$
declare
  tbl text;
begin
  foreach tbl in array array['payroll_line', 'pay_check_result', 'pay_finding'] loop
    execute format('create policy %I on %I as restrictive for select to tonggong_app using (cardinality((select app.opened_clients())) = 0)',
      tbl || '_not_opened', tbl);
  end loop;
end
$$;
