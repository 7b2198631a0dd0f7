-- What a person does with her own sign-ins: see them, end them, change the membership she works in.
alter table session add column id uuid;
update session set id = gen_random_uuid();
alter table session alter column id set not null;
create unique index session_id_key on session (id);

create or replace function auth.open_session(
  id_hash bytea, account uuid, membership uuid, idle interval, absolute interval
) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not exists (
    select from public.membership m
      join public.user_account a on a.id = m.account_id
     where m.id = membership and m.account_id = account and m.status = 'ACTIVE' and a.status = 'ACTIVE'
  ) then
    raise exception 'no active membership of this account' using errcode = 'insufficient_privilege';
  end if;
  insert into public.session (id_hash, id, account_id, membership_id, started_at, last_seen_at, idle_seconds, ends_at)
  values (open_session.id_hash, gen_random_uuid(), account, membership, now(), now(),
          extract(epoch from idle)::integer, now() + absolute);
end
$$;

drop function auth.session(bytea);
create function auth.session(wanted bytea)
  returns table (account_id uuid, membership_id uuid, county_id uuid, role text, organisation_id uuid, client_id uuid,
                 display_name text, organisation_name text, county_name text, product_name text,
                 must_choose_password boolean)
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  found_one public.session;
begin
  select s.* into found_one
    from public.session s
   where s.id_hash = wanted and s.ended_at is null and s.ends_at > now()
     and s.last_seen_at + make_interval(secs => s.idle_seconds) > now();
  if found_one is null then
    return;
  end if;
  if found_one.last_seen_at < now() - interval '1 minute' then
    update public.session s set last_seen_at = now() where s.id_hash = wanted;
  end if;
  return query
    select a.id, m.id, m.county_id, m.role, m.organisation_id, m.client_id,
           m.display_name, o.name, c.name, c.product_name, a.password_expires_at is not null
      from public.membership m
      join public.user_account a on a.id = m.account_id
      join public.organisation o on o.county_id = m.county_id and o.id = m.organisation_id
      join public.county c on c.id = m.county_id
     where m.id = found_one.membership_id and m.account_id = found_one.account_id
       and m.status = 'ACTIVE' and a.status = 'ACTIVE';
end
$$;

create function auth.own_sessions(this_one bytea)
  returns table (id uuid, started_at timestamptz, last_seen_at timestamptz, is_current boolean, role text,
                 organisation_name text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select s.id, s.started_at, s.last_seen_at, s.id_hash = this_one, m.role, o.name
    from public.session s
    join public.membership m on m.id = s.membership_id and m.account_id = s.account_id and m.status = 'ACTIVE'
    join public.organisation o on o.county_id = m.county_id and o.id = m.organisation_id
   where s.account_id = app.account() and s.ended_at is null and s.ends_at > now()
     and s.last_seen_at + make_interval(secs => s.idle_seconds) > now()
   order by s.last_seen_at desc, s.id
$$;

create function auth.end_own_session(wanted uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update public.session s set ended_at = now()
   where s.id = wanted and s.account_id = app.account() and s.ended_at is null;
  return found;
end
$$;

create function auth.end_other_sessions(this_one bytea) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  n integer;
begin
  update public.session s set ended_at = now()
   where s.account_id = app.account() and s.ended_at is null and s.id_hash is distinct from this_one;
  get diagnostics n = row_count;
  return n;
end
$$;

create function auth.own_password_hash() returns text
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select a.password_hash from public.user_account a where a.id = app.account()
$$;

-- The session goes on under another membership of the same account, never longer than that role may.
create function auth.switch_session(this_one bytea, membership uuid, idle interval, absolute interval) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update public.session s
     set membership_id = switch_session.membership, idle_seconds = extract(epoch from idle)::integer,
         ends_at = least(s.ends_at, s.started_at + absolute)
   where s.id_hash = this_one and s.account_id = app.account() and s.ended_at is null
     and exists (select from public.membership m
                  where m.id = switch_session.membership and m.account_id = s.account_id and m.status = 'ACTIVE');
  return found;
end
$$;

revoke execute on function auth.session(bytea), auth.own_sessions(bytea), auth.end_own_session(uuid),
  auth.end_other_sessions(bytea), auth.own_password_hash(), auth.switch_session(bytea, uuid, interval, interval) from public;
grant execute on function auth.session(bytea), auth.own_sessions(bytea), auth.end_own_session(uuid),
  auth.end_other_sessions(bytea), auth.own_password_hash(), auth.switch_session(bytea, uuid, interval, interval)
  to tonggong_app;
