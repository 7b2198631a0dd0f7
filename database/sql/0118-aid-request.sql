-- Help that a client asks another office for: its kind, its state and its days. No reason, no sum, nothing typed.
create table aid_request (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  client_id uuid not null,
  kind text not null,
  status text not null,
  noted_by_membership_id uuid not null,
  noted_on date not null,
  referred_to text,
  referred_on date,
  settled_on date,
  next_look_on date,
  constraint aid_request_pkey primary key (county_id, id),
  constraint aid_request_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint aid_request_client_id_fkey
    foreign key (county_id, client_id) references client (county_id, id) on delete restrict,
  constraint aid_request_noted_by_membership_id_fkey
    foreign key (county_id, noted_by_membership_id) references membership (county_id, id) on delete restrict,
  constraint aid_request_kind_check check (kind in (
    'MINIMUM_LIVING_ALLOWANCE', 'TEMPORARY_RELIEF', 'MEDICAL_INSURANCE', 'SOCIAL_INSURANCE', 'HOUSING', 'LEGAL_AID'
  )),
  constraint aid_request_status_check check (status in ('NOTED', 'REFERRED', 'GRANTED', 'NOT_GRANTED', 'WITHDRAWN')),
  constraint aid_request_referred_to_check check (referred_to in (
    'CIVIL_AFFAIRS', 'MEDICAL_INSURANCE_OFFICE', 'SOCIAL_INSURANCE_OFFICE', 'HOUSING_OFFICE', 'LEGAL_AID_CENTRE',
    'TOWNSHIP_SERVICE_HALL'
  )),
  constraint aid_request_look_check check ((status in ('NOTED', 'REFERRED')) = (next_look_on is not null)),
  constraint aid_request_settled_check check ((status in ('NOTED', 'REFERRED')) = (settled_on is null)),
  constraint aid_request_office_check check ((referred_to is null) = (referred_on is null)),
  constraint aid_request_referred_check check (status in ('NOTED', 'WITHDRAWN') or referred_to is not null),
  constraint aid_request_days_check check (
    noted_on <= coalesce(referred_on, noted_on) and noted_on <= coalesce(settled_on, noted_on))
);
create index aid_request_client_id_noted_on_idx on aid_request (county_id, client_id, noted_on);
create unique index aid_request_open_once_idx
  on aid_request (county_id, client_id, kind) where status in ('NOTED', 'REFERRED');
create index aid_request_look_idx on aid_request (county_id, next_look_on) where next_look_on is not null;

-- Her caseworker keeps it, she herself and the team's supervisor read it, and whoever opened her file for a reason.
call app.protect('aid_request',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen} $$,
  $$ {role} = 'CASEWORKER' and {client_seen} $$,
  $$ {role} = 'CASEWORKER' and {client_seen} $$,
  array['client_id', 'kind', 'noted_by_membership_id', 'noted_on', 'created_at'],
  'false');

-- Each look at it by somebody who does not look after her stands in her log by a group of its own.
alter table disclosure drop constraint disclosure_field_group_check;
alter table disclosure add constraint disclosure_field_group_check check (field_group in (
  'PROFILE', 'IDENTITY', 'WORK_NEEDS', 'CONTACT', 'PAY', 'ELIGIBILITY', 'CASE_NOTES', 'IDENTITY_NUMBER', 'AID'
));
