-- What a page asks by itself, without anybody at it, keeps no session alive.
drop function auth.session(bytea);
create function auth.session(wanted bytea, is_by_hand boolean)
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
  if is_by_hand and found_one.last_seen_at < now() - interval '1 minute' then
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

drop function auth.phone_session(bytea);
create function auth.phone_session(wanted bytea, is_by_hand boolean)
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
  if is_by_hand and open_now and found_one.seen_at < now() - interval '1 minute' then
    update public.phone_session q set seen_at = now() where q.session_hash = wanted;
  end if;
  return query select found_one.is_first, found_one.phone_hash is not null, found_one.is_remembered, open_now;
end
$$;

revoke execute on function auth.session(bytea, boolean), auth.phone_session(bytea, boolean) from public;
grant execute on function auth.session(bytea, boolean), auth.phone_session(bytea, boolean) to tonggong_app;
