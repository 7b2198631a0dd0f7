-- PostgreSQL lets everybody execute a new function: nobody but the application may.
revoke execute on all functions in schema app, auth from public;
revoke execute on all procedures in schema app from public;
grant usage on schema app, auth to tonggong_app;
grant execute on function
  app.county(), app.role(), app.account(), app.membership(), app.organisation(), app.client(), app.today(),
  app.is_system(), app.shared_clients(), app.holds_seat(text)
  to tonggong_app;
grant execute on function
  auth.find_login(text), auth.memberships(uuid), auth.open_session(bytea, uuid, uuid, interval, interval),
  auth.session(bytea), auth.end_session(bytea), auth.create_account(uuid, text, text, text, timestamptz),
  auth.set_password(uuid, text, timestamptz), auth.member_logins()
  to tonggong_app;
