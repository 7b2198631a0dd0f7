-- A milestone's ladder: whom of the office was told and when, why it was put off, and which tries belong to it.
alter table follow_up_milestone
  add column escalated_at timestamptz,
  add constraint follow_up_milestone_id_client_id_key unique (county_id, id, client_id),
  add constraint follow_up_milestone_snooze_reason_check
    check ("snooze_reason" in ('CLIENT_ASKED', 'SHIFT_UNSUITABLE', 'ON_LEAVE', 'VISIT_ARRANGED', 'CASEWORKER_AWAY'));

alter table contact
  add column milestone_id uuid,
  add constraint contact_milestone_id_fkey
    foreign key (county_id, milestone_id, client_id) references follow_up_milestone (county_id, id, client_id) on delete restrict;
create index contact_milestone_id_idx on contact (county_id, milestone_id);

alter table reminder
  drop constraint reminder_kind_check,
  add constraint reminder_kind_check check ("kind" in ('FOLLOW_UP', 'FOLLOW_UP_LATE', 'ANSWERS_DUE', 'PAYROLL_DUE'));

-- What the office noted stays as it was noted: which milestone a contact was for is not changed afterwards. Whom a job
-- told is the job's to write.
call app.protect('contact',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen} $$,
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') and {client_seen} $$,
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') and {client_seen} $$,
  array['client_id', 'milestone_id']);
call app.protect('follow_up_milestone',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen} $$,
  'false',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') and {client_seen} $$,
  array['placement_id', 'client_id']);
