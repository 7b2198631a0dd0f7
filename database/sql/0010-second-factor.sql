-- A second factor beside the password: an authenticator app, and recovery codes for the day on which the phone is lost.
-- Like accounts and sessions these rows know no county; the application reaches them through schema auth alone.
create table second_factor (
  account_id uuid not null,
  secret_enc bytea not null,
  confirmed_at timestamptz,
  last_step bigint not null default 0,
  constraint second_factor_pkey primary key (account_id),
  constraint second_factor_account_id_fkey foreign key (account_id) references user_account (id) on delete restrict
);
create table recovery_code (
  account_id uuid not null,
  code_hash bytea not null,
  used_at timestamptz,
  constraint recovery_code_pkey primary key (account_id, code_hash),
  constraint recovery_code_hash_check check (octet_length(code_hash) = 32),
  constraint recovery_code_account_id_fkey foreign key (account_id) references user_account (id) on delete restrict
);

create function auth.second_factor(account uuid) returns table (secret_enc bytea, is_confirmed boolean, codes_left integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select f.secret_enc, f.confirmed_at is not null,
         (select count(*)::integer from public.recovery_code c where c.account_id = account and c.used_at is null)
    from public.second_factor f where f.account_id = account
$$;

-- A step of 30 seconds opens once: whoever read a code over a shoulder comes too late.
create function auth.use_code_step(account uuid, step bigint) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update public.second_factor f set last_step = step where f.account_id = account and f.last_step < step;
  return found;
end
$$;

create function auth.use_recovery_code(account uuid, code_hash bytea) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update public.recovery_code c set used_at = now()
   where c.account_id = account and c.code_hash = use_recovery_code.code_hash and c.used_at is null
     and exists (select from public.second_factor f where f.account_id = account and f.confirmed_at is not null);
  return found;
end
$$;

-- Begins anew as long as it was not confirmed; a confirmed one has to be taken away first.
create function auth.begin_second_factor(secret_enc bytea) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  insert into public.second_factor (account_id, secret_enc) values (app.account(), begin_second_factor.secret_enc)
  on conflict (account_id) do update set secret_enc = excluded.secret_enc, last_step = 0
   where second_factor.confirmed_at is null;
  return found;
end
$$;

create function auth.confirm_second_factor(code_hashes bytea[]) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update public.second_factor f set confirmed_at = now() where f.account_id = app.account() and f.confirmed_at is null;
  if not found then
    return false;
  end if;
  delete from public.recovery_code c where c.account_id = app.account();
  insert into public.recovery_code (account_id, code_hash) select app.account(), unnest(code_hashes);
  return true;
end
$$;

create function auth.remove_second_factor() returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  delete from public.recovery_code c where c.account_id = app.account();
  delete from public.second_factor f where f.account_id = app.account();
  return found;
end
$$;

revoke execute on function auth.second_factor(uuid), auth.use_code_step(uuid, bigint),
  auth.use_recovery_code(uuid, bytea), auth.begin_second_factor(bytea), auth.confirm_second_factor(bytea[]),
  auth.remove_second_factor() from public;
grant execute on function auth.second_factor(uuid), auth.use_code_step(uuid, bigint),
  auth.use_recovery_code(uuid, bytea), auth.begin_second_factor(bytea), auth.confirm_second_factor(bytea[]),
  auth.remove_second_factor() to tonggong_app;
