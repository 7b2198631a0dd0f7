-- Work that failed is tried again at an instant that PostgreSQL keeps, and waits for a person when its tries are used up.
alter table outbox_event
  add column failures integer not null default 0,
  add column retry_at timestamptz,
  add constraint outbox_event_failures_check check ("failures" between 0 and 1000);
grant update (failures, retry_at) on outbox_event to tonggong_app;

-- What an administrator did with work that waited for a person.
alter table job_failure
  add column resolution text,
  add column resolved_by_membership_id uuid,
  add constraint job_failure_resolution_check check ("resolution" in ('RETRIED', 'DROPPED')),
  add constraint job_failure_resolved_check check (
    (resolved_at is null) = (resolution is null) and (resolved_at is null) = (resolved_by_membership_id is null)),
  add constraint job_failure_resolved_by_membership_id_fkey
    foreign key (county_id, resolved_by_membership_id) references membership (county_id, id) on delete restrict;
call app.protect('job_failure', $$ {role} = 'ADMINISTRATOR' $$, 'false', $$ {role} = 'ADMINISTRATOR' $$,
  array['outbox_event_id', 'job', 'generation', 'attempts', 'error_class', 'failed_at']);
revoke update (outbox_event_id, job, generation, attempts, error_class, failed_at) on job_failure from tonggong_app;

-- Every delivery with its outcome: a failure with its reason and its next try, an unknown outcome with its reason.
alter table delivery
  add column kind text not null default 'OTHER',
  add column reason text,
  add column attempts integer not null default 1,
  add column next_try_at timestamptz,
  add constraint delivery_kind_check check (kind ~ '^[A-Z][A-Z_]{1,39}$'),
  add constraint delivery_attempts_check check ("attempts" between 1 and 1000),
  add constraint delivery_reason_check check ("reason" in (
    'UNREACHABLE', 'BUSY', 'NOT_AUTHORISED', 'REFUSED', 'NO_SUCH_ADDRESS', 'NO_ANSWER', 'UNREADABLE_ANSWER',
    'PROVIDER_FAULT', 'INTERRUPTED')),
  add constraint delivery_outcome_check check (
    (state in ('FAILED', 'UNCONFIRMED')) = (reason is not null) and (next_try_at is null or state = 'FAILED')),
  drop constraint delivery_state_check,
  add constraint delivery_state_check check (state in ('SENT', 'UNCONFIRMED', 'SKIPPED', 'FAILED'));
alter table delivery alter column kind drop default;
create index delivery_delivered_at_id_idx on delivery (county_id, delivered_at, id);
call app.protect('delivery', $$ {role} in ('ADMINISTRATOR', 'SUPERVISOR') $$, 'false', 'false');

-- How and when a client wishes to be written to; without a row: in the application, at the usual hours.
create table contact_choice (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  client_id uuid not null,
  channel text not null,
  language text not null,
  from_minute integer,
  to_minute integer,
  on_days_off boolean not null default false,
  changed_at timestamptz not null,
  constraint contact_choice_pkey primary key (county_id, id),
  constraint contact_choice_client_id_key unique (county_id, client_id),
  constraint contact_choice_channel_check check (channel in ('IN_APP', 'SMS', 'WECHAT', 'CALL', 'VISIT')),
  constraint contact_choice_language_check check (language in ('zh-CN', 'en')),
  constraint contact_choice_from_minute_check check ("from_minute" between 0 and 1440),
  constraint contact_choice_to_minute_check check ("to_minute" between 0 and 1440),
  constraint contact_choice_slot_check check (
    (from_minute is null) = (to_minute is null) and (from_minute is null or from_minute < to_minute)),
  constraint contact_choice_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint contact_choice_client_id_fkey
    foreign key (county_id, client_id) references client (county_id, id) on delete restrict
);
call app.protect('contact_choice',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen} $$,
  $$ {role} in ('CASEWORKER', 'CLIENT') and {client_seen} $$,
  $$ {role} in ('CASEWORKER', 'CLIENT') and {client_seen} $$,
  array['client_id', 'created_at'], 'false');

-- A message to a client: what kind and about what, never its words and never a number. Its id is the id of the work
-- that announced it, so that it is made once and leaves once.
create table client_message (
  county_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  kind text not null,
  subject_id uuid not null,
  day date not null,
  begins_at timestamptz,
  asked_by_membership_id uuid,
  channel text,
  state text not null,
  attempts integer not null default 0,
  claimed_at timestamptz,
  sent_at timestamptz,
  created_at timestamptz not null,
  constraint client_message_pkey primary key (county_id, id),
  constraint client_message_kind_check check (kind in (
    'FOLLOW_UP_DUE', 'DECISION_WAITING', 'LESSON_CHANGED', 'INTERVIEW_CHANGED', 'SEAT_FREE', 'PAY_CHECK_UPDATED')),
  constraint client_message_channel_check check (channel in ('SMS', 'WECHAT', 'IN_APP')),
  constraint client_message_state_check check (state in (
    'PENDING', 'CLAIMED', 'SENT', 'UNCONFIRMED', 'SKIPPED', 'FAILED')),
  constraint client_message_attempts_check check ("attempts" between 0 and 1000),
  constraint client_message_sent_check check ((state = 'SENT') = (sent_at is not null)),
  constraint client_message_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint client_message_client_id_fkey
    foreign key (county_id, client_id) references client (county_id, id) on delete restrict,
  constraint client_message_asked_by_membership_id_fkey
    foreign key (county_id, asked_by_membership_id) references membership (county_id, id) on delete restrict
);
create index client_message_client_id_kind_day_idx on client_message (county_id, client_id, kind, day);
call app.protect('client_message',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen} $$, 'false', 'false',
  array['client_id', 'kind', 'subject_id', 'day', 'created_at'], 'false');
