-- A county's template of follow-up milestones: one row for each milestone of each version. A version counts from its day
-- on and stays as it was written; version 1 is the template that every county begins with, and stands in no row.
create table milestone_template (
  county_id uuid not null,
  id uuid not null,
  version integer not null,
  effective_from date not null,
  code text not null,
  is_planned boolean not null,
  offset_count integer not null,
  window_working_days integer not null,
  channel text not null,
  created_at timestamptz not null default now(),
  constraint milestone_template_pkey primary key (county_id, id),
  constraint milestone_template_version_code_key unique (county_id, version, code),
  constraint milestone_template_effective_from_code_key unique (county_id, effective_from, code),
  constraint milestone_template_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint milestone_template_version_check check (version between 2 and 100000),
  constraint milestone_template_code_check check (code in (
    'PRE', 'D1', 'D3', 'W1', 'W2', 'W3', 'M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M7', 'M8', 'M9', 'M10', 'M11', 'M12',
    'D90', 'D180', 'D365'
  )),
  constraint milestone_template_offset_count_check check (offset_count between -7 and 365),
  constraint milestone_template_window_working_days_check check (window_working_days between 1 and 20),
  constraint milestone_template_channel_check check (channel in ('PHONE', 'SMS', 'WECHAT', 'VISIT', 'OFFICE', 'IN_APP')),
  constraint milestone_template_thinned_check
    check (is_planned or code in ('M4', 'M5', 'M7', 'M8', 'M10', 'M11'))
);

-- Everybody of the county reads it, a supervisor or an administrator adds to it, nobody changes it.
call app.protect('milestone_template', 'true', $$ {role} in ('ADMINISTRATOR', 'SUPERVISOR') $$, null);

-- By which version a milestone was planned: a new table of holidays plans anew by the same one.
alter table follow_up_milestone
  add column template_version integer not null default 1,
  add constraint follow_up_milestone_template_version_check check (template_version between 1 and 100000);
call app.protect('follow_up_milestone',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen} $$,
  'false',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') and {client_seen} $$,
  array['placement_id', 'client_id']);
