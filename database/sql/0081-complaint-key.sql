-- Whoever reads a complaint opens it under the client's key; the consent migration had set this policy anew without it.
call app.protect('client_key',
  $$ {client_seen} or {role} in ('ENTERPRISE_HR', 'TRAINER', 'BASE_MANAGER', 'MENTOR')
     and client_id = any ((select app.shared_clients())::uuid[])
     or {role} in ('SUPERVISOR', 'ADMINISTRATOR')
     and exists (select from complaint k where k.county_id = (select app.county()) and k.client_id = client_key.client_id) $$,
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') and {client_seen} $$, 'false', array['client_id', 'created_at']);
