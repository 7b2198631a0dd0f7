-- What a client says is wrong about her, and what she was answered.

create table correction_request (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  client_id uuid not null,
  field text not null,
  text_enc bytea not null,
  status text not null,
  due_on date not null,
  answer_enc bytea,
  answered_by_membership_id uuid,
  answered_at timestamptz,
  constraint correction_request_pkey primary key (county_id, id),
  constraint correction_request_field_check check (field in (
    'NAME', 'PHONE', 'BIRTH_YEAR', 'TOWNSHIP', 'EDUCATION', 'SKILLS', 'CERTIFICATES', 'WISHES', 'TRAINING', 'PLACEMENT',
    'PAY', 'OTHER'
  )),
  constraint correction_request_status_check check (status in ('REQUESTED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
  constraint correction_request_answered_check
    check ((status in ('ACCEPTED', 'DECLINED')) = (answered_at is not null) and (answered_at is null) = (answered_by_membership_id is null) and (answered_at is null) = (answer_enc is null)),
  constraint correction_request_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint correction_request_client_id_fkey
    foreign key (county_id, client_id) references client (county_id, id) on delete restrict,
  constraint correction_request_answered_by_membership_id_fkey
    foreign key (county_id, answered_by_membership_id) references membership (county_id, id) on delete restrict
);
create index correction_request_client_id_idx on correction_request (county_id, client_id);
create index correction_request_due_on_idx on correction_request (county_id, due_on) where status = 'REQUESTED'::text;

call app.protect('correction_request',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen} $$,
  $$ {role} = 'CLIENT' and client_id = {self} $$,
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen} $$,
  array['client_id', 'field', 'text_enc', 'due_on', 'created_at']);
