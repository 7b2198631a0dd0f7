-- Accounts and sessions know no county, and the application has no privilege on them: these functions are its only
-- way to them. Each is SECURITY DEFINER with a fixed search_path and does one thing.

create function auth.find_login(wanted text)
  returns table (account_id uuid, password_hash text, status text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select a.id, a.password_hash, case when a.password_expires_at <= now() then 'EXPIRED' else a.status end
    from public.user_account a
   where a.login = lower(btrim(wanted))
$$;

create function auth.memberships(account uuid)
  returns table (membership_id uuid, county_id uuid, role text, status text, organisation_id uuid, client_id uuid,
                 organisation_name text, county_name text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select m.id, m.county_id, m.role, m.status, m.organisation_id, m.client_id, o.name, c.name
    from public.membership m
    join public.organisation o on o.county_id = m.county_id and o.id = m.organisation_id
    join public.county c on c.id = m.county_id
   where m.account_id = account
   order by m.created_at, m.id
$$;

create function auth.open_session(id_hash bytea, account uuid, membership uuid, idle interval, absolute interval)
  returns void
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
  insert into public.session (id_hash, account_id, membership_id, started_at, last_seen_at, idle_seconds, ends_at)
  values (open_session.id_hash, account, membership, now(), now(), extract(epoch from idle)::integer, now() + absolute);
end
$$;

create function auth.session(wanted bytea)
  returns table (account_id uuid, membership_id uuid, county_id uuid, role text, organisation_id uuid, client_id uuid,
                 display_name text, organisation_name text, county_name text, product_name text)
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
           m.display_name, o.name, c.name, c.product_name
      from public.membership m
      join public.user_account a on a.id = m.account_id
      join public.organisation o on o.county_id = m.county_id and o.id = m.organisation_id
      join public.county c on c.id = m.county_id
     where m.id = found_one.membership_id and m.account_id = found_one.account_id
       and m.status = 'ACTIVE' and a.status = 'ACTIVE';
end
$$;

create function auth.end_session(wanted bytea) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
as $$
  update public.session set ended_at = now() where id_hash = wanted and ended_at is null
$$;

create function auth.refuse_unless_administrator() returns void language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if app.county() is null or not (app.is_system() or coalesce(app.role() = 'ADMINISTRATOR', false)) then
    raise exception 'only an administrator may do this' using errcode = 'insufficient_privilege';
  end if;
end
$$;

create function auth.create_account(
  id uuid, login text, display_name text, password_hash text, password_expires_at timestamptz default null
) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform auth.refuse_unless_administrator();
  insert into public.user_account (id, login, display_name, password_hash, password_expires_at, status)
  values (create_account.id, lower(btrim(create_account.login)), create_account.display_name,
          create_account.password_hash, create_account.password_expires_at, 'ACTIVE');
end
$$;

create function auth.set_password(account uuid, password_hash text, password_expires_at timestamptz default null)
  returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if app.account() is distinct from account then
    perform auth.refuse_unless_administrator();
    if not exists (select from public.membership m where m.county_id = app.county() and m.account_id = account) then
      raise exception 'no account of this county' using errcode = 'insufficient_privilege';
    end if;
  end if;
  update public.user_account a
     set password_hash = set_password.password_hash, password_expires_at = set_password.password_expires_at
   where a.id = account;
end
$$;

create function auth.member_logins() returns table (membership_id uuid, login text, account_status text)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform auth.refuse_unless_administrator();
  return query
    select m.id, a.login, a.status
      from public.membership m
      join public.user_account a on a.id = m.account_id
     where m.county_id = app.county() and (m.role <> 'CLIENT' or app.is_system());
end
$$;
