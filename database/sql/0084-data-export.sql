-- Copies of her own data that a client asked for. The files lie under her key; nobody but her reads these rows.

create table data_export (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  client_id uuid not null,
  requested_by_membership_id uuid not null,
  status text not null,
  keep_until date not null,
  ready_at timestamptz,
  json_file_id uuid,
  pdf_file_id uuid,
  constraint data_export_pkey primary key (county_id, id),
  constraint data_export_status_check check (status in ('QUEUED', 'READY')),
  constraint data_export_ready_check
    check ((status = 'READY') = (ready_at is not null) and (ready_at is null) = (json_file_id is null) and (ready_at is null) = (pdf_file_id is null)),
  constraint data_export_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint data_export_client_id_fkey
    foreign key (county_id, client_id) references client (county_id, id) on delete restrict,
  constraint data_export_requested_by_membership_id_fkey
    foreign key (county_id, requested_by_membership_id) references membership (county_id, id) on delete restrict,
  constraint data_export_json_file_id_fkey
    foreign key (county_id, json_file_id) references file (county_id, id) on delete restrict,
  constraint data_export_pdf_file_id_fkey
    foreign key (county_id, pdf_file_id) references file (county_id, id) on delete restrict
);
create index data_export_client_id_idx on data_export (county_id, client_id);
create unique index data_export_queued_once_idx on data_export (county_id, client_id) where status = 'QUEUED'::text;

call app.protect('data_export',
  $$ {role} = 'CLIENT' and client_id = {self} $$,
  $$ {role} = 'CLIENT' and client_id = {self} and requested_by_membership_id = {membership} $$,
  $$ {role} = 'CLIENT' and client_id = {self} $$,
  array['client_id', 'requested_by_membership_id', 'keep_until', 'created_at']);
