-- Whether anything stands behind the password of an account: an authenticator app that was confirmed, or a passkey.
create function auth.has_second_step(account uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select exists (select from public.second_factor f where f.account_id = account and f.confirmed_at is not null)
      or exists (select from public.passkey p where p.account_id = account)
$$;

-- Of two acts on one's own account at once, the later waits: neither may take away what the other counted on.
create function auth.lock_own_account() returns void
  language sql security definer set search_path = pg_catalog, pg_temp
as $$
  select from public.user_account a where a.id = app.account() for update
$$;

revoke execute on function auth.has_second_step(uuid), auth.lock_own_account() from public;
grant execute on function auth.has_second_step(uuid), auth.lock_own_account() to tonggong_app;
