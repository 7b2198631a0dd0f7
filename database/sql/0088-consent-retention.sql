-- Consents have their time like what rests on them: jobs alone take them away, with the questions and reviews about them.
do $$
declare
  tbl text;
begin
  foreach tbl in array array['consent_grant', 'consent_request', 'consent_review'] loop
    execute format('create policy %I on %I for delete to tonggong_app using (county_id = (select app.county()) and (select app.is_system()))',
      tbl || '_delete', tbl);
    execute format('grant delete on %I to tonggong_app', tbl);
  end loop;
end
$$;
