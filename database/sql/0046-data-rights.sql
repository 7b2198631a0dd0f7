-- A client's wish to be erased, and what an erasure does.

create table erasure_request (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  client_id uuid not null,
  status text not null,
  requested_on date not null,
  due_on date not null,
  confirmed_at timestamptz,
  confirmed_by_membership_id uuid,
  erased_at timestamptz,
  constraint erasure_request_pkey primary key (county_id, id),
  constraint erasure_request_status_check check (status in ('REQUESTED', 'CONFIRMED', 'ERASED', 'WITHDRAWN')),
  constraint erasure_request_confirmed_check
    check ((status in ('CONFIRMED', 'ERASED')) = (confirmed_at is not null) and (confirmed_at is null) = (confirmed_by_membership_id is null)),
  constraint erasure_request_erased_check check ((status = 'ERASED') = (erased_at is not null)),
  constraint erasure_request_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint erasure_request_client_id_fkey
    foreign key (county_id, client_id) references client (county_id, id) on delete restrict,
  constraint erasure_request_confirmed_by_membership_id_fkey
    foreign key (county_id, confirmed_by_membership_id) references membership (county_id, id) on delete restrict
);
create index erasure_request_client_id_idx on erasure_request (county_id, client_id);
create unique index erasure_request_open_once_idx on erasure_request (county_id, client_id)
  where status = any (array['REQUESTED'::text, 'CONFIRMED'::text]);

call app.protect('erasure_request',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen} $$,
  $$ {role} = 'CLIENT' and client_id = {self} $$,
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen} $$,
  array['client_id', 'requested_on', 'due_on', 'created_at']);

-- Who was erased stays as a row without a name, so that what happened can still be counted.
alter table client
  add column erased_at timestamptz,
  alter column name_bidx drop not null,
  add constraint client_erased_check check ((name_bidx is null) = (erased_at is not null));
grant update (erased_at) on client to tonggong_app;
-- What was said when her file was opened goes with her.
grant update (explanation_enc) on file_opening to tonggong_app;

-- Jobs alone take rows away: those of an erased client, and what has been kept for its time.
do $$
declare
  tbl text;
begin
  foreach tbl in array array['client_certificate', 'disclosure', 'payroll_line'] loop
    execute format('create policy %I on %I for delete to tonggong_app using (county_id = (select app.county()) and (select app.is_system()))',
      tbl || '_delete', tbl);
    execute format('grant delete on %I to tonggong_app', tbl);
  end loop;
end
$$;

-- Ends every way in that an erased client had: her sessions and factors go, and an account that was hers alone loses its
-- name. Gives how many accounts those were.
create function auth.erase_client_accounts(client uuid) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  hers uuid[];
  alone uuid[];
begin
  if not app.is_system() then
    raise exception 'only a job may do this' using errcode = 'insufficient_privilege';
  end if;
  select coalesce(array_agg(m.account_id), '{}') into hers from public.membership m
   where m.county_id = app.county() and m.client_id = erase_client_accounts.client;
  select coalesce(array_agg(a.id), '{}') into alone from public.user_account a
   where a.id = any (hers)
     and not exists (select from public.membership m where m.account_id = a.id
                      and (m.county_id, m.client_id) is distinct from (app.county(), erase_client_accounts.client));
  delete from public.phone_session p using public.session s, public.membership m
   where m.county_id = app.county() and m.client_id = erase_client_accounts.client
     and (s.membership_id = m.id or s.account_id = any (alone)) and p.session_hash = s.id_hash;
  delete from public.session s using public.membership m
   where m.county_id = app.county() and m.client_id = erase_client_accounts.client and s.membership_id = m.id;
  delete from public.session s where s.account_id = any (alone);
  delete from public.sign_in_code c where c.account_id = any (alone);
  delete from public.phone p where p.account_id = any (alone);
  delete from public.recovery_code r where r.account_id = any (alone);
  delete from public.second_factor f where f.account_id = any (alone);
  update public.user_account a
     set login = 'erased-' || a.id, display_name = '', password_hash = null, password_expires_at = null, status = 'DISABLED'
   where a.id = any (alone);
  return cardinality(alone);
end
$$;
revoke execute on function auth.erase_client_accounts(uuid) from public;
grant execute on function auth.erase_client_accounts(uuid) to tonggong_app;
