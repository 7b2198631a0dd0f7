-- Columns that a role does not change in rows that are hers to change. Column privileges know the one role of the
-- application, policies know rows: a trigger on the columns that a statement names says it by role. What the owner's own
-- functions write in the course of a statement (a client's copy of her caseworker) is theirs.
create function app.refuse_kept_column() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception 'a column that is not the actor''s to change' using errcode = 'insufficient_privilege';
end
$$;

-- `columns`: what the role is kept from; the row's key and frozen columns are nobody's in any case.
create procedure app.keep_from(tbl text, actor_role text, columns text[])
language plpgsql
as $$
declare
  named text;
begin
  select string_agg(format('%I', c), ', ' order by c) into named from unnest(columns) c;
  execute format(
    'create trigger %I before update of %s on %I for each row
       when (app.role() = %L and current_user <> ''tonggong_owner'') execute function app.refuse_kept_column()',
    tbl || '_keeps_' || lower(actor_role), named, tbl, actor_role);
end
$$;

-- A client says whether she objects to ranking; all else in her row is her caseworker's to write.
call app.keep_from('client', 'CLIENT', array['created_at', 'file_number', 'name_enc', 'name_bidx', 'phone_enc',
  'phone_bidx', 'phone_tail_bidx', 'contact_rules_enc', 'birth_year', 'township', 'education_code', 'skills',
  'desired_occupations', 'min_acceptable_pay_fen', 'weekly_hours_available', 'wished_shifts', 'shift_limits',
  'wished_benefits', 'travel_limit_minutes', 'capacity_limits', 'accommodation_needs', 'available_from', 'eligible',
  'attested_by_membership_id', 'attested_on', 'erased_at']);

-- Of a referral a client writes her own answers, an enterprise its own.
call app.keep_from('referral', 'CLIENT', array['created_at', 'card_code', 'source', 'score', 'explanation',
  'proposed_by_membership_id', 'proposed_at', 'answer_due_on', 'sent_at', 'respond_by', 'viewed_at', 'answered_at',
  'invitation_at', 'invitation_place', 'paid_work_sample_hours', 'offered_at', 'offer_pay_fen', 'offer_weekly_hours',
  'offer_shift', 'offer_hire_date', 'offer_contract_to', 'offer_probation_end_on', 'offer_pay_cycle_days']);
call app.keep_from('referral', 'ENTERPRISE_HR', array['created_at', 'card_code', 'source', 'score', 'explanation',
  'proposed_by_membership_id', 'proposed_at', 'answer_due_on', 'consented_at', 'consent_grant_id',
  'consent_evidence_file_id', 'sent_at', 'respond_by', 'card', 'invitation_accepted_at', 'offer_accepted_at',
  'offer_evidence_file_id']);

-- A supervisor reads her team's clients and writes none of their rows: a handover writes the entry, whose trigger
-- moves the client.
alter policy client_insert on client with check (county_id = (select app.county()) and ((select app.is_system())
  or (select app.role()) = 'CASEWORKER' and caseworker_membership_id = (select app.membership())));
do $$
declare
  hers constant text := $c$ county_id = (select app.county()) and ((select app.is_system())
    or (select app.role()) = 'CASEWORKER' and caseworker_membership_id = any ((select app.caseloads())::uuid[])
    or (select app.role()) = 'CLIENT' and id = (select app.client())) $c$;
begin
  execute format('alter policy client_update on client using (%1$s) with check (%1$s)', hers);
end
$$;
