-- Recovery codes stand in for whatever the second step is: an authenticator app, or passkeys alone.
create function auth.recovery_codes_left(account uuid) returns integer
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select count(*)::integer from public.recovery_code c where c.account_id = account and c.used_at is null
$$;

create or replace function auth.use_recovery_code(account uuid, code_hash bytea) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update public.recovery_code c set used_at = now()
   where c.account_id = account and c.code_hash = use_recovery_code.code_hash and c.used_at is null
     and auth.has_second_step(account);
  return found;
end
$$;

-- For the first passkey of somebody who has no codes yet; what she has is left to her.
create function auth.give_recovery_codes(code_hashes bytea[]) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform from public.user_account a where a.id = app.account() for update;
  if not exists (select from public.passkey p where p.account_id = app.account())
     or exists (select from public.recovery_code c where c.account_id = app.account()) then
    return false;
  end if;
  insert into public.recovery_code (account_id, code_hash) select app.account(), unnest(code_hashes);
  return true;
end
$$;

-- The codes go with the last second step.
create or replace function auth.remove_second_factor() returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  removed boolean;
begin
  delete from public.second_factor f where f.account_id = app.account();
  removed := found;
  delete from public.recovery_code c where c.account_id = app.account() and not auth.has_second_step(app.account());
  return removed;
end
$$;

create or replace function auth.remove_passkey(wanted uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  delete from public.passkey p where p.id = wanted and p.account_id = app.account();
  if not found then
    return false;
  end if;
  delete from public.recovery_code c where c.account_id = app.account() and not auth.has_second_step(app.account());
  return true;
end
$$;

revoke execute on function auth.recovery_codes_left(uuid), auth.give_recovery_codes(bytea[]) from public;
grant execute on function auth.recovery_codes_left(uuid), auth.give_recovery_codes(bytea[]) to tonggong_app;
