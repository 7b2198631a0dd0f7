-- One call per tenant table: who may read, insert and update its rows inside the actor's county. null = nobody,
-- not even by privilege; 'false' = jobs alone, which see every row of their county. `frozen` columns are set at the
-- insert and by triggers only. In the conditions {role}, {account}, {membership}, {organisation} and {self} stand
-- for the actor's context, {client_seen} says that the row of client_id is visible to the actor.
create procedure app.protect(
  tbl text, may_read text, may_insert text, may_update text,
  frozen text[] default '{}', may_delete text default null
)
language plpgsql
as $$
declare
  command record;
  condition text;
  columns text;
begin
  execute format('alter table %I enable row level security', tbl);
  execute format('alter table %I force row level security', tbl);
  for command in
    select * from (values ('select', may_read), ('insert', may_insert), ('update', may_update), ('delete', may_delete))
      as c (verb, allowed)
  loop
    execute format('drop policy if exists %I on %I', tbl || '_' || command.verb, tbl);
    continue when command.allowed is null;
    condition := app.condition(command.allowed);
    execute format('create policy %I on %I for %s to tonggong_app %s', tbl || '_' || command.verb, tbl, command.verb,
      case command.verb
        when 'insert' then format('with check (%s)', condition)
        when 'update' then format('using (%1$s) with check (%1$s)', condition)
        else format('using (%s)', condition)
      end);
    select string_agg(format('%I', attname), ', ' order by attnum) into columns
      from pg_attribute
     where attrelid = tbl::regclass and attnum > 0 and not attisdropped
       and attname <> all (frozen || array['county_id', 'id']);
    execute format('grant %s on %I to tonggong_app',
      case when command.verb = 'update' then format('update (%s)', columns) else command.verb end, tbl);
  end loop;
end
$$;

create function app.condition(allowed text) returns text language plpgsql immutable
as $$
declare
  token text;
  words constant jsonb := jsonb_build_object(
    '{role}', '(select app.role())',
    '{account}', '(select app.account())',
    '{membership}', '(select app.membership())',
    '{organisation}', '(select app.organisation())',
    '{self}', '(select app.client())',
    '{client_seen}', 'exists (select from client c where c.county_id = (select app.county()) and c.id = client_id)'
  );
  written text := allowed;
begin
  for token in select jsonb_object_keys(words) loop
    written := replace(written, token, words ->> token);
  end loop;
  return format('county_id = (select app.county()) and ((select app.is_system()) or (%s))', written);
end
$$;

-- SECURITY DEFINER functions run as the owner, whom forced row-level security binds as well: what they need, by name.
create procedure app.let_owner(tbl text, verbs text[])
language plpgsql
as $$
declare
  verb text;
begin
  foreach verb in array verbs loop
    execute format('create policy %I on %I for %s to tonggong_owner using (true)', tbl || '_owner_' || verb, tbl, verb);
  end loop;
end
$$;

-- The platform
call app.protect('county_key', 'true', 'false', 'false');
call app.protect('outbox_event', 'true', 'true', 'true', array['job', 'subject_id', 'data', 'actor_membership_id', 'created_at']);
call app.protect('delivery', $$ {role} = 'ADMINISTRATOR' $$, 'false', 'false');
call app.protect('job_failure', $$ {role} = 'ADMINISTRATOR' $$, 'false', 'false');
call app.protect('audit_entry', $$ {role} in ('ADMINISTRATOR', 'AUDITOR', 'SUPERVISOR') $$, 'true', null);
call app.protect('command_receipt', 'account_id = {account}', 'account_id = {account}', 'account_id = {account}');

-- Organisations and members
call app.protect('organisation', 'true', $$ {role} in ('ADMINISTRATOR', 'SUPERVISOR') $$,
  $$ {role} in ('ADMINISTRATOR', 'SUPERVISOR') $$);
call app.protect('site', 'true',
  $$ {role} in ('ADMINISTRATOR', 'SUPERVISOR') or {role} = 'ENTERPRISE_HR' and organisation_id = {organisation} $$,
  $$ {role} in ('ADMINISTRATOR', 'SUPERVISOR') or {role} = 'ENTERPRISE_HR' and organisation_id = {organisation} $$);
call app.protect('membership',
  $$ account_id = {account}
     or role = 'CLIENT' and {role} in ('CASEWORKER', 'SUPERVISOR') and {client_seen}
     or role <> 'CLIENT' and ({role} not in ('ENTERPRISE_HR', 'CLIENT') or organisation_id = {organisation}
          or role in ('CASEWORKER', 'SUPERVISOR', 'TRAINER', 'MENTOR')) $$,
  $$ {role} = 'ADMINISTRATOR' and role <> 'CLIENT'
     or {role} in ('CASEWORKER', 'SUPERVISOR') and role = 'CLIENT' and {client_seen} $$,
  $$ {role} = 'ADMINISTRATOR' and role <> 'CLIENT'
     or {role} in ('CASEWORKER', 'SUPERVISOR') and role = 'CLIENT' and {client_seen} $$,
  array['account_id', 'client_id']);

-- Clients: the policy of client reads no other table; everything about a client asks whether her row is visible
call app.protect('client',
  $$ {role} = 'SUPERVISOR'
     or {role} = 'CASEWORKER' and caseworker_membership_id = {membership}
     or {role} = 'CLIENT' and id = {self}
     or {role} in ('ENTERPRISE_HR', 'TRAINER', 'BASE_MANAGER', 'MENTOR')
        and id = any ((select app.shared_clients())::uuid[]) $$,
  $$ {role} = 'SUPERVISOR' or {role} = 'CASEWORKER' and caseworker_membership_id = {membership} $$,
  $$ {role} = 'SUPERVISOR'
     or {role} = 'CASEWORKER' and caseworker_membership_id = {membership}
     or {role} = 'CLIENT' and id = {self} $$,
  array['caseworker_membership_id']);
do $$
declare
  tbl text;
begin
  foreach tbl in array array['programme_entry', 'client_certificate', 'support_plan', 'goal', 'contact'] loop
    call app.protect(tbl,
      $c$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen} $c$,
      $c$ {role} in ('CASEWORKER', 'SUPERVISOR') and {client_seen} $c$,
      $c$ {role} in ('CASEWORKER', 'SUPERVISOR') and {client_seen} $c$,
      array['client_id']);
  end loop;
end
$$;
call app.protect('task',
  $$ {role} = 'SUPERVISOR' or assignee_membership_id = {membership}
     or {role} = 'CASEWORKER' and client_id is not null and {client_seen} $$,
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') $$,
  $$ {role} = 'SUPERVISOR' or assignee_membership_id = {membership}
     or {role} = 'CASEWORKER' and client_id is not null and {client_seen} $$);

-- Files and imports
call app.protect('file',
  $$ uploaded_by_membership_id = {membership} or {role} = 'SUPERVISOR'
     or {role} in ('CASEWORKER', 'ENTERPRISE_HR') and organisation_id = {organisation} $$,
  'uploaded_by_membership_id = {membership} and organisation_id = {organisation}', 'false');
call app.protect('import_run',
  $$ requested_by_membership_id = {membership} or {role} in ('SUPERVISOR', 'ADMINISTRATOR')
     or {role} = 'ENTERPRISE_HR' and organisation_id = {organisation} $$,
  'requested_by_membership_id = {membership} and organisation_id = {organisation}',
  'requested_by_membership_id = {membership} and organisation_id = {organisation}');
call app.protect('import_row',
  $$ {role} <> 'ADMINISTRATOR'
     and exists (select from import_run r where r.county_id = (select app.county()) and r.id = run_id) $$,
  $$ {role} in ('CASEWORKER', 'ENTERPRISE_HR')
     and exists (select from import_run r where r.county_id = (select app.county()) and r.id = run_id) $$,
  'false', may_delete => 'false');

-- Training
call app.protect('training_course', 'true', $$ {role} = 'BASE_MANAGER' $$, $$ {role} = 'BASE_MANAGER' $$);
call app.protect('course_session', 'true', $$ {role} = 'BASE_MANAGER' $$, $$ {role} = 'BASE_MANAGER' $$,
  array['seats_taken']);
call app.protect('room', 'true', $$ {role} = 'BASE_MANAGER' $$, $$ {role} = 'BASE_MANAGER' $$);
call app.protect('lesson', 'true',
  $$ {role} = 'BASE_MANAGER' or {role} = 'TRAINER' and trainer_membership_id = {membership} $$,
  $$ {role} = 'BASE_MANAGER' or {role} = 'TRAINER' and trainer_membership_id = {membership} $$);
call app.protect('enrolment',
  $$ {role} = 'BASE_MANAGER' or {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen}
     or {role} = 'TRAINER' and exists (select from course_session s where s.county_id = (select app.county())
          and s.id = session_id and s.trainer_membership_id = {membership}) $$,
  $$ {role} = 'BASE_MANAGER' or {role} in ('CASEWORKER', 'CLIENT') and {client_seen} $$,
  $$ {role} = 'BASE_MANAGER' or {role} in ('CASEWORKER', 'CLIENT') and {client_seen} $$,
  array['client_id', 'session_id']);
call app.protect('attendance',
  'exists (select from enrolment e where e.county_id = (select app.county()) and e.id = enrolment_id)',
  $$ {role} in ('TRAINER', 'BASE_MANAGER')
     and exists (select from enrolment e where e.county_id = (select app.county()) and e.id = enrolment_id) $$,
  $$ {role} in ('TRAINER', 'BASE_MANAGER')
     and exists (select from enrolment e where e.county_id = (select app.county()) and e.id = enrolment_id) $$);

-- Work offered: an enterprise sees its own
call app.protect('cooperation_agreement',
  $$ {role} <> 'ENTERPRISE_HR' or organisation_id = {organisation} $$,
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') $$,
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') or {role} = 'ENTERPRISE_HR' and organisation_id = {organisation} $$,
  array['allotted_slots', 'organisation_id']);
call app.protect('position',
  $$ {role} <> 'ENTERPRISE_HR' or organisation_id = {organisation} $$,
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') or {role} = 'ENTERPRISE_HR' and organisation_id = {organisation} $$,
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') or {role} = 'ENTERPRISE_HR' and organisation_id = {organisation} $$,
  array['organisation_id']);
call app.protect('job_slot',
  $$ {role} <> 'ENTERPRISE_HR' or organisation_id = {organisation} $$,
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') or {role} = 'ENTERPRISE_HR' and organisation_id = {organisation} $$,
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') or {role} = 'ENTERPRISE_HR' and organisation_id = {organisation}
     or {role} = 'CLIENT' and exists (select from referral r where r.county_id = (select app.county())
          and r.position_id = job_slot.position_id and r.client_id = {self}
          and (job_slot.held_for is null or job_slot.held_for = r.id)) $$,
  array['position_id', 'organisation_id', 'seq']);

-- Consent
call app.protect('consent_grant',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen}
     or {role} = 'ENTERPRISE_HR' and recipient_organisation_id = {organisation} $$,
  $$ {role} in ('CASEWORKER', 'CLIENT') and {client_seen} $$,
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen} $$,
  array['client_id', 'recipient_organisation_id', 'purpose', 'valid_from']);
call app.protect('disclosure',
  $$ reader_membership_id = {membership}
     or {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen} $$,
  'reader_membership_id = {membership}', 'reader_membership_id = {membership}',
  array['client_id', 'basis', 'basis_id', 'reader_membership_id', 'field_group', 'day', 'first_at']);

-- Referral and placement
call app.protect('referral',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen}
     or {role} = 'ENTERPRISE_HR' and organisation_id = {organisation} and sent_at is not null $$,
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen} $$,
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen}
     or {role} = 'ENTERPRISE_HR' and organisation_id = {organisation} and sent_at is not null $$,
  array['client_id', 'position_id', 'organisation_id']);
call app.protect('placement',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen}
     or {role} = 'ENTERPRISE_HR' and organisation_id = {organisation} $$,
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen} $$,
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') and {client_seen} $$,
  array['client_id']);
call app.protect('follow_up_milestone',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen} $$,
  'false',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') and {client_seen} $$,
  array['placement_id', 'client_id']);
call app.protect('reminder',
  $$ recipient_membership_id = {membership} or {role} = 'SUPERVISOR' $$, 'false', 'false');

-- Equal pay: of a colleague's line the office sees nothing, only a job computes with it
call app.protect('payroll_upload',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') or {role} = 'ENTERPRISE_HR' and organisation_id = {organisation} $$,
  $$ {role} = 'ENTERPRISE_HR' and organisation_id = {organisation} $$,
  $$ {role} = 'ENTERPRISE_HR' and organisation_id = {organisation} $$);
call app.protect('payroll_line',
  $$ {role} = 'ENTERPRISE_HR' and organisation_id = {organisation}
     or {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and placement_id is not null
        and exists (select from placement p where p.county_id = (select app.county()) and p.id = placement_id) $$,
  $$ {role} = 'ENTERPRISE_HR' and organisation_id = {organisation} $$,
  $$ {role} = 'ENTERPRISE_HR' and organisation_id = {organisation} $$,
  array['organisation_id', 'period', 'pseudonym']);
call app.protect('pay_check_run',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') $$, $$ {role} = 'SUPERVISOR' $$, 'false');
call app.protect('pay_check_result',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen} $$, 'false', 'false');
call app.protect('pay_finding',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen}
     or {role} = 'ENTERPRISE_HR' and organisation_id = {organisation} and notified_at is not null $$,
  'false',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') and {client_seen} $$,
  array['result_id', 'placement_id', 'client_id', 'organisation_id', 'period', 'rule_code']);

-- Parameters of the county
call app.protect('travel_time', 'true', $$ {role} in ('ADMINISTRATOR', 'SUPERVISOR') $$,
  $$ {role} in ('ADMINISTRATOR', 'SUPERVISOR') $$);
call app.protect('score_weights', 'true', $$ {role} in ('ADMINISTRATOR', 'SUPERVISOR') $$, null);

-- What the SECURITY DEFINER functions read and keep
call app.let_owner('organisation', array['select']);
call app.let_owner('membership', array['select']);
call app.let_owner('client', array['select', 'update']);
call app.let_owner('programme_entry', array['select']);
call app.let_owner('consent_grant', array['select']);
call app.let_owner('placement', array['select']);
call app.let_owner('enrolment', array['select']);
call app.let_owner('course_session', array['select', 'update']);
call app.let_owner('cooperation_agreement', array['select', 'update']);

-- The relay: open rows of the outbox of all counties, and nothing else
create policy outbox_event_relay_select on outbox_event for select to tonggong_relay
  using (done_at is null and failed_at is null);
create policy outbox_event_relay_update on outbox_event for update to tonggong_relay
  using (done_at is null and failed_at is null) with check (done_at is null and failed_at is null);
grant select, update (generation, published_at) on outbox_event to tonggong_relay;

-- Global tables
grant select on county, minimum_wage, holiday, migrations to tonggong_app;
grant select, insert, update, delete on worker_heartbeat to tonggong_app;
