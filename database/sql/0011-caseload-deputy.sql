-- Who looks after a colleague's caseload while she is away, and which natural person stands behind an account.
create table caseload_deputy (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  caseworker_membership_id uuid not null,
  deputy_membership_id uuid not null,
  from_on date not null,
  to_on date not null,
  named_by_membership_id uuid not null,
  ended_at timestamptz,
  constraint caseload_deputy_pkey primary key (county_id, id),
  constraint caseload_deputy_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint caseload_deputy_caseworker_membership_id_fkey foreign key (county_id, caseworker_membership_id) references membership (county_id,id) on delete restrict,
  constraint caseload_deputy_deputy_membership_id_fkey foreign key (county_id, deputy_membership_id) references membership (county_id,id) on delete restrict,
  constraint caseload_deputy_named_by_membership_id_fkey foreign key (county_id, named_by_membership_id) references membership (county_id,id) on delete restrict,
  constraint caseload_deputy_days_check check (from_on <= to_on and to_on < from_on + 60),
  constraint caseload_deputy_other_check check (caseworker_membership_id <> deputy_membership_id),
  constraint caseload_deputy_one_excl exclude using gist (county_id with =, caseworker_membership_id with =, daterange(from_on, to_on, '[]') with &&) where (ended_at is null)
);
create index caseload_deputy_deputy_membership_id_idx on caseload_deputy (county_id, deputy_membership_id);
create index caseload_deputy_caseworker_membership_id_idx on caseload_deputy (county_id, caseworker_membership_id);

call app.protect('caseload_deputy',
  $$ {role} = 'SUPERVISOR'
     or {role} = 'CASEWORKER' and {membership} in (caseworker_membership_id, deputy_membership_id) $$,
  $$ named_by_membership_id = {membership}
     and ({role} = 'SUPERVISOR' or {role} = 'CASEWORKER' and caseworker_membership_id = {membership}) $$,
  $$ {role} = 'SUPERVISOR'
     or {role} = 'CASEWORKER' and {membership} in (caseworker_membership_id, deputy_membership_id) $$,
  array['caseworker_membership_id', 'deputy_membership_id', 'from_on', 'to_on', 'named_by_membership_id', 'created_at']);
call app.let_owner('caseload_deputy', array['select']);

-- The caseworkers whose caseloads a member keeps on a day: her own, and those she stands in for. No day before the
-- first, none after the last, none after it was ended.
create function auth.caseloads(member uuid, day date) returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select array_agg(kept.id)
    from public.membership m
    cross join lateral (
      select m.id
      union all
      select d.caseworker_membership_id from public.caseload_deputy d
       where d.county_id = m.county_id and d.deputy_membership_id = m.id
         and d.ended_at is null and day between d.from_on and d.to_on
    ) kept
   where m.id = member and m.role = 'CASEWORKER' and m.status = 'ACTIVE'
$$;

-- The same for whoever acts, for the policies: written as (select app.caseloads()), it is asked once per statement.
create function app.caseloads() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select case when app.role() = 'CASEWORKER'
    then array_append(
      (select array_agg(d.caseworker_membership_id) from public.caseload_deputy d
        where d.county_id = app.county() and d.deputy_membership_id = app.membership()
          and d.ended_at is null and app.today() between d.from_on and d.to_on),
      app.membership())
    else '{}' end
$$;

-- Two accounts of one natural person bear the same person; null = nobody said so, the account is a person of its own.
alter table user_account add column person_id uuid;

-- The natural person behind a membership of one's own county.
create function app.person_of(member uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce(a.person_id, a.id)
    from public.membership m join public.user_account a on a.id = m.account_id
   where m.county_id = app.county() and m.id = member
$$;

-- Says that two accounts belong to one natural person, and with them all that were said to be the same as either.
create function auth.note_same_person(one uuid, other uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  person uuid;
begin
  perform auth.refuse_unless_administrator();
  if (select count(distinct m.account_id) from public.membership m
       where m.county_id = app.county() and m.role <> 'CLIENT' and m.account_id in (one, other))
     <> cardinality(array(select distinct unnest(array[one, other]))) then
    raise exception 'no account of this county' using errcode = 'insufficient_privilege';
  end if;
  select coalesce(a.person_id, a.id) into person from public.user_account a where a.id = one;
  update public.user_account a
     set person_id = person
   where coalesce(a.person_id, a.id) = person
      or coalesce(a.person_id, a.id) = (select coalesce(b.person_id, b.id) from public.user_account b where b.id = other);
end
$$;

revoke execute on function auth.caseloads(uuid, date), app.caseloads(), app.person_of(uuid),
  auth.note_same_person(uuid, uuid) from public;
grant execute on function auth.caseloads(uuid, date), app.caseloads(), app.person_of(uuid),
  auth.note_same_person(uuid, uuid) to tonggong_app;

-- Reading and changing a client follows the caseloads that one keeps; a new client goes into one's own.
call app.protect('client',
  $$ {role} = 'SUPERVISOR'
     or {role} = 'CASEWORKER' and caseworker_membership_id = any ((select app.caseloads())::uuid[])
     or {role} = 'CLIENT' and id = {self}
     or {role} in ('ENTERPRISE_HR', 'TRAINER', 'BASE_MANAGER', 'MENTOR')
        and id = any ((select app.shared_clients())::uuid[]) $$,
  $$ {role} = 'SUPERVISOR' or {role} = 'CASEWORKER' and caseworker_membership_id = {membership} $$,
  $$ {role} = 'SUPERVISOR'
     or {role} = 'CASEWORKER' and caseworker_membership_id = any ((select app.caseloads())::uuid[])
     or {role} = 'CLIENT' and id = {self} $$,
  array['caseworker_membership_id']);
