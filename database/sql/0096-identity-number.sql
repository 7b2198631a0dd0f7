-- The number of a client's identity card, for a filing alone: sealed under her own key, in a table of its own, found by
-- nothing. Her caseworker and she herself read it; nobody beside them has a row.
create table identity_number (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  client_id uuid not null,
  number_enc bytea not null,
  purpose text not null,
  recorded_by_membership_id uuid not null,
  recorded_at timestamptz not null,
  settled_on date,
  constraint identity_number_pkey primary key (county_id, id),
  constraint identity_number_client_id_key unique (county_id, client_id),
  constraint identity_number_purpose_check check (purpose in ('SUBSIDY_CLAIM', 'SOCIAL_INSURANCE')),
  constraint identity_number_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint identity_number_client_id_fkey
    foreign key (county_id, client_id) references client (county_id, id) on delete restrict,
  constraint identity_number_recorded_by_membership_id_fkey
    foreign key (county_id, recorded_by_membership_id) references membership (county_id, id) on delete restrict
);

call app.protect('identity_number',
  $$ {role} in ('CASEWORKER', 'CLIENT') and {client_seen} $$,
  $$ {role} = 'CASEWORKER' and {client_seen} $$,
  $$ {role} = 'CASEWORKER' and {client_seen} $$,
  array['client_id', 'created_at'],
  $$ {role} = 'CASEWORKER' and {client_seen} $$);

-- A file that was opened for a reason does not open this.
create policy identity_number_unopened on identity_number as restrictive for select to tonggong_app
  using (cardinality((select app.opened_clients())) = 0);

-- Each look at it stands in her log by a group of its own; so do names that a training base reads for a seat in a course.
alter table disclosure drop constraint disclosure_field_group_check;
alter table disclosure add constraint disclosure_field_group_check check (field_group in (
  'PROFILE', 'IDENTITY', 'WORK_NEEDS', 'CONTACT', 'PAY', 'ELIGIBILITY', 'CASE_NOTES', 'IDENTITY_NUMBER'
));
alter table disclosure drop constraint disclosure_basis_check;
alter table disclosure add constraint disclosure_basis_check check (basis in (
  'CONSENT', 'CONTRACT', 'CASE_WORK', 'BREAK_GLASS', 'COURSE'
));
