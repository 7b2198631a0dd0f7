-- Who keeps in touch with a client one to one, and what she notes for herself. The client ends it with one tap.
create table mentor_pairing (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  client_id uuid not null,
  mentor_membership_id uuid not null,
  organisation_id uuid not null,
  paired_by_membership_id uuid not null,
  paired_at timestamptz not null,
  status text not null,
  ended_at timestamptz,
  ended_by text,
  wants_another boolean not null default false,
  constraint mentor_pairing_pkey primary key (county_id, id),
  constraint mentor_pairing_id_client_id_key unique (county_id, id, client_id),
  constraint mentor_pairing_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint mentor_pairing_client_id_fkey
    foreign key (county_id, client_id) references client (county_id, id) on delete restrict,
  constraint mentor_pairing_mentor_membership_id_fkey
    foreign key (county_id, mentor_membership_id) references membership (county_id, id) on delete restrict,
  constraint mentor_pairing_organisation_id_fkey
    foreign key (county_id, organisation_id) references organisation (county_id, id) on delete restrict,
  constraint mentor_pairing_paired_by_membership_id_fkey
    foreign key (county_id, paired_by_membership_id) references membership (county_id, id) on delete restrict,
  constraint mentor_pairing_status_check check (status in ('ACTIVE', 'ENDED')),
  constraint mentor_pairing_ended_by_check check (ended_by in ('CLIENT', 'CASEWORKER', 'SYSTEM')),
  constraint mentor_pairing_ended_check check (
    (status = 'ACTIVE') = (ended_at is null) and (status = 'ACTIVE') = (ended_by is null)),
  constraint mentor_pairing_wish_check check (not wants_another or ended_by = 'CLIENT')
);
create index mentor_pairing_client_id_idx on mentor_pairing (county_id, client_id);
create index mentor_pairing_mentor_membership_id_idx on mentor_pairing (county_id, mentor_membership_id);
create unique index mentor_pairing_one_idx on mentor_pairing (county_id, client_id) where status = 'ACTIVE';

create table mentor_note (
  county_id uuid not null,
  id uuid not null,
  pairing_id uuid not null,
  client_id uuid not null,
  mentor_membership_id uuid not null,
  written_at timestamptz not null,
  note_enc bytea,
  next_contact_on date,
  constraint mentor_note_pkey primary key (county_id, id),
  constraint mentor_note_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint mentor_note_pairing_id_fkey foreign key (county_id, pairing_id, client_id)
    references mentor_pairing (county_id, id, client_id) on delete restrict,
  constraint mentor_note_client_id_fkey
    foreign key (county_id, client_id) references client (county_id, id) on delete restrict,
  constraint mentor_note_mentor_membership_id_fkey
    foreign key (county_id, mentor_membership_id) references membership (county_id, id) on delete restrict,
  constraint mentor_note_said_check check (note_enc is not null or next_contact_on is not null)
);
create index mentor_note_client_id_written_at_idx on mentor_note (county_id, client_id, written_at);

-- The entry names the mentor for as long as the pairing lasts: what a mentor may see of a client is asked there.
create function app.follow_mentor() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update public.programme_entry e
     set mentor_membership_id = (select p.mentor_membership_id from public.mentor_pairing p
                                  where p.county_id = new.county_id and p.client_id = new.client_id and p.status = 'ACTIVE')
   where e.county_id = new.county_id and e.client_id = new.client_id;
  return null;
end
$$;
revoke execute on function app.follow_mentor() from public;
create trigger mentor_pairing_names_mentor after insert or update of status on mentor_pairing
  for each row execute function app.follow_mentor();

-- As before; a mentor sees nothing by a consent that is older than the pairing: each pairing is asked about anew.
create or replace function app.live_shares() returns table (client_id uuid, field_group text, basis text, basis_id uuid, valid_to date)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select g.client_id, opened.name, 'CONSENT', g.id, g.valid_to
    from public.consent_grant g cross join lateral unnest(g.field_groups) opened(name)
   where g.county_id = app.county() and g.recipient_organisation_id = app.organisation()
     and g.status = 'ACTIVE' and app.today() between g.valid_from and g.valid_to
     and (app.role() = 'ENTERPRISE_HR' and g.purpose in ('SHARE_PROFILE', 'SHARE_IDENTITY')
       or app.role() = 'MENTOR' and g.purpose = 'MENTOR_SHARE'
          and exists (select from public.programme_entry e where e.county_id = g.county_id
                         and e.client_id = g.client_id and e.mentor_membership_id = app.membership())
          and not exists (select from public.mentor_pairing p where p.county_id = g.county_id
                             and p.client_id = g.client_id and p.status = 'ACTIVE' and p.paired_at > g.created_at)
       or app.role() in ('TRAINER', 'BASE_MANAGER') and g.purpose = 'TRAINER_SHARE'
          and exists (select from public.enrolment e
                        join public.course_session s on s.county_id = e.county_id and s.id = e.session_id
                       where e.county_id = g.county_id and e.client_id = g.client_id
                         and e.status not in ('DROPPED', 'NO_SHOW')
                         and (app.role() = 'BASE_MANAGER' or s.trainer_membership_id = app.membership())))
  union all
  select p.client_id, opened.name, 'CONTRACT', p.id, null
    from public.placement p cross join lateral (values ('PROFILE'), ('IDENTITY')) opened(name)
   where app.role() = 'ENTERPRISE_HR' and p.county_id = app.county() and p.organisation_id = app.organisation()
     and p.status in ('PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED')
  union all
  select e.client_id, 'IDENTITY', 'COURSE', e.id, null
    from public.enrolment e
    join public.course_session s on s.county_id = e.county_id and s.id = e.session_id
   where e.county_id = app.county() and e.status not in ('DROPPED', 'NO_SHOW')
     and (app.role() = 'BASE_MANAGER' or app.role() = 'TRAINER' and s.trainer_membership_id = app.membership())
$$;
call app.let_owner('mentor_pairing', array['select']);

-- Until the client agrees, her mentor does not even see that she was paired; what she notes is hers and the client's.
call app.protect('mentor_pairing',
  $$ {role} in ('CASEWORKER', 'SUPERVISOR', 'CLIENT') and {client_seen}
     or {role} = 'MENTOR' and mentor_membership_id = {membership}
        and client_id in (select i.client_id from app.shared_identities() i) $$,
  $$ {role} = 'CASEWORKER' and {client_seen} $$,
  $$ {role} in ('CASEWORKER', 'CLIENT') and {client_seen} $$,
  array['client_id', 'mentor_membership_id', 'organisation_id', 'paired_by_membership_id', 'paired_at', 'created_at'],
  'false');
call app.protect('mentor_note',
  $$ {role} = 'MENTOR' and mentor_membership_id = {membership}
        and client_id in (select i.client_id from app.shared_identities() i)
     or {role} = 'CLIENT' and client_id = {self} $$,
  $$ {role} = 'MENTOR' and mentor_membership_id = {membership}
        and client_id in (select i.client_id from app.shared_identities() i) $$,
  'false', array[]::text[], 'false');

-- Whom a client may name in a complaint: as before, and every mentor she ever had.
create or replace function app.complaint_subjects() returns table (id uuid, display_name text, role text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select distinct m.id, m.display_name, m.role
    from public.membership m
   where m.county_id = app.county() and app.role() = 'CLIENT' and m.role <> 'CLIENT' and m.id in (
     select e.caseworker_membership_id from public.programme_entry e
      where e.county_id = app.county() and e.client_id = app.client()
     union all
     select d.deputy_membership_id from public.caseload_deputy d
       join public.programme_entry e on e.county_id = d.county_id and e.caseworker_membership_id = d.caseworker_membership_id
      where d.county_id = app.county() and e.client_id = app.client() and d.ended_at is null
     union all
     select e.mentor_membership_id from public.programme_entry e
      where e.county_id = app.county() and e.client_id = app.client()
     union all
     select p.mentor_membership_id from public.mentor_pairing p
      where p.county_id = app.county() and p.client_id = app.client()
     union all
     select t.from_membership_id from public.case_transfer t
      where t.county_id = app.county() and t.client_id = app.client()
     union all
     select f.reader_membership_id from public.file_opening f
      where f.county_id = app.county() and f.client_id = app.client()
     union all
     select s.trainer_membership_id from public.enrolment n
       join public.course_session s on s.county_id = n.county_id and s.id = n.session_id
      where n.county_id = app.county() and n.client_id = app.client()
     union all
     select v.id from public.membership v
      where v.county_id = app.county() and v.role = 'SUPERVISOR' and v.status = 'ACTIVE')
   order by 2, 1
$$;
