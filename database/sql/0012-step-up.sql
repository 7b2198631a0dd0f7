-- A session remembers when its holder last proved who she is; signing in counts.
alter table session add column proved_at timestamptz not null default now();
update session set proved_at = started_at;

create function auth.seconds_since_proof(wanted bytea) returns double precision
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select extract(epoch from now() - s.proved_at)::double precision
    from public.session s where s.id_hash = wanted and s.ended_at is null
$$;

create function auth.renew_proof(this_one bytea) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update public.session s set proved_at = now()
   where s.id_hash = this_one and s.account_id = app.account() and s.ended_at is null;
  return found;
end
$$;

revoke execute on function auth.seconds_since_proof(bytea), auth.renew_proof(bytea) from public;
grant execute on function auth.seconds_since_proof(bytea), auth.renew_proof(bytea) to tonggong_app;
