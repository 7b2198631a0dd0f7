-- The trainee's door: a one-time code from her caseworker, then six digits that work on the phone where she chose them.
-- Like accounts and sessions these rows know no county; the application reaches them through schema auth alone.
create table sign_in_code (
  account_id uuid not null,
  code_hash text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz,
  constraint sign_in_code_pkey primary key (account_id),
  constraint sign_in_code_account_id_fkey foreign key (account_id) references user_account (id) on delete restrict
);
create table phone (
  account_id uuid not null,
  phone_hash bytea not null,
  pin_hash text not null,
  pin_failures integer not null default 0,
  created_at timestamptz not null,
  last_used_at timestamptz not null,
  constraint phone_pkey primary key (account_id, phone_hash),
  constraint phone_hash_check check (octet_length(phone_hash) = 32),
  constraint phone_pin_failures_check check (pin_failures between 0 and 5),
  constraint phone_account_id_fkey foreign key (account_id) references user_account (id) on delete restrict
);
create index phone_phone_hash_idx on phone (phone_hash);
create table phone_session (
  session_hash bytea not null,
  phone_hash bytea,
  is_first boolean not null default false,
  is_remembered boolean not null default false,
  pin_at timestamptz,
  seen_at timestamptz,
  constraint phone_session_pkey primary key (session_hash),
  constraint phone_session_session_hash_fkey foreign key (session_hash) references session (id_hash) on delete restrict
);
create index phone_session_phone_hash_idx on phone_session (phone_hash);

-- The account of a client in a caseload that the actor keeps today; null where she has none. What a caseworker issues opens a
-- client's membership and nothing else: an account that is also somebody at work gets no code.
create function auth.account_of_own_client(wanted uuid) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select m.account_id
    from public.client c
    join public.membership m on m.county_id = c.county_id and m.client_id = c.id and m.status = 'ACTIVE'
   where c.county_id = app.county() and c.id = wanted and app.role() = 'CASEWORKER'
     and c.caseworker_membership_id = any (app.caseloads())
     and not exists (select from public.membership o
                      where o.account_id = m.account_id and o.role <> 'CLIENT' and o.status <> 'ENDED')
$$;

create function auth.create_client_account(id uuid, login text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if app.county() is null or app.role() is distinct from 'CASEWORKER' then
    raise exception 'only a caseworker may do this' using errcode = 'insufficient_privilege';
  end if;
  insert into public.user_account (id, login, display_name, status)
  values (create_client_account.id, create_client_account.login, '', 'ACTIVE')
  on conflict do nothing;
  return found;
end
$$;

create function auth.issue_sign_in_code(client uuid, code_hash text, valid interval) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  account uuid := auth.account_of_own_client(client);
begin
  if account is null then
    return false;
  end if;
  insert into public.sign_in_code (account_id, code_hash, issued_at, expires_at)
  values (account, issue_sign_in_code.code_hash, now(), now() + valid)
  on conflict (account_id) do update
     set code_hash = excluded.code_hash, issued_at = excluded.issued_at, expires_at = excluded.expires_at, used_at = null;
  return true;
end
$$;

-- What her caseworker sees of a client's sign-in: how she calls herself at the door, and the code that still waits.
create function auth.client_sign_in(client uuid)
  returns table (login text, code_expires_at timestamptz, last_seen_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select a.login,
         (select k.expires_at from public.sign_in_code k
           where k.account_id = a.id and k.used_at is null and k.expires_at > now()),
         (select max(s.last_seen_at) from public.session s where s.account_id = a.id)
    from public.user_account a where a.id = auth.account_of_own_client(client)
$$;

create function auth.find_sign_in_code(wanted text)
  returns table (account_id uuid, membership_id uuid, county_id uuid, code_hash text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select a.id, m.id, m.county_id, k.code_hash
    from public.user_account a
    join public.membership m on m.account_id = a.id and m.role = 'CLIENT' and m.status = 'ACTIVE'
    join public.sign_in_code k on k.account_id = a.id and k.used_at is null and k.expires_at > now()
   where a.login = lower(btrim(wanted)) and a.status = 'ACTIVE'
     and not exists (select from public.membership o
                      where o.account_id = a.id and o.role <> 'CLIENT' and o.status <> 'ENDED')
   order by m.created_at, m.id limit 1
$$;

create function auth.use_sign_in_code(account uuid, code_hash text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update public.sign_in_code k set used_at = now()
   where k.account_id = account and k.code_hash = use_sign_in_code.code_hash
     and k.used_at is null and k.expires_at > now();
  return found;
end
$$;

-- How many people have their digits on this phone; those of five wrong tries are off and do not count.
create function auth.people_of_phone(phone_hash bytea) returns integer
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select count(*)::integer from public.phone p
    join public.user_account a on a.id = p.account_id and a.status = 'ACTIVE'
   where p.phone_hash = people_of_phone.phone_hash and p.pin_failures < 5
$$;

-- Every try counts before it is looked at: sixty at once are no way to a sixth.
create function auth.try_pin(phone_hash bytea, wanted text, wanted_account uuid)
  returns table (account_id uuid, membership_id uuid, county_id uuid, pin_hash text)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  account uuid;
begin
  select min(p.account_id::text)::uuid into account
    from public.phone p
    join public.user_account a on a.id = p.account_id and a.status = 'ACTIVE'
   where p.phone_hash = try_pin.phone_hash and p.pin_failures < 5 and (wanted is null or a.login = lower(btrim(wanted)))
     and (wanted_account is null or a.id = wanted_account)
  having count(*) = 1;
  return query
    update public.phone p set pin_failures = p.pin_failures + 1
      from public.membership m
     where p.account_id = account and p.phone_hash = try_pin.phone_hash and p.pin_failures < 5
       and m.account_id = p.account_id and m.role = 'CLIENT' and m.status = 'ACTIVE'
    returning p.account_id, m.id, m.county_id, p.pin_hash;
end
$$;

-- After a right try the count begins anew; after the fifth wrong one whoever is in on this phone is out.
create function auth.pin_tried(account uuid, phone_hash bytea, was_right boolean) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  is_off boolean;
begin
  update public.phone p
     set pin_failures = case when was_right then 0 else p.pin_failures end,
         last_used_at = case when was_right then now() else p.last_used_at end
   where p.account_id = account and p.phone_hash = pin_tried.phone_hash
  returning p.pin_failures >= 5 into is_off;
  if is_off then
    update public.session s set ended_at = now()
      from public.phone_session q
     where q.session_hash = s.id_hash and q.phone_hash = pin_tried.phone_hash and s.account_id = account
       and s.ended_at is null;
  end if;
  return coalesce(is_off, true);
end
$$;

create function auth.begin_phone_session(session_hash bytea, phone_hash bytea) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
as $$
  insert into public.phone_session (session_hash, phone_hash, is_first, pin_at, seen_at)
  values (begin_phone_session.session_hash, begin_phone_session.phone_hash, begin_phone_session.phone_hash is null,
          now(), now())
$$;

-- What a client's session may show: the digits count for half an hour without use and twelve hours in all; a
-- remembered phone goes on after that, with what is not sensitive.
create function auth.phone_session(wanted bytea)
  returns table (is_first boolean, has_pin boolean, is_remembered boolean, is_open boolean)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  found_one public.phone_session;
  open_now boolean;
begin
  select q.* into found_one from public.phone_session q where q.session_hash = wanted;
  if found_one is null then
    return;
  end if;
  open_now := found_one.phone_hash is null
    or (found_one.pin_at > now() - interval '12 hours' and found_one.seen_at > now() - interval '30 minutes');
  if open_now and found_one.seen_at < now() - interval '1 minute' then
    update public.phone_session q set seen_at = now() where q.session_hash = wanted;
  end if;
  return query select found_one.is_first, found_one.phone_hash is not null, found_one.is_remembered, open_now;
end
$$;

create function auth.unlock_phone_session(wanted bytea, phone_hash bytea, account uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update public.phone_session q set pin_at = now(), seen_at = now()
   where q.session_hash = wanted and q.phone_hash = unlock_phone_session.phone_hash
     and exists (select from public.session s where s.id_hash = wanted and s.account_id = account and s.ended_at is null);
  if not found then
    return false;
  end if;
  update public.session s set proved_at = now() where s.id_hash = wanted; -- her digits prove who she is
  return true;
end
$$;

-- The first choice after a code: whoever else was in is out, and other phones are forgotten (one of them may be lost).
create function auth.end_first_sign_in(wanted bytea) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update public.phone_session q set is_first = false
    from public.session s
   where q.session_hash = wanted and q.is_first and s.id_hash = q.session_hash and s.account_id = app.account()
     and s.ended_at is null;
  if not found then
    return false;
  end if;
  update public.session s set ended_at = now()
   where s.account_id = app.account() and s.ended_at is null and s.id_hash <> wanted;
  delete from public.phone p where p.account_id = app.account();
  return true;
end
$$;

-- What the session itself proves to who wants to choose digits: a first sign-in, or digits given a moment ago.
create function auth.phone_proof(wanted bytea) returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select case when q.is_first then 'FIRST' when q.phone_hash is not null and q.pin_at > now() - interval '5 minutes' then 'FRESH' end
    from public.phone_session q
    join public.session s on s.id_hash = q.session_hash and s.account_id = app.account()
   where q.session_hash = wanted
$$;

create function auth.choose_pin(wanted bytea, phone_hash bytea, pin_hash text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if app.role() is distinct from 'CLIENT'
     or not exists (select from public.session s where s.id_hash = wanted and s.account_id = app.account()) then
    return false;
  end if;
  insert into public.phone (account_id, phone_hash, pin_hash, created_at, last_used_at)
  values (app.account(), choose_pin.phone_hash, choose_pin.pin_hash, now(), now())
  on conflict on constraint phone_pkey do update set pin_hash = excluded.pin_hash, pin_failures = 0;
  insert into public.phone_session (session_hash, phone_hash, pin_at, seen_at)
  values (wanted, choose_pin.phone_hash, now(), now())
  on conflict (session_hash) do update
     set phone_hash = excluded.phone_hash, pin_at = excluded.pin_at, seen_at = excluded.seen_at;
  return true;
end
$$;

-- 30 days on this phone, or no longer: the session's own limits follow.
create function auth.remember_phone(wanted bytea, phone_hash bytea, remember boolean, idle interval, absolute interval)
  returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update public.phone_session q set is_remembered = remember
    from public.session s
   where q.session_hash = wanted and q.phone_hash = remember_phone.phone_hash and not q.is_first
     and s.id_hash = wanted and s.account_id = app.account() and app.role() = 'CLIENT';
  if not found then
    return false;
  end if;
  update public.session s
     set idle_seconds = extract(epoch from idle)::integer, ends_at = now() + absolute, last_seen_at = now()
   where s.id_hash = wanted;
  return true;
end
$$;

create function auth.forget_phone(phone_hash bytea) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update public.session s set ended_at = now()
    from public.phone_session q
   where q.session_hash = s.id_hash and q.phone_hash = forget_phone.phone_hash and s.account_id = app.account()
     and s.ended_at is null;
  delete from public.phone p where p.account_id = app.account() and p.phone_hash = forget_phone.phone_hash;
  return found;
end
$$;

revoke execute on function auth.account_of_own_client(uuid), auth.create_client_account(uuid, text),
  auth.issue_sign_in_code(uuid, text, interval), auth.client_sign_in(uuid), auth.find_sign_in_code(text),
  auth.use_sign_in_code(uuid, text), auth.people_of_phone(bytea), auth.try_pin(bytea, text, uuid),
  auth.pin_tried(uuid, bytea, boolean), auth.begin_phone_session(bytea, bytea), auth.phone_session(bytea),
  auth.unlock_phone_session(bytea, bytea, uuid), auth.end_first_sign_in(bytea), auth.phone_proof(bytea),
  auth.choose_pin(bytea, bytea, text), auth.remember_phone(bytea, bytea, boolean, interval, interval),
  auth.forget_phone(bytea) from public;
grant execute on function auth.account_of_own_client(uuid), auth.create_client_account(uuid, text),
  auth.issue_sign_in_code(uuid, text, interval), auth.client_sign_in(uuid), auth.find_sign_in_code(text),
  auth.use_sign_in_code(uuid, text), auth.people_of_phone(bytea), auth.try_pin(bytea, text, uuid),
  auth.pin_tried(uuid, bytea, boolean), auth.begin_phone_session(bytea, bytea), auth.phone_session(bytea),
  auth.unlock_phone_session(bytea, bytea, uuid), auth.end_first_sign_in(bytea), auth.phone_proof(bytea),
  auth.choose_pin(bytea, bytea, text), auth.remember_phone(bytea, bytea, boolean, interval, interval),
  auth.forget_phone(bytea) to tonggong_app;
