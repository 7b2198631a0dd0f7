-- Row-level security where it said less than the policy matrix: what was open to the whole county is open to the roles
-- that have a cell for it, an enterprise knows no other enterprise, a client the offers of work that were made to her.

-- Positions that the client who acts was ever put forward for, or works in. SECURITY DEFINER, because a policy on
-- job_slot that read job_slot would never end.
create function app.proposed_positions() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(distinct offered.position_id), '{}')
    from (select r.position_id from public.referral r
           where app.role() = 'CLIENT' and r.county_id = app.county() and r.client_id = app.client()
          union all
          select s.position_id from public.placement l
            join public.job_slot s on s.county_id = l.county_id and s.id = l.slot_id
           where app.role() = 'CLIENT' and l.county_id = app.county() and l.client_id = app.client()) offered
$$;
revoke execute on function app.proposed_positions() from public;
grant execute on function app.proposed_positions() to tonggong_app;
create policy referral_owner_proposed on referral for select to tonggong_owner using (true);
create policy job_slot_owner_proposed on job_slot for select to tonggong_owner using (true);

-- Organisations
alter policy organisation_select on organisation using (county_id = (select app.county()) and (
  coalesce((select app.role()) <> 'ENTERPRISE_HR', false) or id = (select app.organisation()) or kind <> 'ENTERPRISE'));
alter policy site_select on site using (county_id = (select app.county()) and (
  coalesce((select app.role()) <> 'ENTERPRISE_HR', false) or organisation_id = (select app.organisation())));

-- Files: a caseworker opens what she sent herself, and what is about a client of hers whoever sent it; a supervisor
-- beside her own the papers of the sample of recorded consents, and nothing else that was sent
alter policy file_select on file using (county_id = (select app.county()) and ((select app.is_system()) or
  uploaded_by_membership_id = (select app.membership())
  or (select app.role()) = 'SUPERVISOR' and exists (select from consent_review v
       join consent_grant g on g.county_id = v.county_id and g.id = v.consent_grant_id
       where v.county_id = (select app.county()) and g.evidence_file_id = file.id
         and v.recorded_by_membership_id <> (select app.membership()))
  or (select app.role()) = 'CASEWORKER' and client_id is not null and exists (select from client c
       where c.county_id = (select app.county()) and c.id = client_id)
  or (select app.role()) = 'ENTERPRISE_HR' and organisation_id = (select app.organisation())));

-- Opened files: a caseworker reads her own openings, the client those of her file, a supervisor all
alter policy file_opening_select on file_opening using (county_id = (select app.county()) and ((select app.is_system())
  or (select app.role()) = 'SUPERVISOR'
  or (select app.role()) = 'CASEWORKER' and reader_membership_id = (select app.membership())
  or (select app.role()) = 'CLIENT' and client_id = (select app.client())));

-- Handovers: the two caseworkers and the supervisors change one, never the client who reads it
do $$
declare
  step constant text := $c$ county_id = (select app.county()) and ((select app.is_system())
    or status = 'REQUESTED' and ((select app.role()) = 'SUPERVISOR' or (select app.role()) = 'CASEWORKER'
         and (select app.membership()) in (from_membership_id, to_membership_id))
    or status = 'REFUSED' and ((select app.role()) = 'SUPERVISOR'
         or (select app.role()) = 'CASEWORKER' and to_membership_id = (select app.membership()))
    or status = 'WITHDRAWN' and ((select app.role()) = 'SUPERVISOR'
         or (select app.role()) = 'CASEWORKER' and from_membership_id = (select app.membership()))) $c$;
begin
  execute format('alter policy case_transfer_update on case_transfer using (%1$s) with check (%1$s)', step);
end
$$;

-- Training
do $$
declare
  tbl text;
begin
  foreach tbl in array array['training_course', 'room'] loop
    execute format($p$ alter policy %I on %I using (county_id = (select app.county()) and ((select app.is_system()) or
      (select app.role()) in ('CLIENT', 'CASEWORKER', 'SUPERVISOR', 'TRAINER', 'BASE_MANAGER'))) $p$, tbl || '_select', tbl);
  end loop;
end
$$;
alter policy course_session_select on course_session using (county_id = (select app.county()) and ((select app.is_system())
  or (select app.role()) in ('CLIENT', 'CASEWORKER', 'SUPERVISOR', 'BASE_MANAGER')
  or (select app.role()) = 'TRAINER' and trainer_membership_id = (select app.membership())));
alter policy lesson_select on lesson using (county_id = (select app.county()) and ((select app.is_system())
  or (select app.role()) in ('CASEWORKER', 'SUPERVISOR', 'BASE_MANAGER')
  or (select app.role()) = 'TRAINER' and (trainer_membership_id = (select app.membership())
       or exists (select from course_session s where s.county_id = (select app.county()) and s.id = session_id
                    and s.trainer_membership_id = (select app.membership())))
  or (select app.role()) = 'CLIENT' and exists (select from enrolment e where e.county_id = (select app.county())
       and e.session_id = lesson.session_id and e.client_id = (select app.client()))));

-- Work offered
alter policy position_select on position using (county_id = (select app.county()) and ((select app.is_system())
  or (select app.role()) in ('CASEWORKER', 'SUPERVISOR')
  or (select app.role()) = 'ENTERPRISE_HR' and organisation_id = (select app.organisation())
  or (select app.role()) = 'CLIENT' and id = any ((select app.proposed_positions())::uuid[])));
alter policy job_slot_select on job_slot using (county_id = (select app.county()) and ((select app.is_system())
  or (select app.role()) in ('CASEWORKER', 'SUPERVISOR')
  or (select app.role()) = 'ENTERPRISE_HR' and organisation_id = (select app.organisation())
  or (select app.role()) = 'CLIENT' and position_id = any ((select app.proposed_positions())::uuid[])));
alter policy cooperation_agreement_select on cooperation_agreement using (county_id = (select app.county())
  and ((select app.is_system()) or (select app.role()) in ('CASEWORKER', 'SUPERVISOR')
  or (select app.role()) = 'ENTERPRISE_HR' and organisation_id = (select app.organisation())
  or (select app.role()) = 'CLIENT' and exists (select from position p where p.county_id = (select app.county())
       and p.agreement_id = cooperation_agreement.id and p.id = any ((select app.proposed_positions())::uuid[]))));

-- Imports: whoever may ask for one, and the office
alter policy import_run_select on import_run using (county_id = (select app.county()) and ((select app.is_system())
  or (select app.role()) in ('SUPERVISOR', 'ADMINISTRATOR')
  or (select app.role()) in ('CASEWORKER', 'ENTERPRISE_HR') and requested_by_membership_id = (select app.membership())
  or (select app.role()) = 'ENTERPRISE_HR' and organisation_id = (select app.organisation())));
do $$
declare
  own constant text := $c$ county_id = (select app.county()) and ((select app.is_system())
    or (select app.role()) in ('CASEWORKER', 'ENTERPRISE_HR') and requested_by_membership_id = (select app.membership())
       and organisation_id = (select app.organisation())) $c$;
begin
  execute format('alter policy import_run_insert on import_run with check (%s)', own);
  execute format('alter policy import_run_update on import_run using (%1$s) with check (%1$s)', own);
end
$$;
