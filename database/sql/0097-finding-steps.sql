-- What becomes of a finding once it is detected: who looked, what the client and the enterprise answered, by when.
alter table pay_finding
  add column due_on date,
  add column step_reason text,
  add column consent_answer text,
  add column consent_answered_at timestamptz,
  add column consent_grant_id uuid,
  add column response_reason text,
  add column responded_at timestamptz,
  add column responded_by_membership_id uuid,
  add column evidence_file_id uuid,
  add column reviewed_at timestamptz,
  add column reviewed_by_membership_id uuid,
  add column confirmed_at timestamptz,
  add column escalated_at timestamptz,
  add column decided_at timestamptz,
  add column decided_by_membership_id uuid,
  add column referral_organisation_id uuid,
  add column referral_answer text,
  add column referral_grant_id uuid,
  add column resolved_at timestamptz,
  add column paid_fen bigint,
  add column appeal_until date,
  add column appealed_by text,
  add column appealed_at timestamptz,
  add column retaliation_noted_at timestamptz,
  add constraint pay_finding_id_client_id_key unique (county_id, id, client_id),
  add constraint pay_finding_consent_answer_check check ("consent_answer" in ('GIVEN', 'DECLINED', 'LAPSED', 'WITHDRAWN')),
  add constraint pay_finding_referral_answer_check check ("referral_answer" in ('ASKED', 'GIVEN', 'DECLINED')),
  add constraint pay_finding_response_check check ("response" in ('ACCEPTED', 'EXPLAINED', 'DISPUTED')),
  add constraint pay_finding_appealed_by_check check ("appealed_by" in ('CLIENT', 'ENTERPRISE')),
  add constraint pay_finding_paid_fen_check check ("paid_fen" >= 0),
  add constraint pay_finding_explained_check check (
    response is distinct from 'EXPLAINED' or (response_reason is not null and evidence_file_id is not null)),
  add constraint pay_finding_appeal_once_check check ((appealed_by is null) = (appealed_at is null)),
  add constraint pay_finding_consent_grant_id_fkey
    foreign key (county_id, consent_grant_id, client_id) references consent_grant (county_id, id, client_id) on delete restrict,
  add constraint pay_finding_referral_grant_id_fkey
    foreign key (county_id, referral_grant_id, client_id) references consent_grant (county_id, id, client_id) on delete restrict,
  add constraint pay_finding_referral_organisation_id_fkey
    foreign key (county_id, referral_organisation_id) references organisation (county_id, id) on delete restrict,
  add constraint pay_finding_evidence_file_id_fkey
    foreign key (county_id, evidence_file_id) references file (county_id, id) on delete restrict,
  add constraint pay_finding_responded_by_membership_id_fkey
    foreign key (county_id, responded_by_membership_id) references membership (county_id, id) on delete restrict,
  add constraint pay_finding_reviewed_by_membership_id_fkey
    foreign key (county_id, reviewed_by_membership_id) references membership (county_id, id) on delete restrict,
  add constraint pay_finding_decided_by_membership_id_fkey
    foreign key (county_id, decided_by_membership_id) references membership (county_id, id) on delete restrict;
create index pay_finding_due_on_idx on pay_finding (county_id, due_on) where due_on is not null;

-- The history of a finding: written by the step itself, never by hand, and never changed.
create table pay_finding_event (
  county_id uuid not null,
  id uuid not null,
  finding_id uuid not null,
  client_id uuid not null,
  finding_version integer not null,
  from_status text,
  to_status text not null,
  reason text,
  by_role text,
  by_membership_id uuid,
  occurred_at timestamptz not null,
  constraint pay_finding_event_pkey primary key (county_id, id),
  constraint pay_finding_event_finding_id_finding_version_key unique (county_id, finding_id, finding_version),
  constraint pay_finding_event_finding_version_check check ("finding_version" between 1 and 1000000),
  constraint pay_finding_event_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint pay_finding_event_finding_id_fkey
    foreign key (county_id, finding_id, client_id) references pay_finding (county_id, id, client_id) on delete restrict,
  constraint pay_finding_event_client_id_fkey
    foreign key (county_id, client_id) references client (county_id, id) on delete restrict,
  constraint pay_finding_event_by_membership_id_fkey
    foreign key (county_id, by_membership_id) references membership (county_id, id) on delete restrict
);
create index pay_finding_event_client_id_idx on pay_finding_event (county_id, client_id);

call app.protect('pay_finding_event',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen} $$, 'false', null);
create policy pay_finding_event_owner_insert on pay_finding_event for insert to tonggong_owner with check (true);

create function app.note_finding_step() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  insert into public.pay_finding_event (county_id, id, finding_id, client_id, finding_version, from_status, to_status, reason,
                                        by_role, by_membership_id, occurred_at)
  values (new.county_id, gen_random_uuid(), new.id, new.client_id, new.version,
          case when tg_op = 'UPDATE' then old.status end, new.status,
          case when new.status <> 'SUPERSEDED' then new.step_reason end,
          nullif(app.role(), ''), app.membership(), app.now());
  return null;
end
$$;
revoke execute on function app.note_finding_step() from public;
create trigger pay_finding_noted after insert on pay_finding for each row execute function app.note_finding_step();
create trigger pay_finding_step_noted after update on pay_finding for each row
  when (old.status is distinct from new.status or old.step_reason is distinct from new.step_reason)
  execute function app.note_finding_step();

-- An escalated finding is decided by neither the natural person who triaged it nor the one who looks after the client.
create function app.refuse_own_decision() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if app.person_of(app.membership()) in (
      select app.person_of(involved.id) from (
        select new.triaged_by_membership_id as id
        union select c.caseworker_membership_id from public.client c where c.county_id = new.county_id and c.id = new.client_id
      ) involved where involved.id is not null) then
    raise exception 'decided by who triaged it' using errcode = 'check_violation', constraint = 'pay_finding_other_person_check';
  end if;
  return new;
end
$$;
revoke execute on function app.refuse_own_decision() from public;
create trigger pay_finding_other_person before update of status on pay_finding for each row
  when (old.status = 'ESCALATED' and new.status in ('REMEDY_PENDING', 'RESOLVED_EXPLAINED', 'DISMISSED_FALSE_POSITIVE', 'REFERRED'))
  execute function app.refuse_own_decision();

-- The enterprise reads a finding while the client's consent to name it lives, and writes its answer; the client her own.
call app.protect('pay_finding',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen}
     or {role} = 'ENTERPRISE_HR' and organisation_id = {organisation} and notified_at is not null
        and exists (select from consent_grant g where g.county_id = (select app.county()) and g.id = consent_grant_id
                      and g.status = 'ACTIVE' and g.valid_to >= (select app.today())) $$,
  'false',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen}
     or {role} = 'ENTERPRISE_HR' and organisation_id = {organisation} and notified_at is not null
        and exists (select from consent_grant g where g.county_id = (select app.county()) and g.id = consent_grant_id
                      and g.status = 'ACTIVE' and g.valid_to >= (select app.today())) $$,
  array['result_id', 'placement_id', 'client_id', 'organisation_id', 'period', 'rule_code']);
call app.keep_from('pay_finding', 'CLIENT', array['created_at', 'verdict', 'severity', 'finding_class', 'shortfall_fen',
  'figures', 'evidence', 'detected_at', 'triage_due_on', 'triaged_at', 'triaged_by_membership_id', 'response',
  'response_reason', 'responded_at', 'responded_by_membership_id', 'evidence_file_id', 'reviewed_at',
  'reviewed_by_membership_id', 'confirmed_at', 'decided_at', 'decided_by_membership_id', 'referral_organisation_id',
  'resolved_at', 'paid_fen', 'appeal_until', 'retaliation_noted_at']);
call app.keep_from('pay_finding', 'ENTERPRISE_HR', array['created_at', 'verdict', 'severity', 'finding_class', 'shortfall_fen',
  'figures', 'evidence', 'detected_at', 'triage_due_on', 'triaged_at', 'triaged_by_membership_id', 'consent_answer',
  'consent_answered_at', 'consent_grant_id', 'notified_at', 'respond_by', 'reviewed_at', 'reviewed_by_membership_id',
  'confirmed_at', 'decided_at', 'decided_by_membership_id', 'referral_organisation_id', 'referral_answer',
  'referral_grant_id', 'resolved_at', 'paid_fen', 'appeal_until', 'retaliation_noted_at', 'closed_at']);

-- The paper behind an answer is open to a supervisor as well; to the caseworker it is, being about her client.
alter policy file_select on file using (county_id = (select app.county()) and ((select app.is_system()) or
  uploaded_by_membership_id = (select app.membership())
  or (select app.role()) = 'SUPERVISOR' and exists (select from consent_review v
       join consent_grant g on g.county_id = v.county_id and g.id = v.consent_grant_id
       where v.county_id = (select app.county()) and g.evidence_file_id = file.id
         and v.recorded_by_membership_id <> (select app.membership()))
  or (select app.role()) = 'SUPERVISOR' and exists (select from pay_finding f
       where f.county_id = (select app.county()) and f.evidence_file_id = file.id)
  or (select app.role()) = 'CASEWORKER' and client_id is not null and exists (select from client c
       where c.county_id = (select app.county()) and c.id = client_id)
  or (select app.role()) = 'ENTERPRISE_HR' and organisation_id = (select app.organisation())));
create index pay_finding_evidence_file_id_idx on pay_finding (county_id, evidence_file_id) where evidence_file_id is not null;
