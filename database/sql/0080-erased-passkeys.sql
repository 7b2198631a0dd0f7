-- Passkeys came after erasure: they go with the account, too.
-- Ends every way in that an erased client had: her sessions, passkeys and other factors go, and an account that was hers alone loses its
-- name. Gives how many accounts those were.
create or replace function auth.erase_client_accounts(client uuid) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  hers uuid[];
  alone uuid[];
begin
  if not app.is_system() then
    raise exception 'only a job may do this' using errcode = 'insufficient_privilege';
  end if;
  select coalesce(array_agg(m.account_id), '{}') into hers from public.membership m
   where m.county_id = app.county() and m.client_id = erase_client_accounts.client;
  select coalesce(array_agg(a.id), '{}') into alone from public.user_account a
   where a.id = any (hers)
     and not exists (select from public.membership m where m.account_id = a.id
                      and (m.county_id, m.client_id) is distinct from (app.county(), erase_client_accounts.client));
  delete from public.phone_session p using public.session s, public.membership m
   where m.county_id = app.county() and m.client_id = erase_client_accounts.client
     and (s.membership_id = m.id or s.account_id = any (alone)) and p.session_hash = s.id_hash;
  delete from public.session s using public.membership m
   where m.county_id = app.county() and m.client_id = erase_client_accounts.client and s.membership_id = m.id;
  delete from public.session s where s.account_id = any (alone);
  delete from public.sign_in_code c where c.account_id = any (alone);
  delete from public.phone p where p.account_id = any (alone);
  delete from public.recovery_code r where r.account_id = any (alone);
  delete from public.second_factor f where f.account_id = any (alone);
  delete from public.passkey_challenge c where c.account_id = any (alone);
  delete from public.passkey k where k.account_id = any (alone);
  update public.user_account a
     set login = 'erased-' || a.id, display_name = '', password_hash = null, password_expires_at = null, status = 'DISABLED'
   where a.id = any (alone);
  return cardinality(alone);
end
$$;

-- And those of accounts that were erased before.
delete from passkey_challenge c using user_account a where a.id = c.account_id and a.login = 'erased-' || a.id;
delete from passkey k using user_account a where a.id = k.account_id and a.login = 'erased-' || a.id;
