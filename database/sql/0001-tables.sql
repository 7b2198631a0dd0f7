-- Every table, as generated from the entities; "npm run check" proves that generating again yields nothing.

-- The county and the platform

create table county (
  id uuid not null,
  code text not null,
  name text not null,
  time_zone text not null default 'Asia/Shanghai',
  product_name text not null,
  settings jsonb not null default '{}',
  created_at timestamptz not null default now(),
  constraint county_pkey primary key (id),
  constraint county_code_key unique (code)
);

create table county_key (
  county_id uuid not null,
  id uuid not null,
  purpose text not null,
  version integer not null,
  wrapped bytea not null,
  created_at timestamptz not null default now(),
  constraint county_key_pkey primary key (county_id, id),
  constraint county_key_purpose_version_key unique (county_id, purpose, version),
  constraint county_key_purpose_check check (purpose in ('DATA', 'BLIND_INDEX')),
  constraint county_key_version_check check (version between 1 and 1000000)
);

create table outbox_event (
  county_id uuid not null,
  id uuid not null,
  job text not null,
  subject_id uuid not null,
  actor_membership_id uuid,
  data jsonb not null,
  due_at timestamptz not null,
  generation integer not null default 0,
  published_at timestamptz,
  done_at timestamptz,
  failed_at timestamptz,
  created_at timestamptz not null,
  constraint outbox_event_pkey primary key (county_id, id),
  constraint outbox_event_generation_check check (generation between 0 and 1000000)
);
create index outbox_event_due_idx on outbox_event (due_at, id) where done_at is null and failed_at is null;
create index outbox_event_subject_id_idx on outbox_event (county_id, subject_id);

create table delivery (
  county_id uuid not null,
  id uuid not null,
  outbox_event_id uuid,
  effect_key text not null,
  channel text not null,
  state text not null,
  provider_message_id text,
  delivered_at timestamptz not null,
  constraint delivery_pkey primary key (county_id, id),
  constraint delivery_effect_key_key unique (county_id, effect_key),
  constraint delivery_channel_check check (channel in ('MAIL', 'SMS', 'WECHAT', 'IN_APP')),
  constraint delivery_state_check check (state in ('SENT', 'UNCONFIRMED', 'SKIPPED'))
);
create index delivery_outbox_event_id_idx on delivery (county_id, outbox_event_id);

create table job_failure (
  county_id uuid not null,
  id uuid not null,
  outbox_event_id uuid not null,
  job text not null,
  generation integer not null,
  attempts integer not null,
  error_class text not null,
  failed_at timestamptz not null,
  resolved_at timestamptz,
  constraint job_failure_pkey primary key (county_id, id),
  constraint job_failure_generation_check check (generation between 0 and 1000000),
  constraint job_failure_attempts_check check (attempts between 0 and 1000)
);
create index job_failure_failed_at_idx on job_failure (county_id, failed_at);
create index job_failure_outbox_event_id_idx on job_failure (county_id, outbox_event_id);

create table audit_entry (
  county_id uuid not null,
  id uuid not null,
  occurred_at timestamptz not null,
  actor_role text not null,
  actor_account_id uuid,
  actor_membership_id uuid,
  action text not null,
  outcome text not null default 'ALLOWED',
  subject_type text not null,
  subject_id uuid,
  fields text[] not null default '{}',
  request_id text,
  constraint audit_entry_pkey primary key (county_id, id),
  constraint audit_entry_outcome_check check (outcome in ('ALLOWED', 'DENIED'))
);
create index audit_entry_occurred_at_idx on audit_entry (county_id, occurred_at);
create index audit_entry_subject_id_idx on audit_entry (county_id, subject_id);

create table command_receipt (
  county_id uuid not null,
  id uuid not null,
  account_id uuid not null,
  idempotency_key uuid not null,
  command text not null,
  input_hash bytea not null,
  result_id uuid,
  created_at timestamptz not null,
  constraint command_receipt_pkey primary key (county_id, id),
  constraint command_receipt_account_id_idempotency_key_key unique (county_id, account_id, idempotency_key)
);

create table worker_heartbeat (
  worker_id text not null,
  seen_at timestamptz not null,
  constraint worker_heartbeat_pkey primary key (worker_id)
);

-- Accounts and organisations

create table user_account (
  id uuid not null,
  login text not null,
  display_name text not null,
  password_hash text,
  password_expires_at timestamptz,
  status text not null default 'ACTIVE',
  created_at timestamptz not null default now(),
  constraint user_account_pkey primary key (id),
  constraint user_account_login_key unique (login),
  constraint user_account_status_check check (status in ('ACTIVE', 'DISABLED')),
  constraint user_account_login_check check (login = lower(btrim(login)) and login <> '')
);

create table session (
  id_hash bytea not null,
  account_id uuid not null,
  membership_id uuid not null,
  started_at timestamptz not null,
  last_seen_at timestamptz not null,
  idle_seconds integer not null,
  ends_at timestamptz not null,
  ended_at timestamptz,
  constraint session_pkey primary key (id_hash),
  constraint session_idle_seconds_check check (idle_seconds between 1 and 31536000),
  constraint session_id_hash_check check (octet_length(id_hash) = 32)
);
create index session_account_id_idx on session (account_id);

create table organisation (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  name text not null,
  kind text not null,
  credit_code text,
  is_active boolean not null default true,
  constraint organisation_pkey primary key (county_id, id),
  constraint organisation_name_key unique (county_id, name),
  constraint organisation_kind_check check (kind in (
    'EMPLOYMENT_OFFICE', 'ENTERPRISE', 'TRAINING_BASE', 'COMMUNITY_STATION'
  ))
);

create table site (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  organisation_id uuid not null,
  name text not null,
  township text not null,
  address text,
  constraint site_pkey primary key (county_id, id),
  constraint site_organisation_id_name_key unique (county_id, organisation_id, name)
);
create index site_organisation_id_idx on site (county_id, organisation_id);

create table membership (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  account_id uuid not null,
  organisation_id uuid not null,
  role text not null,
  townships text[] not null default '{}',
  client_id uuid,
  display_name text not null,
  work_email text,
  status text not null,
  ended_at timestamptz,
  constraint membership_pkey primary key (county_id, id),
  constraint membership_role_check check (role in (
    'CLIENT', 'CASEWORKER', 'SUPERVISOR', 'ADMINISTRATOR', 'ENTERPRISE_HR', 'TRAINER',
    'BASE_MANAGER', 'MENTOR', 'FUND_OFFICER', 'FINANCE_OFFICER', 'AUDITOR'
  )),
  constraint membership_status_check check (status in ('PENDING', 'ACTIVE', 'ENDED')),
  constraint membership_client_check check ((role = 'CLIENT') = (client_id is not null))
);
create index membership_account_id_idx on membership (account_id);
create index membership_client_id_idx on membership (county_id, client_id);
create index membership_organisation_id_idx on membership (county_id, organisation_id);
create unique index membership_account_once_idx on membership (county_id, account_id, organisation_id, role) where status <> 'ENDED'::text;
create unique index membership_client_one_idx on membership (county_id, client_id) where client_id is not null and status <> 'ENDED'::text;

-- Clients

create table client (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  file_number text not null,
  name_enc bytea not null,
  name_bidx bytea not null,
  phone_enc bytea,
  phone_bidx bytea,
  phone_tail_bidx bytea,
  contact_rules_enc bytea,
  birth_year integer,
  township text not null,
  education_code text not null,
  skills text[] not null default '{}',
  desired_occupations text[] not null default '{}',
  min_acceptable_pay_fen bigint,
  weekly_hours_available integer not null,
  wished_shifts text[] not null default '{}',
  shift_limits text[] not null default '{}',
  wished_benefits text[] not null default '{}',
  travel_limit_minutes integer not null,
  capacity_limits text[] not null default '{}',
  accommodation_needs text[] not null default '{}',
  available_from date,
  objects_to_ranking boolean not null default false,
  eligible boolean not null default false,
  attested_by_membership_id uuid,
  attested_on date,
  caseworker_membership_id uuid,
  constraint client_pkey primary key (county_id, id),
  constraint client_file_number_key unique (county_id, file_number),
  constraint client_birth_year_check check (birth_year between 1900 and 2100),
  constraint client_education_code_check check (education_code in (
    '10', '20', '30', '40', '60', '70', '80', '90'
  )),
  constraint client_min_acceptable_pay_fen_check check (min_acceptable_pay_fen >= 0),
  constraint client_weekly_hours_available_check check (weekly_hours_available between 0 and 168),
  constraint client_wished_shifts_check check (wished_shifts <@ array[
    'DAY', 'MIDDLE', 'NIGHT', 'ROTATING'
  ]::text[]),
  constraint client_shift_limits_check check (shift_limits <@ array[
    'DAY', 'MIDDLE', 'NIGHT', 'ROTATING'
  ]::text[]),
  constraint client_wished_benefits_check check (wished_benefits <@ array[
    'HOUSING', 'MEALS', 'TRANSPORT', 'CHILDCARE'
  ]::text[]),
  constraint client_travel_limit_minutes_check check (travel_limit_minutes between 0 and 600),
  constraint client_capacity_limits_check check (capacity_limits <@ array[
    'NO_NIGHT_SHIFT', 'NO_HEIGHTS', 'SEATED_WORK', 'NO_HEAVY_LIFTING', 'NO_LONG_STANDING',
    'NO_DRIVING', 'NO_DUST', 'LOW_NOISE'
  ]::text[]),
  constraint client_phone_check
    check ((phone_enc is null) = (phone_bidx is null) and (phone_enc is null) = (phone_tail_bidx is null)),
  constraint client_attested_check
    check ((not eligible) or (attested_by_membership_id is not null and attested_on is not null)),
  constraint client_wishes_check check (cardinality(desired_occupations) <= 3)
);
create index client_caseworker_membership_id_idx on client (county_id, caseworker_membership_id);
create index client_name_bidx_idx on client (county_id, name_bidx);
create index client_phone_bidx_idx on client (county_id, phone_bidx);
create index client_phone_tail_bidx_idx on client (county_id, phone_tail_bidx);
create index client_township_idx on client (county_id, township);

create table programme_entry (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  client_id uuid not null,
  caseworker_membership_id uuid not null,
  mentor_membership_id uuid,
  started_on date not null,
  status text not null,
  closed_on date,
  close_reason text,
  constraint programme_entry_pkey primary key (county_id, id),
  constraint programme_entry_client_id_key unique (county_id, client_id),
  constraint programme_entry_status_check check (status in ('ACTIVE', 'PAUSED', 'CLOSED')),
  constraint programme_entry_days_check check (closed_on is null or started_on <= closed_on),
  constraint programme_entry_closed_check
    check ((status = 'CLOSED') = (closed_on is not null and close_reason is not null))
);
create index programme_entry_caseworker_membership_id_idx on programme_entry (county_id, caseworker_membership_id);

create table client_certificate (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  client_id uuid not null,
  code text not null,
  issued_on date,
  valid_to date,
  course_session_id uuid,
  constraint client_certificate_pkey primary key (county_id, id),
  constraint client_certificate_client_id_code_key unique (county_id, client_id, code),
  constraint client_certificate_validity_check
    check (issued_on is null or valid_to is null or issued_on <= valid_to)
);
create index client_certificate_client_id_idx on client_certificate (county_id, client_id);

create table support_plan (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  client_id uuid not null,
  status text not null,
  agreed_on date,
  review_on date,
  note_enc bytea,
  constraint support_plan_pkey primary key (county_id, id),
  constraint support_plan_id_client_id_key unique (county_id, id, client_id),
  constraint support_plan_status_check check (status in ('DRAFT', 'ACTIVE', 'CLOSED')),
  constraint support_plan_days_check check (agreed_on is null or review_on is null or agreed_on <= review_on),
  constraint support_plan_agreed_check check (status = 'DRAFT' or agreed_on is not null)
);
create index support_plan_client_id_idx on support_plan (county_id, client_id);

create table goal (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  support_plan_id uuid not null,
  client_id uuid not null,
  seq integer not null,
  title_enc bytea not null,
  status text not null,
  due_on date,
  done_on date,
  constraint goal_pkey primary key (county_id, id),
  constraint goal_support_plan_id_seq_key unique (county_id, support_plan_id, seq),
  constraint goal_seq_check check (seq between 1 and 1000),
  constraint goal_status_check check (status in ('OPEN', 'DONE', 'DROPPED')),
  constraint goal_done_check check ((status = 'DONE') = (done_on is not null))
);
create index goal_client_id_idx on goal (county_id, client_id);
create index goal_support_plan_id_idx on goal (county_id, support_plan_id);

create table contact (
  county_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  membership_id uuid not null,
  channel text not null,
  is_two_way boolean not null,
  duration_minutes integer,
  occurred_at timestamptz not null,
  next_due_on date,
  note_enc bytea,
  created_at timestamptz not null default now(),
  constraint contact_pkey primary key (county_id, id),
  constraint contact_channel_check check (channel in ('PHONE', 'SMS', 'WECHAT', 'VISIT', 'OFFICE', 'IN_APP')),
  constraint contact_duration_minutes_check check (duration_minutes between 0 and 1440)
);
create index contact_client_id_occurred_at_idx on contact (county_id, client_id, occurred_at);

create table task (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  kind text not null,
  subject_type text not null,
  subject_id uuid not null,
  client_id uuid,
  assignee_membership_id uuid,
  due_on date not null,
  status text not null,
  raised_by_membership_id uuid,
  business_key text,
  ended_at timestamptz,
  constraint task_pkey primary key (county_id, id),
  constraint task_status_check check (status in ('OPEN', 'DONE', 'DROPPED')),
  constraint task_ended_check check ((status = 'OPEN') = (ended_at is null))
);
create index task_assignee_membership_id_status_due_on_idx on task (county_id, assignee_membership_id, status, due_on);
create index task_client_id_idx on task (county_id, client_id);
create unique index task_business_key_idx on task (county_id, business_key) where business_key is not null;

-- Files and imports

create table file (
  county_id uuid not null,
  id uuid not null,
  storage_key text not null,
  name_enc bytea not null,
  sha256 bytea not null,
  bytes integer not null,
  media_type text not null,
  uploaded_by_membership_id uuid not null,
  organisation_id uuid not null,
  created_at timestamptz not null,
  keep_until date not null,
  erased_at timestamptz,
  constraint file_pkey primary key (county_id, id),
  constraint file_storage_key_key unique (county_id, storage_key),
  constraint file_bytes_check check (bytes between 0 and 20971520),
  constraint file_sha256_check check (octet_length(sha256) = 32)
);

create table import_run (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  kind text not null,
  state text not null,
  file_id uuid,
  period text,
  is_dry_run boolean not null default false,
  requested_by_membership_id uuid,
  organisation_id uuid not null,
  progress integer not null default 0,
  total_rows integer not null default 0,
  created integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  refused integer not null default 0,
  unknown_columns text[] not null default '{}',
  file_refusal jsonb,
  started_at timestamptz,
  finished_at timestamptz,
  constraint import_run_pkey primary key (county_id, id),
  constraint import_run_kind_check check (kind in ('CLIENTS', 'POSITIONS', 'PAYROLL')),
  constraint import_run_state_check check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
  constraint import_run_period_check check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  constraint import_run_progress_check check (progress between 0 and 100),
  constraint import_run_total_rows_check check (total_rows between 0 and 1000000),
  constraint import_run_created_check check (created between 0 and 1000000),
  constraint import_run_updated_check check (updated between 0 and 1000000),
  constraint import_run_unchanged_check check (unchanged between 0 and 1000000),
  constraint import_run_refused_check check (refused between 0 and 1000000),
  constraint import_run_payroll_period_check check (kind <> 'PAYROLL' or period is not null),
  constraint import_run_counts_check check (created + updated + unchanged + refused <= total_rows),
  constraint import_run_finished_check check ((state in ('DONE', 'FAILED')) = (finished_at is not null))
);
create index import_run_created_at_id_idx on import_run (county_id, created_at, id);
create index import_run_file_id_idx on import_run (county_id, file_id);

create table import_row (
  county_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  row_number integer not null,
  result text not null,
  key text,
  subject_id uuid,
  cells_enc bytea,
  refusals jsonb not null default '[]',
  keep_until date not null,
  constraint import_row_pkey primary key (county_id, id),
  constraint import_row_run_id_row_number_key unique (county_id, run_id, row_number),
  constraint import_row_row_number_check check (row_number between 1 and 1048576),
  constraint import_row_result_check check (result in ('CREATED', 'UPDATED', 'UNCHANGED', 'REFUSED')),
  constraint import_row_refused_check check ((result = 'REFUSED') = (jsonb_array_length(refusals) > 0))
);
create index import_row_keep_until_idx on import_row (county_id, keep_until);
create index import_row_run_id_result_row_number_idx on import_row (county_id, run_id, result, row_number);

-- Training

create table training_course (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  organisation_id uuid not null,
  code text not null,
  name text not null,
  kind text not null,
  teaches text[] not null default '{}',
  prerequisites text[] not null default '{}',
  is_offered boolean not null default true,
  constraint training_course_pkey primary key (county_id, id),
  constraint training_course_code_key unique (county_id, code),
  constraint training_course_kind_check check (kind in ('VOCATIONAL', 'LEGAL_EDUCATION', 'COUNSELLING'))
);
create index training_course_organisation_id_idx on training_course (county_id, organisation_id);

create table course_session (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  course_id uuid not null,
  number integer not null,
  seats integer not null,
  min_seats integer not null,
  seats_taken integer not null default 0,
  enrol_from date not null,
  enrol_to date not null,
  starts_on date not null,
  ends_on date not null,
  trainer_membership_id uuid,
  status text not null,
  constraint course_session_pkey primary key (county_id, id),
  constraint course_session_course_id_number_key unique (county_id, course_id, number),
  constraint course_session_number_check check (number between 1 and 100000),
  constraint course_session_seats_check check (seats between 1 and 10000),
  constraint course_session_min_seats_check check (min_seats between 0 and 10000),
  constraint course_session_seats_taken_check check (seats_taken between 0 and 10000),
  constraint course_session_status_check check (status in (
    'PLANNED', 'OPEN', 'RUNNING', 'COMPLETED', 'CANCELLED'
  )),
  constraint course_session_days_check check (starts_on <= ends_on and enrol_from <= enrol_to),
  constraint course_session_minimum_check check (min_seats <= seats),
  constraint course_session_full_check check (seats_taken <= seats)
);
create index course_session_trainer_membership_id_idx on course_session (county_id, trainer_membership_id);

create table room (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  organisation_id uuid not null,
  site_id uuid,
  name text not null,
  seats integer not null,
  constraint room_pkey primary key (county_id, id),
  constraint room_organisation_id_name_key unique (county_id, organisation_id, name),
  constraint room_seats_check check (seats between 1 and 10000)
);
create index room_organisation_id_idx on room (county_id, organisation_id);

create table lesson (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  session_id uuid not null,
  number integer not null,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  room_id uuid,
  trainer_membership_id uuid,
  is_cancelled boolean not null default false,
  constraint lesson_pkey primary key (county_id, id),
  constraint lesson_id_session_id_key unique (county_id, id, session_id),
  constraint lesson_session_id_number_key unique (county_id, session_id, number),
  constraint lesson_number_check check (number between 1 and 1000),
  constraint lesson_time_check check (starts_at < ends_at),
  constraint lesson_trainer_excl
    exclude using gist (county_id with =, trainer_membership_id with =, tstzrange(starts_at, ends_at) with &&) where (not is_cancelled),
  constraint lesson_room_excl
    exclude using gist (county_id with =, room_id with =, tstzrange(starts_at, ends_at) with &&) where (not is_cancelled)
);
create index lesson_starts_at_idx on lesson (county_id, starts_at);

create table enrolment (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  client_id uuid not null,
  session_id uuid not null,
  status text not null,
  requested_at timestamptz not null,
  constraint enrolment_pkey primary key (county_id, id),
  constraint enrolment_id_session_id_key unique (county_id, id, session_id),
  constraint enrolment_client_id_session_id_key unique (county_id, client_id, session_id),
  constraint enrolment_status_check check (status in (
    'REQUESTED', 'CONFIRMED', 'WAITLISTED', 'ATTENDING', 'COMPLETED', 'DROPPED', 'NO_SHOW'
  ))
);
create index enrolment_session_id_requested_at_idx on enrolment (county_id, session_id, requested_at);

create table attendance (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  enrolment_id uuid not null,
  lesson_id uuid not null,
  session_id uuid not null,
  status text not null,
  recorded_by_membership_id uuid not null,
  recorded_at timestamptz not null,
  constraint attendance_pkey primary key (county_id, id),
  constraint attendance_lesson_id_enrolment_id_key unique (county_id, lesson_id, enrolment_id),
  constraint attendance_status_check check (status in ('PRESENT', 'LATE', 'EXCUSED', 'ABSENT'))
);

-- Work offered

create table cooperation_agreement (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  organisation_id uuid not null,
  training_base_id uuid,
  number text not null,
  signed_on date,
  effective_from date not null,
  effective_to date not null,
  pledged_slots integer not null,
  amended_slots integer not null default 0,
  allotted_slots integer not null default 0,
  equal_pay_clause text not null,
  signatories jsonb not null default '[]',
  document_sha256 bytea,
  document_file_id uuid,
  status text not null,
  suspension_reason text,
  renews_id uuid,
  constraint cooperation_agreement_pkey primary key (county_id, id),
  constraint cooperation_agreement_id_organisation_id_key unique (county_id, id, organisation_id),
  constraint cooperation_agreement_number_key unique (county_id, number),
  constraint cooperation_agreement_pledged_slots_check check (pledged_slots between 0 and 100000),
  constraint cooperation_agreement_amended_slots_check check (amended_slots between 0 and 100000),
  constraint cooperation_agreement_allotted_slots_check check (allotted_slots between 0 and 200000),
  constraint cooperation_agreement_status_check check (status in (
    'DRAFT', 'SIGNED_BY_ENTERPRISE', 'ACTIVE', 'SUSPENDED', 'EXPIRED', 'TERMINATED'
  )),
  constraint cooperation_agreement_pledge_check check (allotted_slots <= pledged_slots + amended_slots),
  constraint cooperation_agreement_signed_check check (status = 'DRAFT' or signed_on is not null),
  constraint cooperation_agreement_term_check check (effective_from <= effective_to)
);
create index cooperation_agreement_organisation_id_idx on cooperation_agreement (county_id, organisation_id);

create table position (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  agreement_id uuid not null,
  organisation_id uuid not null,
  position_number text,
  occupation_code text not null,
  title text not null,
  duties text not null,
  township text not null,
  site_id uuid,
  workplace text not null,
  shift text not null,
  weekly_hours integer not null,
  contract_type text not null,
  pay_min_fen bigint not null,
  pay_max_fen bigint not null,
  pay_basis text not null,
  job_code text not null,
  grade text not null,
  required_skills text[] not null default '{}',
  wished_skills text[] not null default '{}',
  required_certificates text[] not null default '{}',
  capacity_demands text[] not null default '{}',
  benefits text[] not null default '{}',
  open_from date,
  closes_on date,
  last_confirmed_at timestamptz,
  slots_total integer not null,
  status text not null,
  return_reason text,
  constraint position_pkey primary key (county_id, id),
  constraint position_organisation_id_position_number_key unique (county_id, organisation_id, position_number),
  constraint position_id_organisation_id_key unique (county_id, id, organisation_id),
  constraint position_shift_check check (shift in ('DAY', 'MIDDLE', 'NIGHT', 'ROTATING')),
  constraint position_weekly_hours_check check (weekly_hours between 1 and 44),
  constraint position_contract_type_check check (contract_type in (
    'FIXED_TERM', 'OPEN_ENDED', 'TASK', 'PART_TIME'
  )),
  constraint position_pay_min_fen_check check (pay_min_fen >= 0),
  constraint position_pay_max_fen_check check (pay_max_fen >= 0),
  constraint position_pay_basis_check check (pay_basis in ('MONTHLY', 'HOURLY', 'PIECE')),
  constraint position_capacity_demands_check check (capacity_demands <@ array[
    'NO_NIGHT_SHIFT', 'NO_HEIGHTS', 'SEATED_WORK', 'NO_HEAVY_LIFTING', 'NO_LONG_STANDING',
    'NO_DRIVING', 'NO_DUST', 'LOW_NOISE'
  ]::text[]),
  constraint position_benefits_check check (benefits <@ array[
    'HOUSING', 'MEALS', 'TRANSPORT', 'CHILDCARE'
  ]::text[]),
  constraint position_slots_total_check check (slots_total between 0 and 10000),
  constraint position_status_check check (status in (
    'DRAFT', 'UNDER_REVIEW', 'RETURNED', 'PUBLISHED', 'STALE', 'CLOSED'
  )),
  constraint position_confirmed_check check (status <> 'PUBLISHED' or last_confirmed_at is not null),
  constraint position_days_check check (open_from is null or closes_on is null or open_from <= closes_on),
  constraint position_pay_check check (pay_min_fen <= pay_max_fen)
);
create index position_agreement_id_idx on position (county_id, agreement_id);
create index position_organisation_id_idx on position (county_id, organisation_id);
create index position_status_township_idx on position (county_id, status, township);

create table job_slot (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  position_id uuid not null,
  organisation_id uuid not null,
  seq integer not null,
  status text not null,
  held_until timestamptz,
  held_for uuid,
  constraint job_slot_pkey primary key (county_id, id),
  constraint job_slot_id_organisation_id_key unique (county_id, id, organisation_id),
  constraint job_slot_position_id_seq_key unique (county_id, position_id, seq),
  constraint job_slot_seq_check check (seq between 1 and 10000),
  constraint job_slot_status_check check (status in ('OPEN', 'HELD', 'FILLED', 'WITHDRAWN')),
  constraint job_slot_held_check
    check ((status = 'HELD') = (held_for is not null) and (held_for is null) = (held_until is null))
);
create index job_slot_held_until_idx on job_slot (county_id, held_until) where status = 'HELD'::text;
create index job_slot_open_idx on job_slot (county_id, position_id) where status = 'OPEN'::text;
create index job_slot_position_id_idx on job_slot (county_id, position_id);
create unique index job_slot_held_for_one_idx on job_slot (county_id, held_for) where held_for is not null;

-- Consent

create table consent_grant (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  client_id uuid not null,
  discloser_organisation_id uuid not null,
  recipient_organisation_id uuid not null,
  purpose text not null,
  field_groups text[] not null default '{}',
  valid_from date not null,
  valid_to date not null,
  revoked_at timestamptz,
  status text not null,
  text_version text not null,
  recorded_by_membership_id uuid,
  evidence_file_id uuid,
  constraint consent_grant_pkey primary key (county_id, id),
  constraint consent_grant_id_client_id_key unique (county_id, id, client_id),
  constraint consent_grant_purpose_check check (purpose in (
    'SHARE_PROFILE', 'SHARE_IDENTITY', 'MENTOR_SHARE', 'EMPLOYER_VERIFY', 'PAYROLL_CHECK',
    'FINDING_NAMED', 'SUBSIDY_CLAIM', 'TRAINER_SHARE', 'COUNSELLING_REFERRAL'
  )),
  constraint consent_grant_field_groups_check check (field_groups <@ array[
    'PROFILE', 'IDENTITY', 'WORK_NEEDS', 'CONTACT', 'PAY'
  ]::text[]),
  constraint consent_grant_status_check check (status in ('ACTIVE', 'REVOKED', 'EXPIRED')),
  constraint consent_grant_evidence_check
    check (recorded_by_membership_id is null or evidence_file_id is not null),
  constraint consent_grant_groups_check check (cardinality(field_groups) > 0),
  constraint consent_grant_revoked_check check ((status = 'REVOKED') = (revoked_at is not null)),
  constraint consent_grant_term_check
    check (valid_from <= valid_to and valid_to <= valid_from + interval '12 months')
);
create index consent_grant_client_id_status_idx on consent_grant (county_id, client_id, status);
create index consent_grant_recipient_organisation_id_status_idx on consent_grant (county_id, recipient_organisation_id, status);

create table disclosure (
  county_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  basis text not null,
  basis_id uuid not null,
  consent_grant_id uuid,
  placement_id uuid,
  reader_membership_id uuid not null,
  recipient_organisation_id uuid not null,
  field_group text not null,
  day date not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  count integer not null,
  constraint disclosure_pkey primary key (county_id, id),
  constraint disclosure_once_key unique (county_id, client_id, basis_id, reader_membership_id, field_group, day),
  constraint disclosure_basis_check check (basis in ('CONSENT', 'CONTRACT', 'CASE_WORK', 'BREAK_GLASS')),
  constraint disclosure_field_group_check check (field_group in (
    'PROFILE', 'IDENTITY', 'WORK_NEEDS', 'CONTACT', 'PAY'
  )),
  constraint disclosure_count_check check (count between 1 and 1000000),
  constraint disclosure_time_check check (first_at <= last_at),
  constraint disclosure_rests_check
    check ((basis = 'CONSENT') = (consent_grant_id is not null) and (basis = 'CONTRACT') = (placement_id is not null)),
  constraint disclosure_basis_id_check check (basis_id = coalesce(consent_grant_id, placement_id, client_id))
);

-- Referral and placement

create table referral (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  client_id uuid not null,
  position_id uuid not null,
  organisation_id uuid not null,
  card_code text not null,
  source text not null,
  status text not null,
  score integer,
  explanation jsonb not null default '{}',
  proposed_by_membership_id uuid,
  proposed_at timestamptz not null,
  answer_due_on date,
  consented_at timestamptz,
  consent_grant_id uuid,
  consent_evidence_file_id uuid,
  sent_at timestamptz,
  respond_by date,
  card jsonb,
  viewed_at timestamptz,
  answered_at timestamptz,
  invitation_at timestamptz,
  invitation_place text,
  paid_work_sample_hours integer,
  invitation_accepted_at timestamptz,
  offered_at timestamptz,
  offer_pay_fen bigint,
  offer_weekly_hours integer,
  offer_shift text,
  offer_hire_date date,
  offer_contract_to date,
  offer_probation_end_on date,
  offer_pay_cycle_days integer,
  offer_accepted_at timestamptz,
  offer_evidence_file_id uuid,
  refusal_reason text,
  status_changed_at timestamptz not null,
  constraint referral_pkey primary key (county_id, id),
  constraint referral_id_client_id_key unique (county_id, id, client_id),
  constraint referral_id_position_id_key unique (county_id, id, position_id),
  constraint referral_organisation_id_card_code_key unique (county_id, organisation_id, card_code),
  constraint referral_source_check check (source in ('MANUAL', 'BATCH', 'SELF')),
  constraint referral_status_check check (status in (
    'PROPOSED', 'CONSENTED', 'SENT', 'VIEWED', 'INVITED', 'INTERVIEW', 'OFFERED', 'ACCEPTED',
    'POOLED', 'DECLINED_BY_CLIENT', 'DECLINED_BY_ENTERPRISE', 'EXPIRED', 'WITHDRAWN', 'OBSOLETE'
  )),
  constraint referral_score_check check (score between 0 and 10000),
  constraint referral_paid_work_sample_hours_check check (paid_work_sample_hours between 1 and 4),
  constraint referral_offer_pay_fen_check check (offer_pay_fen >= 0),
  constraint referral_offer_weekly_hours_check check (offer_weekly_hours between 1 and 44),
  constraint referral_offer_shift_check check (offer_shift in ('DAY', 'MIDDLE', 'NIGHT', 'ROTATING')),
  constraint referral_offer_pay_cycle_days_check check (offer_pay_cycle_days between 1 and 31),
  constraint referral_accepted_check check ((status = 'ACCEPTED') = (offer_accepted_at is not null)),
  constraint referral_offer_days_check check (offer_contract_to is null or offer_hire_date <= offer_contract_to),
  constraint referral_offer_check
    check (num_nulls(offered_at, offer_pay_fen, offer_weekly_hours, offer_shift, offer_hire_date, offer_pay_cycle_days) in (0, 6) and (status not in ('OFFERED', 'ACCEPTED') or offered_at is not null)),
  constraint referral_invitation_check
    check (num_nulls(invitation_at, invitation_place) in (0, 2) and (status not in ('INVITED', 'INTERVIEW', 'OFFERED', 'ACCEPTED') or invitation_at is not null)),
  constraint referral_card_check check (card is null or sent_at is not null),
  constraint referral_sent_check check (status not in (
    'SENT', 'VIEWED', 'INVITED', 'INTERVIEW', 'OFFERED', 'ACCEPTED'
  ) or (sent_at is not null and respond_by is not null))
);
create index referral_client_id_idx on referral (county_id, client_id);
create index referral_organisation_id_status_idx on referral (county_id, organisation_id, status);
create index referral_position_id_idx on referral (county_id, position_id);
create index referral_proposed_at_id_idx on referral (county_id, proposed_at, id);
create index referral_status_respond_by_idx on referral (county_id, status, respond_by);
create unique index referral_open_once_idx on referral (county_id, client_id, position_id) where status = any (array['PROPOSED'::text, 'CONSENTED'::text, 'SENT'::text, 'VIEWED'::text, 'INVITED'::text, 'INTERVIEW'::text, 'OFFERED'::text, 'POOLED'::text]);

create table placement (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  client_id uuid not null,
  slot_id uuid,
  organisation_id uuid,
  referral_id uuid,
  mode text not null,
  hire_date date not null,
  contract_signed_on date,
  contract_from date not null,
  contract_to date,
  probation_end_on date,
  agreed_pay_fen bigint not null,
  pay_basis text not null default 'MONTHLY',
  pay_cycle_days integer not null,
  weekly_hours integer not null,
  shift text not null,
  employment_type text not null,
  job_code text not null,
  grade text not null,
  overtime_base_fen bigint,
  lowest_same_job_fen bigint,
  social_insurance_from date,
  employee_pseudonym text,
  status text not null,
  ended_on date,
  end_reason text,
  ended_at timestamptz,
  status_before_end text,
  constraint placement_pkey primary key (county_id, id),
  constraint placement_id_client_id_key unique (county_id, id, client_id),
  constraint placement_referral_id_key unique (county_id, referral_id),
  constraint placement_mode_check check (mode in ('GROUP', 'INDIVIDUAL', 'SELF_EMPLOYED', 'PUBLIC_POST')),
  constraint placement_agreed_pay_fen_check check (agreed_pay_fen >= 0),
  constraint placement_pay_basis_check check (pay_basis in ('MONTHLY', 'HOURLY', 'PIECE')),
  constraint placement_pay_cycle_days_check check (pay_cycle_days between 1 and 31),
  constraint placement_weekly_hours_check check (weekly_hours between 1 and 44),
  constraint placement_shift_check check (shift in ('DAY', 'MIDDLE', 'NIGHT', 'ROTATING')),
  constraint placement_employment_type_check check (employment_type in ('FULL_TIME', 'PART_TIME', 'DISPATCH')),
  constraint placement_overtime_base_fen_check check (overtime_base_fen >= 0),
  constraint placement_lowest_same_job_fen_check check (lowest_same_job_fen >= 0),
  constraint placement_status_check check (status in (
    'PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED', 'ENDED', 'CANCELLED'
  )),
  constraint placement_end_reason_check check (end_reason in (
    'VOLUNTARY', 'CONTRACT_END', 'DISMISSED', 'ENTERPRISE_CLOSED', 'PERSONAL', 'MOVED',
    'BETTER_JOB', 'OTHER', 'UNKNOWN'
  )),
  constraint placement_status_before_end_check check (status_before_end in (
    'PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED', 'ENDED', 'CANCELLED'
  )),
  constraint placement_end_recorded_check check (status not in (
    'ENDED', 'CANCELLED'
  ) or (end_reason is not null and ended_at is not null)),
  constraint placement_ended_check
    check ((status = 'ENDED') = (ended_on is not null) and (ended_on is null or hire_date <= ended_on)),
  constraint placement_probation_check check (probation_end_on is null or hire_date <= probation_end_on),
  constraint placement_term_check
    check (contract_from <= hire_date and (contract_to is null or hire_date <= contract_to)),
  constraint placement_slot_check check (mode in (
    'SELF_EMPLOYED', 'PUBLIC_POST'
  ) or (slot_id is not null and organisation_id is not null)),
  constraint placement_full_time_excl
    exclude using gist (county_id with =, client_id with =, daterange(hire_date, coalesce(ended_on, contract_to + 1), '[)') with &&) where (weekly_hours > 24 and status <> 'CANCELLED')
);
create index placement_client_id_idx on placement (county_id, client_id);
create index placement_organisation_id_idx on placement (county_id, organisation_id);
create index placement_pseudonym_idx on placement (county_id, organisation_id, employee_pseudonym) where employee_pseudonym is not null;
create index placement_slot_id_idx on placement (county_id, slot_id);
create unique index placement_slot_live_idx on placement (county_id, slot_id) where status = any (array['PLANNED'::text, 'PROBATION'::text, 'ACTIVE'::text, 'PAUSED'::text]);

create table follow_up_milestone (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  placement_id uuid not null,
  client_id uuid not null,
  code text not null,
  raw_on date not null,
  due_on date not null,
  window_working_days integer not null,
  channel text not null,
  is_required boolean not null default true,
  is_provisional boolean not null default false,
  status text not null,
  revision integer not null default 1,
  contact_id uuid,
  done_at timestamptz,
  attempts integer not null default 0,
  snoozes integer not null default 0,
  snoozed_until date,
  snooze_reason text,
  last_reminded_at timestamptz,
  constraint follow_up_milestone_pkey primary key (county_id, id),
  constraint follow_up_milestone_placement_id_code_key unique (county_id, placement_id, code),
  constraint follow_up_milestone_window_working_days_check check (window_working_days between 0 and 30),
  constraint follow_up_milestone_channel_check check (channel in (
    'PHONE', 'SMS', 'WECHAT', 'VISIT', 'OFFICE', 'IN_APP'
  )),
  constraint follow_up_milestone_status_check check (status in (
    'SCHEDULED', 'DUE', 'DONE', 'SNOOZED', 'UNREACHED', 'CANCELLED', 'COVERED', 'DECLINED'
  )),
  constraint follow_up_milestone_revision_check check (revision between 1 and 1000),
  constraint follow_up_milestone_attempts_check check (attempts between 0 and 100),
  constraint follow_up_milestone_snoozes_check check (snoozes between 0 and 2),
  constraint follow_up_milestone_snooze_check check (status <> 'SNOOZED' or snoozed_until is not null),
  constraint follow_up_milestone_done_check
    check ((status = 'DONE') = (contact_id is not null and done_at is not null)),
  constraint follow_up_milestone_days_check check (code = 'PRE' or raw_on <= due_on)
);
create index follow_up_milestone_client_id_idx on follow_up_milestone (county_id, client_id);
create index follow_up_milestone_status_due_on_idx on follow_up_milestone (county_id, status, due_on);

create table reminder (
  county_id uuid not null,
  id uuid not null,
  recipient_membership_id uuid not null,
  day date not null,
  kind text not null,
  subject_ids uuid[] not null,
  state text not null,
  attempts integer not null default 0,
  claimed_at timestamptz,
  sent_at timestamptz,
  created_at timestamptz not null,
  constraint reminder_pkey primary key (county_id, id),
  constraint reminder_recipient_membership_id_day_kind_key
    unique (county_id, recipient_membership_id, day, kind),
  constraint reminder_kind_check check (kind in ('FOLLOW_UP', 'ANSWERS_DUE', 'PAYROLL_DUE')),
  constraint reminder_state_check check (state in (
    'PENDING', 'CLAIMED', 'SENT', 'UNCONFIRMED', 'SKIPPED', 'FAILED'
  )),
  constraint reminder_attempts_check check (attempts between 0 and 1000),
  constraint reminder_sent_check check ((state = 'SENT') = (sent_at is not null))
);
create index reminder_state_day_idx on reminder (county_id, state, day);

-- Equal pay

create table payroll_upload (
  county_id uuid not null,
  id uuid not null,
  organisation_id uuid not null,
  period text not null,
  revision integer not null,
  content_sha256 bytea not null,
  file_id uuid,
  import_run_id uuid,
  uploaded_by_membership_id uuid,
  line_count integer not null,
  received_at timestamptz not null,
  constraint payroll_upload_pkey primary key (county_id, id),
  constraint payroll_upload_id_organisation_id_key unique (county_id, id, organisation_id),
  constraint payroll_upload_organisation_id_period_revision_key
    unique (county_id, organisation_id, period, revision),
  constraint payroll_upload_period_check check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  constraint payroll_upload_revision_check check (revision between 1 and 10000),
  constraint payroll_upload_line_count_check check (line_count between 0 and 1000000),
  constraint payroll_upload_hash_check check (octet_length(content_sha256) = 32)
);
create index payroll_upload_import_run_id_idx on payroll_upload (county_id, import_run_id);

create table payroll_line (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  upload_id uuid not null,
  organisation_id uuid not null,
  period text not null,
  pseudonym text not null,
  placement_id uuid,
  employment_type text not null,
  hours_system text not null default 'STANDARD',
  pay_basis text not null,
  job_code text not null,
  grade text not null,
  shift_pattern text,
  tenure_months integer,
  on_probation boolean not null default false,
  base_fen bigint not null,
  allowances jsonb not null default '[]',
  bonus_fen bigint not null default 0,
  overtime_weekday_minutes integer,
  overtime_rest_day_minutes integer,
  overtime_holiday_minutes integer,
  compensated_rest_day_minutes integer,
  overtime_pay_fen bigint,
  deductions jsonb not null default '[]',
  scheduled_days numeric(4,1) not null,
  unpaid_leave_days numeric(4,1),
  sick_leave_days numeric(4,1),
  normal_minutes integer,
  social_insurance jsonb,
  employee_insurance_fen bigint,
  arrears jsonb not null default '[]',
  agreed_pay_date date,
  actual_pay_date date,
  constraint payroll_line_pkey primary key (county_id, id),
  constraint payroll_line_placement_id_period_key unique (county_id, placement_id, period),
  constraint payroll_line_organisation_id_period_pseudonym_key
    unique (county_id, organisation_id, period, pseudonym),
  constraint payroll_line_period_check check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  constraint payroll_line_employment_type_check check (employment_type in (
    'FULL_TIME', 'PART_TIME', 'DISPATCH'
  )),
  constraint payroll_line_hours_system_check check (hours_system in ('STANDARD', 'COMPREHENSIVE', 'FLEXIBLE')),
  constraint payroll_line_pay_basis_check check (pay_basis in ('MONTHLY', 'HOURLY', 'PIECE')),
  constraint payroll_line_tenure_months_check check (tenure_months between 0 and 900),
  constraint payroll_line_base_fen_check check (base_fen >= 0),
  constraint payroll_line_bonus_fen_check check (bonus_fen >= 0),
  constraint payroll_line_overtime_weekday_minutes_check check (overtime_weekday_minutes between 0 and 44640),
  constraint payroll_line_overtime_rest_day_minutes_check check (overtime_rest_day_minutes between 0 and 44640),
  constraint payroll_line_overtime_holiday_minutes_check check (overtime_holiday_minutes between 0 and 44640),
  constraint payroll_line_compensated_rest_day_minutes_check
    check (compensated_rest_day_minutes between 0 and 44640),
  constraint payroll_line_overtime_pay_fen_check check (overtime_pay_fen >= 0),
  constraint payroll_line_scheduled_days_check
    check (scheduled_days between 0 and 31 and scheduled_days * 2 = trunc(scheduled_days * 2)),
  constraint payroll_line_unpaid_leave_days_check
    check (unpaid_leave_days between 0 and 31 and unpaid_leave_days * 2 = trunc(unpaid_leave_days * 2)),
  constraint payroll_line_sick_leave_days_check
    check (sick_leave_days between 0 and 31 and sick_leave_days * 2 = trunc(sick_leave_days * 2)),
  constraint payroll_line_normal_minutes_check check (normal_minutes between 0 and 44640),
  constraint payroll_line_employee_insurance_fen_check check (employee_insurance_fen >= 0),
  constraint payroll_line_leave_check
    check (coalesce(unpaid_leave_days, 0) + coalesce(sick_leave_days, 0) <= scheduled_days)
);
create index payroll_line_comparison_idx on payroll_line (county_id, organisation_id, period, job_code, grade);
create index payroll_line_placement_id_idx on payroll_line (county_id, placement_id);
create index payroll_line_upload_id_idx on payroll_line (county_id, upload_id);

create table pay_check_run (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  period text not null,
  revision integer not null,
  cause text not null,
  state text not null,
  rule_version integer not null,
  requested_by_membership_id uuid,
  started_at timestamptz,
  finished_at timestamptz,
  lines_expected integer not null default 0,
  lines_received integer not null default 0,
  compliant integer not null default 0,
  review integer not null default 0,
  findings integer not null default 0,
  insufficient integer not null default 0,
  constraint pay_check_run_pkey primary key (county_id, id),
  constraint pay_check_run_period_revision_key unique (county_id, period, revision),
  constraint pay_check_run_period_check check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  constraint pay_check_run_revision_check check (revision between 1 and 100000),
  constraint pay_check_run_cause_check check (cause in (
    'MONTHLY', 'PAYROLL_UPLOADED', 'MINIMUM_WAGE_CHANGED', 'CONTRACT_CHANGED', 'REQUESTED'
  )),
  constraint pay_check_run_state_check check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED')),
  constraint pay_check_run_rule_version_check check (rule_version between 1 and 100000),
  constraint pay_check_run_lines_expected_check check (lines_expected between 0 and 10000000),
  constraint pay_check_run_lines_received_check check (lines_received between 0 and 10000000),
  constraint pay_check_run_compliant_check check (compliant between 0 and 10000000),
  constraint pay_check_run_review_check check (review between 0 and 10000000),
  constraint pay_check_run_findings_check check (findings between 0 and 10000000),
  constraint pay_check_run_insufficient_check check (insufficient between 0 and 10000000),
  constraint pay_check_run_started_check check (state in ('QUEUED', 'FAILED') or started_at is not null),
  constraint pay_check_run_finished_check check ((state in ('DONE', 'FAILED')) = (finished_at is not null))
);

create table pay_check_result (
  county_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  placement_id uuid not null,
  client_id uuid not null,
  organisation_id uuid,
  period text not null,
  rule_version integer not null,
  input_hash bytea not null,
  payroll_line_id uuid,
  minimum_wage_id uuid,
  rules jsonb not null,
  rules_status text not null,
  comparator jsonb,
  comparator_verdict text,
  verdict text not null,
  received_fen bigint,
  counted_fen bigint,
  minimum_fen bigint,
  shortfall_fen bigint not null default 0,
  is_current boolean not null default true,
  created_at timestamptz not null,
  constraint pay_check_result_pkey primary key (county_id, id),
  constraint pay_check_result_id_placement_id_key unique (county_id, id, placement_id),
  constraint pay_check_result_once_key unique (county_id, placement_id, period, rule_version, input_hash),
  constraint pay_check_result_period_check check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  constraint pay_check_result_rule_version_check check (rule_version between 1 and 100000),
  constraint pay_check_result_rules_status_check check (rules_status in (
    'PASS', 'FAIL', 'REVIEW', 'INSUFFICIENT', 'NOT_APPLICABLE'
  )),
  constraint pay_check_result_comparator_verdict_check check (comparator_verdict in (
    'WITHIN_TOLERANCE', 'REVIEW', 'DISPARITY', 'INSUFFICIENT_COMPARATORS'
  )),
  constraint pay_check_result_verdict_check check (verdict in (
    'COMPLIANT', 'REVIEW', 'VIOLATION', 'DISPARITY_INDICATED', 'SEGREGATED_POST',
    'INSUFFICIENT_DATA'
  )),
  constraint pay_check_result_received_fen_check check (received_fen >= 0),
  constraint pay_check_result_counted_fen_check check (counted_fen >= 0),
  constraint pay_check_result_minimum_fen_check check (minimum_fen >= 0),
  constraint pay_check_result_shortfall_fen_check check (shortfall_fen >= 0),
  constraint pay_check_result_hash_check check (octet_length(input_hash) = 32)
);
create index pay_check_result_client_id_idx on pay_check_result (county_id, client_id);
create index pay_check_result_run_id_idx on pay_check_result (county_id, run_id);
create unique index pay_check_result_current_idx on pay_check_result (county_id, placement_id, period) where is_current;

create table pay_finding (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  result_id uuid not null,
  placement_id uuid not null,
  client_id uuid not null,
  organisation_id uuid not null,
  period text not null,
  rule_code text not null,
  status text not null,
  verdict text not null,
  severity text not null,
  finding_class text not null,
  shortfall_fen bigint not null,
  figures jsonb not null,
  evidence text,
  detected_at timestamptz not null,
  triage_due_on date,
  triaged_at timestamptz,
  triaged_by_membership_id uuid,
  notified_at timestamptz,
  respond_by date,
  response text,
  closed_at timestamptz,
  constraint pay_finding_pkey primary key (county_id, id),
  constraint pay_finding_result_id_rule_code_key unique (county_id, result_id, rule_code),
  constraint pay_finding_period_check check (period ~ '^[0-9]{4}-(0[1-9]|1[0-2])$'),
  constraint pay_finding_rule_code_check check (rule_code in ('MIN_WAGE', 'CONTRACT_WAGE', 'COMPARATOR_GAP')),
  constraint pay_finding_status_check check (status in (
    'DETECTED', 'TRIAGE', 'AWAITING_CLIENT_CONSENT', 'NOTIFIED', 'RESPONDED', 'NO_RESPONSE',
    'UNDER_REVIEW', 'REMEDY_PENDING', 'RESOLVED_PAID', 'RESOLVED_EXPLAINED', 'DISMISSED',
    'DISMISSED_FALSE_POSITIVE', 'ESCALATED', 'REFERRED', 'CLOSED', 'SUPERSEDED'
  )),
  constraint pay_finding_verdict_check check (verdict in (
    'COMPLIANT', 'REVIEW', 'VIOLATION', 'DISPARITY_INDICATED', 'SEGREGATED_POST',
    'INSUFFICIENT_DATA'
  )),
  constraint pay_finding_severity_check check (severity in ('CRITICAL', 'MAJOR', 'MODERATE', 'INFO')),
  constraint pay_finding_finding_class_check check (finding_class in ('STATUTORY', 'AGREEMENT')),
  constraint pay_finding_shortfall_fen_check check (shortfall_fen >= 0),
  constraint pay_finding_evidence_check check (evidence in ('STRONG', 'MODERATE', 'WEAK')),
  constraint pay_finding_notified_check check (status not in (
    'NOTIFIED', 'RESPONDED', 'NO_RESPONSE'
  ) or notified_at is not null),
  constraint pay_finding_triage_check check ((triaged_at is null) = (triaged_by_membership_id is null))
);
create index pay_finding_client_id_idx on pay_finding (county_id, client_id);
create index pay_finding_organisation_id_status_idx on pay_finding (county_id, organisation_id, status);
create index pay_finding_period_status_idx on pay_finding (county_id, period, status);
create unique index pay_finding_live_idx on pay_finding (county_id, placement_id, period, rule_code) where status <> 'SUPERSEDED'::text;

-- Parameters

create table minimum_wage (
  id uuid not null,
  region_code text not null,
  effective_from date not null,
  monthly_fen bigint not null,
  hourly_fen bigint not null,
  excludes_employee_si boolean not null default false,
  source_doc text not null,
  published_on date,
  verified boolean not null default false,
  constraint minimum_wage_pkey primary key (id),
  constraint minimum_wage_region_code_effective_from_key unique (region_code, effective_from),
  constraint minimum_wage_monthly_fen_check check (monthly_fen >= 0),
  constraint minimum_wage_hourly_fen_check check (hourly_fen >= 0)
);

create table holiday (
  day date not null,
  year integer not null,
  is_off boolean not null,
  source text not null,
  verified boolean not null default false,
  constraint holiday_pkey primary key (day),
  constraint holiday_year_check check (year between 2000 and 2100),
  constraint holiday_day_in_year_check check (extract(year from day) = year)
);

create table travel_time (
  county_id uuid not null,
  id uuid not null,
  from_township text not null,
  to_township text not null,
  minutes integer not null,
  verified boolean not null default false,
  constraint travel_time_pkey primary key (county_id, id),
  constraint travel_time_from_township_to_township_key unique (county_id, from_township, to_township),
  constraint travel_time_minutes_check check (minutes between 0 and 600)
);

create table score_weights (
  county_id uuid not null,
  id uuid not null,
  version integer not null,
  effective_from date not null,
  skills integer not null,
  occupation integer not null,
  commute integer not null,
  pay integer not null,
  shift_and_hours integer not null,
  benefits integer not null,
  created_at timestamptz not null default now(),
  constraint score_weights_pkey primary key (county_id, id),
  constraint score_weights_effective_from_key unique (county_id, effective_from),
  constraint score_weights_version_key unique (county_id, version),
  constraint score_weights_version_check check (version between 1 and 100000),
  constraint score_weights_skills_check check (skills between 0 and 10000),
  constraint score_weights_occupation_check check (occupation between 0 and 10000),
  constraint score_weights_commute_check check (commute between 0 and 10000),
  constraint score_weights_pay_check check (pay between 0 and 10000),
  constraint score_weights_shift_and_hours_check check (shift_and_hours between 0 and 10000),
  constraint score_weights_benefits_check check (benefits between 0 and 10000),
  constraint score_weights_sum_check
    check (skills + occupation + commute + pay + shift_and_hours + benefits = 10000)
);

-- References

alter table county_key
  add constraint county_key_county_id_fkey foreign key (county_id) references county (id) on delete restrict;

alter table outbox_event
  add constraint outbox_event_county_id_fkey foreign key (county_id) references county (id) on delete restrict;

alter table delivery
  add constraint delivery_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint delivery_outbox_event_id_fkey
    foreign key (county_id, outbox_event_id) references outbox_event (county_id,id) on delete restrict;

alter table job_failure
  add constraint job_failure_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint job_failure_outbox_event_id_fkey
    foreign key (county_id, outbox_event_id) references outbox_event (county_id,id) on delete restrict;

alter table audit_entry
  add constraint audit_entry_county_id_fkey foreign key (county_id) references county (id) on delete restrict;

alter table command_receipt
  add constraint command_receipt_county_id_fkey foreign key (county_id) references county (id) on delete restrict;

alter table session
  add constraint session_account_id_fkey foreign key (account_id) references user_account (id) on delete restrict;

alter table organisation
  add constraint organisation_county_id_fkey foreign key (county_id) references county (id) on delete restrict;

alter table site
  add constraint site_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint site_organisation_id_fkey
    foreign key (county_id, organisation_id) references organisation (county_id,id) on delete restrict;

alter table membership
  add constraint membership_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint membership_account_id_fkey foreign key (account_id) references user_account (id) on delete restrict,
  add constraint membership_client_id_fkey
    foreign key (county_id, client_id) references client (county_id,id) on delete restrict,
  add constraint membership_organisation_id_fkey
    foreign key (county_id, organisation_id) references organisation (county_id,id) on delete restrict;

alter table client
  add constraint client_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint client_attested_by_membership_id_fkey
    foreign key (county_id, attested_by_membership_id) references membership (county_id,id) on delete restrict,
  add constraint client_caseworker_membership_id_fkey
    foreign key (county_id, caseworker_membership_id) references membership (county_id,id) on delete restrict;

alter table programme_entry
  add constraint programme_entry_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint programme_entry_caseworker_membership_id_fkey
    foreign key (county_id, caseworker_membership_id) references membership (county_id,id) on delete restrict,
  add constraint programme_entry_client_id_fkey
    foreign key (county_id, client_id) references client (county_id,id) on delete restrict,
  add constraint programme_entry_mentor_membership_id_fkey
    foreign key (county_id, mentor_membership_id) references membership (county_id,id) on delete restrict;

alter table client_certificate
  add constraint client_certificate_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint client_certificate_client_id_fkey
    foreign key (county_id, client_id) references client (county_id,id) on delete restrict,
  add constraint client_certificate_course_session_id_fkey
    foreign key (county_id, course_session_id) references course_session (county_id,id) on delete restrict;

alter table support_plan
  add constraint support_plan_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint support_plan_client_id_fkey
    foreign key (county_id, client_id) references client (county_id,id) on delete restrict;

alter table goal
  add constraint goal_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint goal_client_id_fkey
    foreign key (county_id, client_id) references client (county_id,id) on delete restrict,
  add constraint goal_support_plan_id_fkey
    foreign key (county_id, support_plan_id, client_id) references support_plan (county_id,id,client_id) on delete restrict;

alter table contact
  add constraint contact_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint contact_client_id_fkey
    foreign key (county_id, client_id) references client (county_id,id) on delete restrict,
  add constraint contact_membership_id_fkey
    foreign key (county_id, membership_id) references membership (county_id,id) on delete restrict;

alter table task
  add constraint task_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint task_assignee_membership_id_fkey
    foreign key (county_id, assignee_membership_id) references membership (county_id,id) on delete restrict,
  add constraint task_client_id_fkey
    foreign key (county_id, client_id) references client (county_id,id) on delete restrict,
  add constraint task_raised_by_membership_id_fkey
    foreign key (county_id, raised_by_membership_id) references membership (county_id,id) on delete restrict;

alter table file
  add constraint file_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint file_organisation_id_fkey
    foreign key (county_id, organisation_id) references organisation (county_id,id) on delete restrict,
  add constraint file_uploaded_by_membership_id_fkey
    foreign key (county_id, uploaded_by_membership_id) references membership (county_id,id) on delete restrict;

alter table import_run
  add constraint import_run_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint import_run_file_id_fkey
    foreign key (county_id, file_id) references file (county_id,id) on delete restrict,
  add constraint import_run_organisation_id_fkey
    foreign key (county_id, organisation_id) references organisation (county_id,id) on delete restrict,
  add constraint import_run_requested_by_membership_id_fkey
    foreign key (county_id, requested_by_membership_id) references membership (county_id,id) on delete restrict;

alter table import_row
  add constraint import_row_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint import_row_run_id_fkey
    foreign key (county_id, run_id) references import_run (county_id,id) on delete restrict;

alter table training_course
  add constraint training_course_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint training_course_organisation_id_fkey
    foreign key (county_id, organisation_id) references organisation (county_id,id) on delete restrict;

alter table course_session
  add constraint course_session_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint course_session_course_id_fkey
    foreign key (county_id, course_id) references training_course (county_id,id) on delete restrict,
  add constraint course_session_trainer_membership_id_fkey
    foreign key (county_id, trainer_membership_id) references membership (county_id,id) on delete restrict;

alter table room
  add constraint room_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint room_organisation_id_fkey
    foreign key (county_id, organisation_id) references organisation (county_id,id) on delete restrict,
  add constraint room_site_id_fkey
    foreign key (county_id, site_id) references site (county_id,id) on delete restrict;

alter table lesson
  add constraint lesson_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint lesson_room_id_fkey
    foreign key (county_id, room_id) references room (county_id,id) on delete restrict,
  add constraint lesson_session_id_fkey
    foreign key (county_id, session_id) references course_session (county_id,id) on delete restrict,
  add constraint lesson_trainer_membership_id_fkey
    foreign key (county_id, trainer_membership_id) references membership (county_id,id) on delete restrict;

alter table enrolment
  add constraint enrolment_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint enrolment_client_id_fkey
    foreign key (county_id, client_id) references client (county_id,id) on delete restrict,
  add constraint enrolment_session_id_fkey
    foreign key (county_id, session_id) references course_session (county_id,id) on delete restrict;

alter table attendance
  add constraint attendance_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint attendance_enrolment_id_fkey
    foreign key (county_id, enrolment_id, session_id) references enrolment (county_id,id,session_id) on delete restrict,
  add constraint attendance_lesson_id_fkey
    foreign key (county_id, lesson_id, session_id) references lesson (county_id,id,session_id) on delete restrict,
  add constraint attendance_recorded_by_membership_id_fkey
    foreign key (county_id, recorded_by_membership_id) references membership (county_id,id) on delete restrict;

alter table cooperation_agreement
  add constraint cooperation_agreement_county_id_fkey
    foreign key (county_id) references county (id) on delete restrict,
  add constraint cooperation_agreement_document_file_id_fkey
    foreign key (county_id, document_file_id) references file (county_id,id) on delete restrict,
  add constraint cooperation_agreement_organisation_id_fkey
    foreign key (county_id, organisation_id) references organisation (county_id,id) on delete restrict,
  add constraint cooperation_agreement_renews_id_fkey
    foreign key (county_id, renews_id) references cooperation_agreement (county_id,id) on delete restrict,
  add constraint cooperation_agreement_training_base_id_fkey
    foreign key (county_id, training_base_id) references organisation (county_id,id) on delete restrict;

alter table position
  add constraint position_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint position_agreement_id_fkey
    foreign key (county_id, agreement_id, organisation_id) references cooperation_agreement (county_id,id,organisation_id) on delete restrict,
  add constraint position_organisation_id_fkey
    foreign key (county_id, organisation_id) references organisation (county_id,id) on delete restrict,
  add constraint position_site_id_fkey
    foreign key (county_id, site_id) references site (county_id,id) on delete restrict;

alter table job_slot
  add constraint job_slot_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint job_slot_held_for_fkey
    foreign key (county_id, held_for, position_id) references referral (county_id,id,position_id) on delete restrict,
  add constraint job_slot_position_id_fkey
    foreign key (county_id, position_id, organisation_id) references position (county_id,id,organisation_id) on delete restrict;

alter table consent_grant
  add constraint consent_grant_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint consent_grant_client_id_fkey
    foreign key (county_id, client_id) references client (county_id,id) on delete restrict,
  add constraint consent_grant_discloser_organisation_id_fkey
    foreign key (county_id, discloser_organisation_id) references organisation (county_id,id) on delete restrict,
  add constraint consent_grant_evidence_file_id_fkey
    foreign key (county_id, evidence_file_id) references file (county_id,id) on delete restrict,
  add constraint consent_grant_recipient_organisation_id_fkey
    foreign key (county_id, recipient_organisation_id) references organisation (county_id,id) on delete restrict,
  add constraint consent_grant_recorded_by_membership_id_fkey
    foreign key (county_id, recorded_by_membership_id) references membership (county_id,id) on delete restrict;

alter table disclosure
  add constraint disclosure_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint disclosure_client_id_fkey
    foreign key (county_id, client_id) references client (county_id,id) on delete restrict,
  add constraint disclosure_consent_grant_id_fkey
    foreign key (county_id, consent_grant_id, client_id) references consent_grant (county_id,id,client_id) on delete restrict,
  add constraint disclosure_placement_id_fkey
    foreign key (county_id, placement_id, client_id) references placement (county_id,id,client_id) on delete restrict,
  add constraint disclosure_reader_membership_id_fkey
    foreign key (county_id, reader_membership_id) references membership (county_id,id) on delete restrict,
  add constraint disclosure_recipient_organisation_id_fkey
    foreign key (county_id, recipient_organisation_id) references organisation (county_id,id) on delete restrict;

alter table referral
  add constraint referral_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint referral_client_id_fkey
    foreign key (county_id, client_id) references client (county_id,id) on delete restrict,
  add constraint referral_consent_evidence_file_id_fkey
    foreign key (county_id, consent_evidence_file_id) references file (county_id,id) on delete restrict,
  add constraint referral_consent_grant_id_fkey
    foreign key (county_id, consent_grant_id, client_id) references consent_grant (county_id,id,client_id) on delete restrict,
  add constraint referral_offer_evidence_file_id_fkey
    foreign key (county_id, offer_evidence_file_id) references file (county_id,id) on delete restrict,
  add constraint referral_position_id_fkey
    foreign key (county_id, position_id, organisation_id) references position (county_id,id,organisation_id) on delete restrict,
  add constraint referral_proposed_by_membership_id_fkey
    foreign key (county_id, proposed_by_membership_id) references membership (county_id,id) on delete restrict;

alter table placement
  add constraint placement_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint placement_client_id_fkey
    foreign key (county_id, client_id) references client (county_id,id) on delete restrict,
  add constraint placement_organisation_id_fkey
    foreign key (county_id, organisation_id) references organisation (county_id,id) on delete restrict,
  add constraint placement_referral_id_fkey
    foreign key (county_id, referral_id, client_id) references referral (county_id,id,client_id) on delete restrict,
  add constraint placement_slot_id_fkey
    foreign key (county_id, slot_id, organisation_id) references job_slot (county_id,id,organisation_id) on delete restrict;

alter table follow_up_milestone
  add constraint follow_up_milestone_county_id_fkey
    foreign key (county_id) references county (id) on delete restrict,
  add constraint follow_up_milestone_client_id_fkey
    foreign key (county_id, client_id) references client (county_id,id) on delete restrict,
  add constraint follow_up_milestone_contact_id_fkey
    foreign key (county_id, contact_id) references contact (county_id,id) on delete restrict,
  add constraint follow_up_milestone_placement_id_fkey
    foreign key (county_id, placement_id, client_id) references placement (county_id,id,client_id) on delete restrict;

alter table reminder
  add constraint reminder_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint reminder_recipient_membership_id_fkey
    foreign key (county_id, recipient_membership_id) references membership (county_id,id) on delete restrict;

alter table payroll_upload
  add constraint payroll_upload_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint payroll_upload_file_id_fkey
    foreign key (county_id, file_id) references file (county_id,id) on delete restrict,
  add constraint payroll_upload_import_run_id_fkey
    foreign key (county_id, import_run_id) references import_run (county_id,id) on delete restrict,
  add constraint payroll_upload_organisation_id_fkey
    foreign key (county_id, organisation_id) references organisation (county_id,id) on delete restrict,
  add constraint payroll_upload_uploaded_by_membership_id_fkey
    foreign key (county_id, uploaded_by_membership_id) references membership (county_id,id) on delete restrict;

alter table payroll_line
  add constraint payroll_line_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint payroll_line_placement_id_fkey
    foreign key (county_id, placement_id) references placement (county_id,id) on delete restrict,
  add constraint payroll_line_upload_id_fkey
    foreign key (county_id, upload_id, organisation_id) references payroll_upload (county_id,id,organisation_id) on delete restrict;

alter table pay_check_run
  add constraint pay_check_run_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint pay_check_run_requested_by_membership_id_fkey
    foreign key (county_id, requested_by_membership_id) references membership (county_id,id) on delete restrict;

alter table pay_check_result
  add constraint pay_check_result_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint pay_check_result_client_id_fkey
    foreign key (county_id, client_id) references client (county_id,id) on delete restrict,
  add constraint pay_check_result_organisation_id_fkey
    foreign key (county_id, organisation_id) references organisation (county_id,id) on delete restrict,
  add constraint pay_check_result_payroll_line_id_fkey
    foreign key (county_id, payroll_line_id) references payroll_line (county_id,id) on delete restrict,
  add constraint pay_check_result_placement_id_fkey
    foreign key (county_id, placement_id, client_id) references placement (county_id,id,client_id) on delete restrict,
  add constraint pay_check_result_run_id_fkey
    foreign key (county_id, run_id) references pay_check_run (county_id,id) on delete restrict;

alter table pay_finding
  add constraint pay_finding_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  add constraint pay_finding_client_id_fkey
    foreign key (county_id, client_id) references client (county_id,id) on delete restrict,
  add constraint pay_finding_organisation_id_fkey
    foreign key (county_id, organisation_id) references organisation (county_id,id) on delete restrict,
  add constraint pay_finding_placement_id_fkey
    foreign key (county_id, placement_id, client_id) references placement (county_id,id,client_id) on delete restrict,
  add constraint pay_finding_result_id_fkey
    foreign key (county_id, result_id, placement_id) references pay_check_result (county_id,id,placement_id) on delete restrict,
  add constraint pay_finding_triaged_by_membership_id_fkey
    foreign key (county_id, triaged_by_membership_id) references membership (county_id,id) on delete restrict;

alter table travel_time
  add constraint travel_time_county_id_fkey foreign key (county_id) references county (id) on delete restrict;

alter table score_weights
  add constraint score_weights_county_id_fkey foreign key (county_id) references county (id) on delete restrict;
