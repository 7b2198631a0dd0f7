-- What happens when somebody lost something, or begins: a link by mail with which a password is chosen; a second factor
-- that another person takes away; memberships that wait for their owner.
create table account_link (
  id uuid not null,
  account_id uuid not null,
  purpose text not null,
  token_hash bytea not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint account_link_pkey primary key (id),
  constraint account_link_account_id_key unique (account_id),
  constraint account_link_purpose_check check (purpose in ('RESET', 'INVITATION')),
  constraint account_link_hash_check check (octet_length(token_hash) = 32),
  constraint account_link_account_id_fkey foreign key (account_id) references user_account (id) on delete restrict
);
create unique index account_link_token_hash_key on account_link (token_hash);

create table factor_recovery (
  county_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  membership_id uuid not null,
  requested_by_account_id uuid not null,
  requested_at timestamptz not null,
  expires_at timestamptz not null,
  status text not null,
  decided_by_membership_id uuid,
  decided_at timestamptz,
  constraint factor_recovery_pkey primary key (county_id, id),
  constraint factor_recovery_status_check check (status in ('OPEN', 'CONFIRMED', 'REFUSED')),
  constraint factor_recovery_decided_check
    check ((status = 'OPEN') = (decided_at is null) and (decided_at is null) = (decided_by_membership_id is null)),
  constraint factor_recovery_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint factor_recovery_account_id_fkey foreign key (account_id) references user_account (id) on delete restrict,
  constraint factor_recovery_requested_by_account_id_fkey
    foreign key (requested_by_account_id) references user_account (id) on delete restrict,
  constraint factor_recovery_membership_id_fkey
    foreign key (county_id, membership_id) references membership (county_id, id) on delete restrict,
  constraint factor_recovery_decided_by_membership_id_fkey
    foreign key (county_id, decided_by_membership_id) references membership (county_id, id) on delete restrict
);
create unique index factor_recovery_open_idx on factor_recovery (county_id, account_id) where status = 'OPEN';
create index factor_recovery_requested_at_idx on factor_recovery (county_id, requested_at);
call app.protect('factor_recovery',
  $$ {role} in ('ADMINISTRATOR', 'SUPERVISOR') $$,
  $$ {role} = 'ADMINISTRATOR' and requested_by_account_id = {account} and status = 'OPEN' $$,
  $$ {role} in ('ADMINISTRATOR', 'SUPERVISOR') $$,
  array['account_id', 'membership_id', 'requested_by_account_id', 'requested_at', 'expires_at']);
call app.let_owner('factor_recovery', array['select']);
call app.let_owner('membership', array['update']);

-- Who may be written to about a password: somebody at work with an address, who has chosen a password before.
create function auth.reset_target(wanted text) returns table (account_id uuid, county_id uuid, membership_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select a.id, m.county_id, m.id
    from public.user_account a
    join public.membership m on m.account_id = a.id and m.status = 'ACTIVE' and m.role <> 'CLIENT'
   where a.login = lower(btrim(wanted)) and a.status = 'ACTIVE' and a.password_hash is not null
     and a.password_expires_at is null and m.work_email is not null
   order by m.created_at, m.id limit 1
$$;

-- Jobs and administrators, for accounts of their own county; a new link ends the one before.
create function auth.refuse_foreign_account(account uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform auth.refuse_unless_administrator();
  if not exists (select from public.membership m
                  where m.county_id = app.county() and m.account_id = account and m.role <> 'CLIENT') then
    raise exception 'no account of this county' using errcode = 'insufficient_privilege';
  end if;
end
$$;

create function auth.put_account_link(id uuid, account uuid, purpose text, token_hash bytea, valid interval) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform auth.refuse_foreign_account(account);
  insert into public.account_link as l (id, account_id, purpose, token_hash, expires_at, used_at)
  values (put_account_link.id, account, put_account_link.purpose, put_account_link.token_hash, now() + valid, null)
  on conflict on constraint account_link_account_id_key
  do update set id = excluded.id, purpose = excluded.purpose, token_hash = excluded.token_hash,
    expires_at = excluded.expires_at, used_at = null;
end
$$;

-- For the job that mails it: an address only as long as the link still opens.
create function auth.account_link_mail(wanted uuid) returns table (purpose text, address text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select l.purpose, m.work_email
    from public.account_link l
    join public.user_account a on a.id = l.account_id and a.status = 'ACTIVE'
    join public.membership m on m.account_id = l.account_id and m.county_id = app.county() and m.role <> 'CLIENT'
     and m.status <> 'ENDED' and m.work_email is not null
   where l.id = wanted and l.used_at is null and l.expires_at > now() and app.is_system()
   order by m.created_at, m.id limit 1
$$;

create function auth.account_mail(account uuid) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select m.work_email from public.membership m
   where m.account_id = account and m.county_id = app.county() and m.role <> 'CLIENT' and m.status = 'ACTIVE'
     and m.work_email is not null and app.is_system()
   order by m.created_at, m.id limit 1
$$;

create function auth.find_account_link(token_hash bytea)
  returns table (id uuid, account_id uuid, login text, purpose text, county_id uuid)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select l.id, l.account_id, a.login, l.purpose,
         (select m.county_id from public.membership m
           where m.account_id = l.account_id and m.status <> 'ENDED' and m.role <> 'CLIENT'
           order by m.created_at, m.id limit 1)
    from public.account_link l
    join public.user_account a on a.id = l.account_id and a.status = 'ACTIVE'
   where l.token_hash = find_account_link.token_hash and l.used_at is null and l.expires_at > now()
$$;

-- Uses a link up: the new password counts from now on, whoever is in is out, and who was invited is in.
create function auth.use_account_link(wanted uuid, password_hash text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  account uuid;
begin
  update public.account_link l set used_at = now()
   where l.id = wanted and l.used_at is null and l.expires_at > now()
  returning l.account_id into account;
  if account is null then
    return false;
  end if;
  update public.user_account a set password_hash = use_account_link.password_hash, password_expires_at = null
   where a.id = account and a.status = 'ACTIVE';
  if not found then
    return false;
  end if;
  update public.session s set ended_at = now() where s.account_id = account and s.ended_at is null;
  perform auth.activate_memberships(account);
  return true;
end
$$;

-- Who proved to be the one who was invited takes up what waits for her.
create function auth.activate_memberships(account uuid) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  n integer;
begin
  update public.membership m set status = 'ACTIVE', version = m.version + 1
   where m.account_id = account and m.status = 'PENDING';
  get diagnostics n = row_count;
  return n;
end
$$;

create function auth.end_account_sessions(account uuid) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  n integer;
begin
  perform auth.refuse_foreign_account(account);
  update public.session s set ended_at = now() where s.account_id = account and s.ended_at is null;
  get diagnostics n = row_count;
  return n;
end
$$;

create function auth.set_account_status(account uuid, wanted text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform auth.refuse_foreign_account(account);
  update public.user_account a set status = wanted where a.id = account and a.status <> wanted and account <> app.account();
  if not found then
    return false;
  end if;
  update public.session s set ended_at = now() where s.account_id = account and s.ended_at is null and wanted <> 'ACTIVE';
  return true;
end
$$;

-- Takes the lost second factor away for a request that another natural person confirms: neither who asked, nor whose it
-- is, nor another account of one of the two, nor who shares an address with them. Ends her sign-ins.
create function auth.remove_lost_factor(wanted uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  lost uuid;
begin
  select r.account_id into lost
    from public.factor_recovery r
   where r.county_id = app.county() and r.id = wanted and r.status = 'OPEN' and r.expires_at > now()
     and app.role() in ('ADMINISTRATOR', 'SUPERVISOR')
     and not exists (
       select from public.membership mine
         join public.membership theirs on theirs.account_id in (r.account_id, r.requested_by_account_id)
        where mine.id = app.membership()
          and (app.person_of(theirs.id) = app.person_of(mine.id) or lower(theirs.work_email) = lower(mine.work_email)));
  if lost is null then
    return false;
  end if;
  delete from public.recovery_code c where c.account_id = lost;
  delete from public.second_factor f where f.account_id = lost;
  delete from public.passkey p where p.account_id = lost;
  delete from public.passkey_challenge c where c.account_id = lost;
  update public.session s set ended_at = now() where s.account_id = lost and s.ended_at is null;
  return true;
end
$$;

revoke execute on function auth.reset_target(text), auth.refuse_foreign_account(uuid),
  auth.put_account_link(uuid, uuid, text, bytea, interval), auth.account_link_mail(uuid), auth.account_mail(uuid),
  auth.find_account_link(bytea), auth.use_account_link(uuid, text), auth.activate_memberships(uuid),
  auth.end_account_sessions(uuid), auth.set_account_status(uuid, text),
  auth.remove_lost_factor(uuid) from public;
grant execute on function auth.reset_target(text), auth.put_account_link(uuid, uuid, text, bytea, interval),
  auth.account_link_mail(uuid), auth.account_mail(uuid), auth.find_account_link(bytea),
  auth.use_account_link(uuid, text), auth.activate_memberships(uuid), auth.end_account_sessions(uuid),
  auth.set_account_status(uuid, text), auth.remove_lost_factor(uuid)
  to tonggong_app;
