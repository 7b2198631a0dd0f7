-- Passkeys: keys that live in a phone, a computer or a security key and open the door without a password.
-- Like accounts and sessions these rows know no county; the application reaches them through schema auth alone.
create table passkey (
  id uuid not null,
  account_id uuid not null,
  credential_id text not null,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  name text not null,
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  constraint passkey_pkey primary key (id),
  constraint passkey_credential_id_key unique (credential_id),
  constraint passkey_name_check check (name = btrim(name) and char_length(name) between 1 and 40),
  constraint passkey_account_id_fkey foreign key (account_id) references user_account (id) on delete restrict
);
create index passkey_account_id_idx on passkey (account_id);

-- A challenge is answered once, within five minutes, for the purpose and by the account it was made for; nobody's
-- account while somebody signs in by a passkey alone. Only its hash is kept.
create table passkey_challenge (
  challenge_hash bytea not null,
  account_id uuid,
  purpose text not null,
  expires_at timestamptz not null,
  constraint passkey_challenge_pkey primary key (challenge_hash),
  constraint passkey_challenge_hash_check check (octet_length(challenge_hash) = 32),
  constraint passkey_challenge_purpose_check
    check (purpose in ('SET_UP', 'SIGN_IN', 'SECOND_STEP', 'PROOF') and (purpose = 'SIGN_IN') = (account_id is null)),
  constraint passkey_challenge_account_id_fkey foreign key (account_id) references user_account (id) on delete restrict
);
create index passkey_challenge_expires_at_idx on passkey_challenge (expires_at);

create function auth.new_challenge(challenge_hash bytea, account uuid, purpose text) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  delete from public.passkey_challenge c where c.expires_at <= now();
  insert into public.passkey_challenge (challenge_hash, account_id, purpose, expires_at)
  values (new_challenge.challenge_hash, account, new_challenge.purpose, now() + interval '5 minutes');
end
$$;

create function auth.use_challenge(wanted bytea, account uuid, purpose text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  delete from public.passkey_challenge c
   where c.challenge_hash = wanted and c.account_id is not distinct from account
     and c.purpose = use_challenge.purpose and c.expires_at > now();
  return found;
end
$$;

create function auth.passkey(wanted text)
  returns table (account_id uuid, account_status text, public_key bytea, counter bigint, transports text[])
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select p.account_id, a.status, p.public_key, p.counter, p.transports
    from public.passkey p join public.user_account a on a.id = p.account_id
   where p.credential_id = wanted
$$;

create function auth.passkeys(account uuid)
  returns table (id uuid, credential_id text, transports text[], name text, created_at timestamptz, last_used_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select p.id, p.credential_id, p.transports, p.name, p.created_at, p.last_used_at
    from public.passkey p where p.account_id = account order by p.created_at, p.id
$$;

-- A counter that does not grow belongs to a copy; devices without a counter always say 0.
create function auth.use_passkey(wanted text, new_counter bigint) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update public.passkey p set counter = new_counter, last_used_at = now()
   where p.credential_id = wanted and (p.counter < new_counter or (p.counter = 0 and new_counter = 0));
  return found;
end
$$;

create function auth.add_passkey(
  id uuid, credential_id text, public_key bytea, counter bigint, transports text[], name text
) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform 1 from public.user_account a where a.id = app.account() for update;
  if (select count(*) from public.passkey p where p.account_id = app.account()) >= 10 then
    return false;
  end if;
  insert into public.passkey (id, account_id, credential_id, public_key, counter, transports, name)
  values (add_passkey.id, app.account(), add_passkey.credential_id, add_passkey.public_key, add_passkey.counter,
          add_passkey.transports, add_passkey.name);
  return true;
end
$$;

create function auth.remove_passkey(wanted uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  delete from public.passkey p where p.id = wanted and p.account_id = app.account();
  return found;
end
$$;

revoke execute on function auth.new_challenge(bytea, uuid, text), auth.use_challenge(bytea, uuid, text),
  auth.passkey(text), auth.passkeys(uuid), auth.use_passkey(text, bigint),
  auth.add_passkey(uuid, text, bytea, bigint, text[], text), auth.remove_passkey(uuid) from public;
grant execute on function auth.new_challenge(bytea, uuid, text), auth.use_challenge(bytea, uuid, text),
  auth.passkey(text), auth.passkeys(uuid), auth.use_passkey(text, bigint),
  auth.add_passkey(uuid, text, bytea, bigint, text[], text), auth.remove_passkey(uuid) to tonggong_app;
