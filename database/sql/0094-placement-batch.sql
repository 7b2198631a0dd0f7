-- Group placement: a cohort is collected, solved, reviewed, approved by another natural person, and committed row by row.

create table placement_batch (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  title text not null,
  status text not null,
  cutoff_at timestamptz not null,
  prepared_by_membership_id uuid not null,
  submitted_by_membership_id uuid,
  submitted_at timestamptz,
  return_reason text,
  approved_by_membership_id uuid,
  approved_at timestamptz,
  commit_requested_by_membership_id uuid,
  commit_requested_at timestamptz,
  committed_at timestamptz,
  discarded_by_membership_id uuid,
  discarded_at timestamptz,
  constraint placement_batch_pkey primary key (county_id, id),
  constraint placement_batch_title_check check (length(title) between 1 and 80),
  constraint placement_batch_status_check
    check ("status" in ('COLLECTING', 'SOLVED', 'IN_REVIEW', 'APPROVED', 'COMMITTED', 'DISCARDED')),
  constraint placement_batch_return_reason_check check ("return_reason" in (
    'OVERRIDES_UNCLEAR', 'COHORT_CHANGED', 'CAPACITY_CHANGED', 'TOO_CONCENTRATED', 'OTHER_WORK_RELATED')),
  constraint placement_batch_submitted_check check ((submitted_at is null) = (submitted_by_membership_id is null)),
  constraint placement_batch_approved_check check (
    (status in ('APPROVED', 'COMMITTED')) <= (approved_at is not null) and (approved_at is null) = (approved_by_membership_id is null)),
  constraint placement_batch_committed_check check (
    (status = 'COMMITTED') = (committed_at is not null) and (commit_requested_at is null) = (commit_requested_by_membership_id is null) and (committed_at is null or commit_requested_at is not null)),
  constraint placement_batch_discarded_check check (
    (status = 'DISCARDED') = (discarded_at is not null) and (discarded_at is null) = (discarded_by_membership_id is null)),
  constraint placement_batch_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint placement_batch_prepared_by_membership_id_fkey
    foreign key (county_id, prepared_by_membership_id) references membership (county_id, id) on delete restrict,
  constraint placement_batch_submitted_by_membership_id_fkey
    foreign key (county_id, submitted_by_membership_id) references membership (county_id, id) on delete restrict,
  constraint placement_batch_approved_by_membership_id_fkey
    foreign key (county_id, approved_by_membership_id) references membership (county_id, id) on delete restrict,
  constraint placement_batch_commit_requested_by_membership_id_fkey
    foreign key (county_id, commit_requested_by_membership_id) references membership (county_id, id) on delete restrict,
  constraint placement_batch_discarded_by_membership_id_fkey
    foreign key (county_id, discarded_by_membership_id) references membership (county_id, id) on delete restrict
);
create index placement_batch_created_at_id_idx on placement_batch (county_id, created_at, id);

create table batch_instance (
  county_id uuid not null,
  id uuid not null,
  batch_id uuid not null,
  read_at timestamptz not null,
  weights_version integer not null,
  client_ids uuid[] not null default '{}',
  position_ids uuid[] not null default '{}',
  pairs jsonb not null,
  constraint batch_instance_pkey primary key (county_id, id),
  constraint batch_instance_id_batch_id_key unique (county_id, id, batch_id),
  constraint batch_instance_weights_version_check check ("weights_version" between 1 and 100000),
  constraint batch_instance_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint batch_instance_batch_id_fkey
    foreign key (county_id, batch_id) references placement_batch (county_id, id) on delete restrict
);
create index batch_instance_batch_id_idx on batch_instance (county_id, batch_id);

create table batch_solve (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  batch_id uuid not null,
  seq integer not null,
  cause text not null,
  state text not null,
  phase text,
  permille integer not null default 0,
  requested_by_membership_id uuid not null,
  started_at timestamptz,
  finished_at timestamptz,
  solver_millis integer,
  error_code text,
  instance_id uuid,
  input_hash text,
  solver_version text,
  outcome jsonb,
  certificate jsonb,
  constraint batch_solve_pkey primary key (county_id, id),
  constraint batch_solve_batch_id_seq_key unique (county_id, batch_id, seq),
  constraint batch_solve_seq_check check ("seq" between 1 and 100000),
  constraint batch_solve_cause_check check ("cause" in ('REQUESTED', 'OVERRIDE', 'UNDO')),
  constraint batch_solve_state_check check ("state" in ('QUEUED', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED')),
  constraint batch_solve_phase_check check ("phase" in (
    'READING', 'RANKING_PAIRS', 'CARDINALITY', 'FIT', 'REASONS', 'POLICIES', 'CERTIFICATE', 'WRITING')),
  constraint batch_solve_permille_check check ("permille" between 0 and 1000),
  constraint batch_solve_solver_millis_check check ("solver_millis" between 0 and 86400000),
  constraint batch_solve_finished_check check ((state in ('QUEUED', 'RUNNING')) = (finished_at is null)),
  constraint batch_solve_failed_check check ((state = 'FAILED') = (error_code is not null)),
  constraint batch_solve_done_check check (
    num_nulls(instance_id, input_hash, solver_version, solver_millis, outcome, certificate) = case when state = 'DONE' then 0 else 6 end),
  constraint batch_solve_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint batch_solve_batch_id_fkey
    foreign key (county_id, batch_id) references placement_batch (county_id, id) on delete restrict,
  constraint batch_solve_instance_id_fkey
    foreign key (county_id, instance_id, batch_id) references batch_instance (county_id, id, batch_id) on delete restrict,
  constraint batch_solve_requested_by_membership_id_fkey
    foreign key (county_id, requested_by_membership_id) references membership (county_id, id) on delete restrict
);
create index batch_solve_batch_id_idx on batch_solve (county_id, batch_id);
create unique index batch_solve_one_open_idx on batch_solve (county_id, batch_id)
  where state = any (array['QUEUED'::text, 'RUNNING'::text]);

create table batch_assignment (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  batch_id uuid not null,
  client_id uuid not null,
  added_by_membership_id uuid not null,
  position_id uuid,
  score integer,
  parts jsonb not null default '[]',
  reasons jsonb not null default '[]',
  blockers jsonb not null default '[]',
  group_key text,
  is_open boolean not null default true,
  result text,
  result_code text,
  referral_id uuid,
  constraint batch_assignment_pkey primary key (county_id, id),
  constraint batch_assignment_batch_id_client_id_key unique (county_id, batch_id, client_id),
  constraint batch_assignment_score_check check ("score" between 0 and 10000),
  constraint batch_assignment_placed_check check ((position_id is null) = (score is null)),
  constraint batch_assignment_result_check check ("result" in ('PROPOSED', 'REFUSED', 'UNPLACED')),
  constraint batch_assignment_decided_check check (
    (result is not distinct from 'PROPOSED') = (referral_id is not null) and (result is not distinct from 'REFUSED') = (result_code is not null)),
  constraint batch_assignment_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint batch_assignment_batch_id_fkey
    foreign key (county_id, batch_id) references placement_batch (county_id, id) on delete restrict,
  constraint batch_assignment_client_id_fkey
    foreign key (county_id, client_id) references client (county_id, id) on delete restrict,
  constraint batch_assignment_position_id_fkey
    foreign key (county_id, position_id) references position (county_id, id) on delete restrict,
  constraint batch_assignment_added_by_membership_id_fkey
    foreign key (county_id, added_by_membership_id) references membership (county_id, id) on delete restrict,
  constraint batch_assignment_referral_id_fkey
    foreign key (county_id, referral_id, client_id) references referral (county_id, id, client_id) on delete restrict
);
create index batch_assignment_batch_id_idx on batch_assignment (county_id, batch_id);
create index batch_assignment_client_id_idx on batch_assignment (county_id, client_id);
create unique index batch_assignment_open_once_idx on batch_assignment (county_id, client_id) where is_open;

create table batch_override (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  batch_id uuid not null,
  act_id uuid not null,
  kind text not null,
  client_id uuid not null,
  position_id uuid not null,
  reason text not null,
  made_by_membership_id uuid not null,
  cost_placed integer not null,
  cost_fit integer not null,
  undone_by_membership_id uuid,
  undone_at timestamptz,
  constraint batch_override_pkey primary key (county_id, id),
  constraint batch_override_kind_check check ("kind" in ('LOCK', 'FORBID')),
  constraint batch_override_reason_check check ("reason" in (
    'COMMUTE_WISH', 'KNOWS_COLLEAGUE', 'FAMILY_DUTY', 'TRAINING_PLANNED', 'CLIENT_ASKED', 'ENTERPRISE_ASKED', 'OTHER_WORK_RELATED')),
  constraint batch_override_cost_placed_check check ("cost_placed" between 0 and 100000),
  constraint batch_override_cost_fit_check check ("cost_fit" between -50000000 and 50000000),
  constraint batch_override_undone_check check ((undone_at is null) = (undone_by_membership_id is null)),
  constraint batch_override_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint batch_override_batch_id_fkey
    foreign key (county_id, batch_id) references placement_batch (county_id, id) on delete restrict,
  constraint batch_override_client_id_fkey
    foreign key (county_id, client_id) references client (county_id, id) on delete restrict,
  constraint batch_override_position_id_fkey
    foreign key (county_id, position_id) references position (county_id, id) on delete restrict,
  constraint batch_override_made_by_membership_id_fkey
    foreign key (county_id, made_by_membership_id) references membership (county_id, id) on delete restrict,
  constraint batch_override_undone_by_membership_id_fkey
    foreign key (county_id, undone_by_membership_id) references membership (county_id, id) on delete restrict
);
create index batch_override_batch_id_idx on batch_override (county_id, batch_id);
create index batch_override_client_id_idx on batch_override (county_id, client_id);
create unique index batch_override_one_lock_idx on batch_override (county_id, batch_id, client_id)
  where kind = 'LOCK' and undone_at is null;
create unique index batch_override_pair_idx on batch_override (county_id, batch_id, client_id, position_id)
  where undone_at is null;

-- Supervisors conduct a batch; caseworkers see how it stands, and of its rows those of their own clients.
call app.protect('placement_batch',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') $$,
  $$ {role} = 'SUPERVISOR' and prepared_by_membership_id = {membership} $$,
  $$ {role} = 'SUPERVISOR' $$,
  array['prepared_by_membership_id', 'created_at']);
call app.protect('batch_solve',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') $$,
  $$ {role} = 'SUPERVISOR' and requested_by_membership_id = {membership} $$,
  $$ {role} = 'SUPERVISOR' $$,
  array['batch_id', 'seq', 'cause', 'requested_by_membership_id', 'created_at']);
call app.protect('batch_instance', $$ {role} = 'SUPERVISOR' $$, 'false', null);
call app.protect('batch_assignment',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen} $$,
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') and {client_seen} $$,
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') and {client_seen} $$,
  array['batch_id', 'client_id', 'added_by_membership_id', 'created_at'],
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') and {client_seen} $$);
call app.protect('batch_override',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR') and {client_seen} $$,
  $$ {role} = 'SUPERVISOR' and {client_seen} and made_by_membership_id = {membership} $$,
  $$ {role} = 'SUPERVISOR' and {client_seen} $$,
  array['batch_id', 'act_id', 'kind', 'client_id', 'position_id', 'reason', 'made_by_membership_id', 'cost_placed', 'cost_fit', 'created_at']);

-- Approving is another natural person's than whoever prepared, solved, overrode or submitted, whatever account she signs in with.
create function app.refuse_own_approval() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if new.status = 'APPROVED' and old.status <> 'APPROVED' and app.person_of(new.approved_by_membership_id) in (
      select app.person_of(involved.id) from (
        select new.prepared_by_membership_id as id
        union select new.submitted_by_membership_id
        union select s.requested_by_membership_id from public.batch_solve s where s.county_id = new.county_id and s.batch_id = new.id
        union select o.made_by_membership_id from public.batch_override o where o.county_id = new.county_id and o.batch_id = new.id
        union select o.undone_by_membership_id from public.batch_override o where o.county_id = new.county_id and o.batch_id = new.id
      ) involved where involved.id is not null) then
    raise exception 'approved by who made it' using errcode = 'check_violation', constraint = 'placement_batch_other_person_check';
  end if;
  return new;
end
$$;
revoke execute on function app.refuse_own_approval() from public;
create trigger placement_batch_other_person before update of status on placement_batch
  for each row execute function app.refuse_own_approval();

-- How large a cohort is and how far its commit has come, of a caseworker too who sees the rows of her own clients alone.
create function app.batch_counts(batch uuid) returns table (clients integer, caseworkers integer, decided integer)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select count(*)::integer, count(distinct c.caseworker_membership_id)::integer, count(a.result)::integer
    from public.batch_assignment a
    join public.client c on c.county_id = a.county_id and c.id = a.client_id
   where a.county_id = app.county() and a.batch_id = batch
     and (app.role() in ('CASEWORKER', 'SUPERVISOR') or app.is_system())
$$;
revoke execute on function app.batch_counts(uuid) from public;
grant execute on function app.batch_counts(uuid) to tonggong_app;
call app.let_owner('batch_assignment', array['select']);
