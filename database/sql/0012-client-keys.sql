-- Keys of clients, wrapped under their county's: whoever destroys one has erased what was sealed under it.

create table client_key (
  county_id uuid not null,
  id uuid not null,
  client_id uuid not null,
  county_key_version integer not null,
  wrapped bytea,
  created_at timestamptz not null default now(),
  destroyed_at timestamptz,
  constraint client_key_pkey primary key (county_id, id),
  constraint client_key_client_id_key unique (county_id, client_id),
  constraint client_key_county_key_version_check check (county_key_version between 1 and 32767),
  constraint client_key_destroyed_check check ((wrapped is null) = (destroyed_at is not null)),
  constraint client_key_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint client_key_client_id_fkey
    foreign key (county_id, client_id) references client (county_id, id) on delete restrict
);

call app.protect('client_key', '{client_seen}',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') and {client_seen} $$, 'false', array['client_id', 'created_at']);

-- A content has a key of its own, sealed in the file's row: under the county's, or under that of whom it is about.
alter table file
  add column key_enc bytea,
  add column client_id uuid,
  add constraint file_client_id_fkey
    foreign key (county_id, client_id) references client (county_id, id) on delete restrict;
create index file_client_id_idx on file (county_id, client_id);

revoke update on file from tonggong_app;
call app.protect('file',
  $$ uploaded_by_membership_id = {membership} or {role} = 'SUPERVISOR'
     or {role} in ('CASEWORKER', 'ENTERPRISE_HR') and organisation_id = {organisation} $$,
  'uploaded_by_membership_id = {membership} and organisation_id = {organisation}',
  'uploaded_by_membership_id = {membership} and organisation_id = {organisation}',
  array['media_type', 'uploaded_by_membership_id', 'organisation_id', 'created_at']);
