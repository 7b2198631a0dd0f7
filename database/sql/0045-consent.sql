-- Consents with their text, their evidence and their end; requests for one; the sample of those that staff recorded.
alter table consent_grant
  add column text_digest bytea,
  add column evidence_kind text,
  add column witness_name_enc bytea,
  add column seen_by_client_at timestamptz,
  add column withdrawn_by_membership_id uuid,
  add column withdrawal_way text,
  add column withdrawal_file_id uuid;
alter table consent_grant
  add constraint consent_grant_evidence_kind_check check (evidence_kind in ('SIGNED_PAPER', 'READ_ALOUD')),
  add constraint consent_grant_withdrawal_way_check check (withdrawal_way in (
    'ON_PHONE', 'IN_PERSON', 'BY_CALL', 'IN_WRITING', 'REVIEW'
  )),
  add constraint consent_grant_text_digest_check check (octet_length(text_digest) = 32),
  add constraint consent_grant_witness_check
    check ((evidence_kind is not distinct from 'READ_ALOUD') = (witness_name_enc is not null)),
  add constraint consent_grant_withdrawn_check check (status = 'REVOKED' or withdrawal_way is null),
  add constraint consent_grant_withdrawal_paper_check
    check (withdrawal_way is distinct from 'IN_WRITING' or withdrawal_file_id is not null),
  add constraint consent_grant_scope_check check (case purpose
    when 'SHARE_PROFILE' then field_groups <@ array['PROFILE', 'WORK_NEEDS']
    when 'SHARE_IDENTITY' then field_groups <@ array['IDENTITY', 'CONTACT']
    when 'MENTOR_SHARE' then field_groups <@ array['IDENTITY', 'CONTACT', 'WORK_NEEDS']
    when 'EMPLOYER_VERIFY' then field_groups <@ array['IDENTITY']
    when 'PAYROLL_CHECK' then field_groups <@ array['IDENTITY', 'PAY']
    when 'FINDING_NAMED' then field_groups <@ array['IDENTITY', 'PAY']
    when 'SUBSIDY_CLAIM' then field_groups <@ array['IDENTITY']
    when 'TRAINER_SHARE' then field_groups <@ array['CONTACT', 'WORK_NEEDS']
    else field_groups <@ array['IDENTITY', 'CONTACT'] end
    and (cardinality(field_groups) = 1 or not field_groups && array['WORK_NEEDS'])),
  add constraint consent_grant_withdrawn_by_membership_id_fkey
    foreign key (county_id, withdrawn_by_membership_id) references membership (county_id, id) on delete restrict,
  add constraint consent_grant_withdrawal_file_id_fkey
    foreign key (county_id, withdrawal_file_id) references file (county_id, id) on delete restrict;

create table consent_request (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  client_id uuid not null,
  recipient_organisation_id uuid not null,
  purpose text not null,
  field_groups text[] not null default '{}',
  valid_to date not null,
  text_version text not null,
  requested_by_membership_id uuid not null,
  answer_by date not null,
  status text not null,
  answered_at timestamptz,
  consent_grant_id uuid,
  constraint consent_request_pkey primary key (county_id, id),
  constraint consent_request_purpose_check check (purpose in (
    'SHARE_PROFILE', 'SHARE_IDENTITY', 'MENTOR_SHARE', 'EMPLOYER_VERIFY', 'PAYROLL_CHECK',
    'FINDING_NAMED', 'SUBSIDY_CLAIM', 'TRAINER_SHARE', 'COUNSELLING_REFERRAL'
  )),
  constraint consent_request_field_groups_check check (field_groups <@ array[
    'PROFILE', 'IDENTITY', 'WORK_NEEDS', 'CONTACT', 'PAY'
  ]::text[]),
  constraint consent_request_status_check check (status in ('OPEN', 'AGREED', 'DECLINED', 'LAPSED')),
  constraint consent_request_groups_check check (cardinality(field_groups) > 0),
  constraint consent_request_answered_check check ((status = 'OPEN') = (answered_at is null)),
  constraint consent_request_agreed_check check ((status = 'AGREED') = (consent_grant_id is not null)),
  constraint consent_request_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint consent_request_client_id_fkey
    foreign key (county_id, client_id) references client (county_id, id) on delete restrict,
  constraint consent_request_recipient_organisation_id_fkey
    foreign key (county_id, recipient_organisation_id) references organisation (county_id, id) on delete restrict,
  constraint consent_request_requested_by_membership_id_fkey
    foreign key (county_id, requested_by_membership_id) references membership (county_id, id) on delete restrict,
  constraint consent_request_consent_grant_id_fkey foreign key (county_id, consent_grant_id, client_id)
    references consent_grant (county_id, id, client_id) on delete restrict
);
create index consent_request_client_id_status_idx on consent_request (county_id, client_id, status);
create unique index consent_request_open_once_idx
  on consent_request (county_id, client_id, recipient_organisation_id, purpose, field_groups) where status = 'OPEN';

create table consent_review (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  client_id uuid not null,
  consent_grant_id uuid not null,
  recorded_by_membership_id uuid not null,
  verdict text,
  reviewed_by_membership_id uuid,
  reviewed_at timestamptz,
  constraint consent_review_pkey primary key (county_id, id),
  constraint consent_review_consent_grant_id_key unique (county_id, consent_grant_id),
  constraint consent_review_verdict_check check (verdict in ('SOUND', 'NOT_SOUND')),
  constraint consent_review_other_person_check check (reviewed_by_membership_id <> recorded_by_membership_id),
  constraint consent_review_done_check check (
    (verdict is null) = (reviewed_at is null) and (verdict is null) = (reviewed_by_membership_id is null)),
  constraint consent_review_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint consent_review_client_id_fkey
    foreign key (county_id, client_id) references client (county_id, id) on delete restrict,
  constraint consent_review_consent_grant_id_fkey foreign key (county_id, consent_grant_id, client_id)
    references consent_grant (county_id, id, client_id) on delete restrict,
  constraint consent_review_recorded_by_membership_id_fkey
    foreign key (county_id, recorded_by_membership_id) references membership (county_id, id) on delete restrict,
  constraint consent_review_reviewed_by_membership_id_fkey
    foreign key (county_id, reviewed_by_membership_id) references membership (county_id, id) on delete restrict
);

-- What is open today to an actor outside the office, by field group and what it rests on: a consent to her
-- organisation for the purpose of her role, the contract of her own employee, a seat in her own session.
create function app.live_shares() returns table (client_id uuid, field_group text, basis text, basis_id uuid, valid_to date)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select g.client_id, opened.name, 'CONSENT', g.id, g.valid_to
    from public.consent_grant g cross join lateral unnest(g.field_groups) opened(name)
   where g.county_id = app.county() and g.recipient_organisation_id = app.organisation()
     and g.status = 'ACTIVE' and app.today() between g.valid_from and g.valid_to
     and (app.role() = 'ENTERPRISE_HR' and g.purpose in ('SHARE_PROFILE', 'SHARE_IDENTITY')
       or app.role() = 'MENTOR' and g.purpose = 'MENTOR_SHARE'
          and exists (select from public.programme_entry e where e.county_id = g.county_id
                         and e.client_id = g.client_id and e.mentor_membership_id = app.membership())
       or app.role() in ('TRAINER', 'BASE_MANAGER') and g.purpose = 'TRAINER_SHARE'
          and exists (select from public.enrolment e
                        join public.course_session s on s.county_id = e.county_id and s.id = e.session_id
                       where e.county_id = g.county_id and e.client_id = g.client_id
                         and e.status not in ('DROPPED', 'NO_SHOW')
                         and (app.role() = 'BASE_MANAGER' or s.trainer_membership_id = app.membership())))
  union all
  select p.client_id, opened.name, 'CONTRACT', p.id, null
    from public.placement p cross join lateral (values ('PROFILE'), ('IDENTITY')) opened(name)
   where app.role() = 'ENTERPRISE_HR' and p.county_id = app.county() and p.organisation_id = app.organisation()
     and p.status in ('PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED')
  union all
  select e.client_id, 'IDENTITY', 'COURSE', e.id, null
    from public.enrolment e
    join public.course_session s on s.county_id = e.county_id and s.id = e.session_id
   where e.county_id = app.county() and e.status not in ('DROPPED', 'NO_SHOW')
     and (app.role() = 'BASE_MANAGER' or app.role() = 'TRAINER' and s.trainer_membership_id = app.membership())
$$;

-- A name rests on a consent only while somebody is met or offered work; from the acceptance on it rests on the contract.
create function app.shared_identities()
  returns table (county_id uuid, client_id uuid, name_enc bytea, phone_enc bytea, basis text, basis_id uuid, valid_to date)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select distinct on (c.id) c.county_id, c.id, c.name_enc, case when s.basis <> 'COURSE' then c.phone_enc end,
         s.basis, s.basis_id, s.valid_to
    from app.live_shares() s join public.client c on c.county_id = app.county() and c.id = s.client_id
   where s.field_group = 'IDENTITY'
     and (app.role() <> 'ENTERPRISE_HR' or s.basis = 'CONTRACT'
          or exists (select from public.referral r where r.county_id = c.county_id and r.client_id = c.id
                        and r.organisation_id = app.organisation() and r.status in ('INTERVIEW', 'OFFERED')))
   order by c.id, array_position(array['CONTRACT', 'CONSENT', 'COURSE'], s.basis), s.valid_to desc, s.basis_id
$$;

create function app.shared_cards()
  returns table (county_id uuid, referral_id uuid, client_id uuid, card jsonb, basis text, basis_id uuid, valid_to date)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select distinct on (r.id) r.county_id, r.id, r.client_id, r.card, s.basis, s.basis_id, s.valid_to
    from app.live_shares() s
    join public.referral r on r.county_id = app.county() and r.client_id = s.client_id
                          and r.organisation_id = app.organisation()
    left join public.placement p on p.county_id = r.county_id and p.referral_id = r.id and p.id = s.basis_id
   where app.role() = 'ENTERPRISE_HR' and s.field_group = 'PROFILE' and r.sent_at is not null and r.card is not null
     and (s.basis = 'CONTRACT' and r.status = 'ACCEPTED' and p.id is not null
          or s.basis = 'CONSENT' and r.status in ('SENT', 'VIEWED', 'INVITED', 'INTERVIEW', 'OFFERED', 'POOLED'))
   order by r.id, s.valid_to desc, s.basis_id
$$;

-- What a workplace or a course would have to arrange: by consent alone, whatever else is known.
create function app.shared_work_needs()
  returns table (county_id uuid, client_id uuid, accommodation_needs text[], basis text, basis_id uuid, valid_to date)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select distinct on (c.id) c.county_id, c.id, c.accommodation_needs, s.basis, s.basis_id, s.valid_to
    from app.live_shares() s join public.client c on c.county_id = app.county() and c.id = s.client_id
   where s.field_group = 'WORK_NEEDS' and s.basis = 'CONSENT'
     and (app.role() <> 'ENTERPRISE_HR'
          or exists (select from public.referral r where r.county_id = c.county_id and r.client_id = c.id
                        and r.organisation_id = app.organisation() and r.sent_at is not null
                        and r.status in ('SENT', 'VIEWED', 'INVITED', 'INTERVIEW', 'OFFERED', 'POOLED'))
          or exists (select from public.placement p where p.county_id = c.county_id and p.client_id = c.id
                        and p.organisation_id = app.organisation()
                        and p.status in ('PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED')))
   order by c.id, s.valid_to desc, s.basis_id
$$;

create function app.shared_contact_ways()
  returns table (county_id uuid, client_id uuid, contact_rules_enc bytea, basis text, basis_id uuid, valid_to date)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select distinct on (c.id) c.county_id, c.id, c.contact_rules_enc, s.basis, s.basis_id, s.valid_to
    from app.live_shares() s join public.client c on c.county_id = app.county() and c.id = s.client_id
   where s.field_group = 'CONTACT' and s.basis = 'CONSENT'
     and (app.role() <> 'ENTERPRISE_HR'
          or exists (select from public.referral r where r.county_id = c.county_id and r.client_id = c.id
                        and r.organisation_id = app.organisation() and r.status in ('INTERVIEW', 'OFFERED')))
   order by c.id, s.valid_to desc, s.basis_id
$$;
-- Whose sealed fields an actor outside the office may open.
create or replace function app.shared_clients() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(distinct s.client_id), '{}')
    from (select i.client_id from app.shared_identities() i
          union all
          select w.client_id from app.shared_contact_ways() w) s
$$;

call app.let_owner('referral', array['select']);
revoke execute on function app.live_shares(), app.shared_identities(), app.shared_cards(), app.shared_work_needs(),
  app.shared_contact_ways() from public;
grant execute on function app.shared_identities(), app.shared_cards(), app.shared_work_needs(),
  app.shared_contact_ways() to tonggong_app;

-- The only doors through which enterprise, contact person and training base read a client.
create view shared_identity with (security_invoker = true) as select * from app.shared_identities();
create view shared_card with (security_invoker = true) as select * from app.shared_cards();
create view shared_work_needs with (security_invoker = true) as select * from app.shared_work_needs();
create view shared_contact_way with (security_invoker = true) as select * from app.shared_contact_ways();
grant select on shared_identity, shared_card, shared_work_needs, shared_contact_way to tonggong_app;

-- The client's own row is for the office and for herself; who may know her name may open what it is sealed with.
alter policy client_select on client using (
  county_id = (select app.county()) and ((select app.is_system()) or (
    (select app.role()) = 'SUPERVISOR'
    or (select app.role()) = 'CASEWORKER'
       and (caseworker_membership_id = any ((select app.caseloads())::uuid[])
            or id = any ((select app.opened_clients())::uuid[]))
    or (select app.role()) = 'CLIENT' and id = (select app.client()))));
call app.protect('client_key',
  $$ {client_seen} or {role} in ('ENTERPRISE_HR', 'TRAINER', 'BASE_MANAGER', 'MENTOR')
     and client_id = any ((select app.shared_clients())::uuid[]) $$,
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') and {client_seen} $$, 'false', array['client_id', 'created_at']);

-- The card leaves the table through its view alone: the application may write it and read everything beside it.
do $$
declare
  columns text;
begin
  select string_agg(format('%I', attname), ', ' order by attnum) into columns
    from pg_attribute
   where attrelid = 'referral'::regclass and attnum > 0 and not attisdropped and attname <> 'card';
  revoke select on referral from tonggong_app;
  execute format('grant select (%s) on referral to tonggong_app', columns);
end
$$;

revoke update on consent_grant from tonggong_app; -- what was agreed to is never changed, only ended
call app.protect('consent_grant',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen}
     or {role} = 'ENTERPRISE_HR' and recipient_organisation_id = {organisation} $$,
  $$ {role} in ('CASEWORKER', 'CLIENT') and {client_seen} $$,
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen} $$,
  array['client_id', 'discloser_organisation_id', 'recipient_organisation_id', 'purpose', 'field_groups', 'valid_from',
        'valid_to', 'text_version', 'text_digest', 'recorded_by_membership_id', 'evidence_file_id', 'evidence_kind',
        'witness_name_enc']);
call app.protect('consent_request',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen} $$,
  $$ {role} = 'CASEWORKER' and {client_seen} $$,
  $$ {role} = 'CLIENT' and {client_seen} $$,
  array['client_id', 'recipient_organisation_id', 'purpose', 'field_groups', 'valid_to', 'text_version',
        'requested_by_membership_id', 'answer_by']);
call app.protect('consent_review',
  $$ {role} = 'SUPERVISOR' $$,
  $$ {role} = 'CASEWORKER' and recorded_by_membership_id = {membership} and {client_seen} $$,
  $$ {role} = 'SUPERVISOR' and recorded_by_membership_id <> {membership} $$,
  array['client_id', 'consent_grant_id', 'recorded_by_membership_id']);
