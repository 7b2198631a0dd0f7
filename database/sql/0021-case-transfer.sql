-- A client goes to another caseworker: asked by one, accepted by the other, or done at once by a supervisor.
create table case_transfer (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  client_id uuid not null,
  file_number text not null,
  from_membership_id uuid not null,
  to_membership_id uuid not null,
  requested_by_membership_id uuid not null,
  reason text not null,
  status text not null default 'REQUESTED',
  decided_by_membership_id uuid,
  decided_at timestamptz,
  constraint case_transfer_pkey primary key (county_id, id),
  constraint case_transfer_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint case_transfer_client_id_fkey foreign key (county_id, client_id) references client (county_id,id) on delete restrict,
  constraint case_transfer_from_membership_id_fkey foreign key (county_id, from_membership_id) references membership (county_id,id) on delete restrict,
  constraint case_transfer_to_membership_id_fkey foreign key (county_id, to_membership_id) references membership (county_id,id) on delete restrict,
  constraint case_transfer_requested_by_membership_id_fkey foreign key (county_id, requested_by_membership_id) references membership (county_id,id) on delete restrict,
  constraint case_transfer_decided_by_membership_id_fkey foreign key (county_id, decided_by_membership_id) references membership (county_id,id) on delete restrict,
  constraint case_transfer_reason_check check ("reason" in ('CASEWORKER_LEAVES', 'CLIENT_WISHES', 'CLIENT_MOVED', 'WORKLOAD')),
  constraint case_transfer_status_check check ("status" in ('REQUESTED', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
  constraint case_transfer_other_check check (from_membership_id <> to_membership_id),
  constraint case_transfer_decided_check check ((status = 'REQUESTED') = (decided_at is null) and (status = 'REQUESTED') = (decided_by_membership_id is null))
);
create index case_transfer_client_id_idx on case_transfer (county_id, client_id);
create index case_transfer_from_membership_id_idx on case_transfer (county_id, from_membership_id);
create index case_transfer_to_membership_id_idx on case_transfer (county_id, to_membership_id);
create unique index case_transfer_one_open_idx on case_transfer (county_id, client_id) where status = 'REQUESTED';

-- An acceptance is written by app.move_case alone, a refusal by whoever was asked, a withdrawal by whoever asked.
-- Whoever is asked sees that she is asked, by file number; the client herself she sees after she accepted.
call app.protect('case_transfer',
  $$ {role} = 'SUPERVISOR'
     or {role} = 'CASEWORKER' and {membership} in (from_membership_id, to_membership_id)
     or {role} = 'CLIENT' and client_id = {self} $$,
  $$ requested_by_membership_id = {membership} and status = 'REQUESTED'
     and ({role} = 'SUPERVISOR' or {role} = 'CASEWORKER' and from_membership_id = {membership}) and {client_seen} $$,
  $$ status = 'REQUESTED'
     or status = 'REFUSED' and ({role} = 'SUPERVISOR' or {role} = 'CASEWORKER' and to_membership_id = {membership})
     or status = 'WITHDRAWN' and ({role} = 'SUPERVISOR' or {role} = 'CASEWORKER' and from_membership_id = {membership}) $$,
  array['client_id', 'file_number', 'from_membership_id', 'to_membership_id', 'requested_by_membership_id', 'reason', 'created_at']);
call app.let_owner('case_transfer', array['select', 'update']);
call app.let_owner('programme_entry', array['update']);
call app.let_owner('task', array['select', 'update']);
call app.let_owner('follow_up_milestone', array['select', 'update']);

-- Accepts a handover and moves what goes with the client: her entry (and by its trigger her row), the open tasks of the
-- caseworker she leaves, and the reminders of what is due. What was done stays with whom it was done by. False where the
-- handover was answered before, is not the actor's to accept, or the client has moved meanwhile.
create function app.move_case(transfer uuid, at timestamptz) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  moved public.case_transfer;
begin
  select t.* into moved from public.case_transfer t
   where t.county_id = app.county() and t.id = transfer and t.status = 'REQUESTED'
     and (app.role() = 'SUPERVISOR' or app.role() = 'CASEWORKER' and t.to_membership_id = app.membership())
   for update;
  if not found or not exists (
    select from public.membership m
     where m.county_id = moved.county_id and m.id = moved.to_membership_id and m.role = 'CASEWORKER' and m.status = 'ACTIVE'
  ) then
    return false;
  end if;
  update public.programme_entry
     set caseworker_membership_id = moved.to_membership_id, version = version + 1
   where county_id = moved.county_id and client_id = moved.client_id
     and caseworker_membership_id = moved.from_membership_id;
  if not found then
    return false;
  end if;
  update public.case_transfer
     set status = 'ACCEPTED', decided_by_membership_id = app.membership(), decided_at = at, version = version + 1
   where county_id = moved.county_id and id = moved.id;
  update public.task
     set assignee_membership_id = moved.to_membership_id, version = version + 1
   where county_id = moved.county_id and client_id = moved.client_id and status = 'OPEN'
     and assignee_membership_id = moved.from_membership_id;
  update public.follow_up_milestone
     set last_reminded_at = null
   where county_id = moved.county_id and client_id = moved.client_id and status in ('DUE', 'SNOOZED');
  return true;
end
$$;

-- How many people a caseworker looks after; the administrator, who sees no client, asks it before she ends a membership.
create function app.caseload_size(member uuid) returns integer
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select count(*)::integer
    from public.programme_entry e
   where e.county_id = app.county() and e.caseworker_membership_id = member and e.status <> 'CLOSED'
     and app.role() in ('ADMINISTRATOR', 'SUPERVISOR')
$$;

revoke execute on function app.move_case(uuid, timestamptz), app.caseload_size(uuid) from public;
grant execute on function app.move_case(uuid, timestamptz), app.caseload_size(uuid) to tonggong_app;
