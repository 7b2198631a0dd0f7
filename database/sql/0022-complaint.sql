-- What a client complains about, and what became of it. Whoever is complained about reads nothing of it, under no account.
create table complaint (
  county_id uuid not null,
  id uuid not null,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  client_id uuid not null,
  topic text not null,
  about_membership_id uuid,
  text_enc bytea not null,
  status text not null default 'RECEIVED',
  due_on date not null,
  was_reopened boolean not null default false,
  answer_enc bytea,
  answered_by_membership_id uuid,
  answered_at timestamptz,
  constraint complaint_pkey primary key (county_id, id),
  constraint complaint_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint complaint_client_id_fkey foreign key (county_id, client_id) references client (county_id,id) on delete restrict,
  constraint complaint_about_membership_id_fkey foreign key (county_id, about_membership_id) references membership (county_id,id) on delete restrict,
  constraint complaint_answered_by_membership_id_fkey foreign key (county_id, answered_by_membership_id) references membership (county_id,id) on delete restrict,
  constraint complaint_topic_check check ("topic" in ('PERSON', 'SERVICE', 'WORKPLACE', 'OWN_DATA')),
  constraint complaint_status_check check ("status" in ('RECEIVED', 'IN_REVIEW', 'ANSWERED', 'CLOSED')),
  constraint complaint_person_check check (topic <> 'PERSON' or about_membership_id is not null),
  constraint complaint_answered_check check (status not in ('ANSWERED', 'CLOSED') or (answer_enc is not null and answered_by_membership_id is not null and answered_at is not null)),
  constraint complaint_other_check check (answered_by_membership_id <> about_membership_id)
);
create index complaint_client_id_idx on complaint (county_id, client_id);
create index complaint_due_on_idx on complaint (county_id, due_on) where status in ('RECEIVED', 'IN_REVIEW');

-- Who reads a complaint: the supervisors who are another natural person than the one complained about; where there is
-- none, the administrators who are.
create function app.reads_complaint(about uuid) returns boolean
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select case app.role()
    when 'SUPERVISOR' then about is null or app.person_of(about) is distinct from app.person_of(app.membership())
    when 'ADMINISTRATOR' then
      (about is null or app.person_of(about) is distinct from app.person_of(app.membership()))
      and not exists (
        select from public.membership m
         where m.county_id = app.county() and m.role = 'SUPERVISOR' and m.status = 'ACTIVE'
           and (about is null or app.person_of(m.id) is distinct from app.person_of(about)))
    else false end
$$;

-- The people whom a client may name: her caseworker and who stands in, the supervisors of the office, who opened or
-- read her file from inside the office, and her trainers.
create function app.complaint_subjects() returns table (id uuid, display_name text, role text)
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
revoke execute on function app.reads_complaint(uuid), app.complaint_subjects() from public;
grant execute on function app.reads_complaint(uuid), app.complaint_subjects() to tonggong_app;

call app.protect('complaint',
  $$ {role} = 'CLIENT' and client_id = {self}
     or {role} in ('SUPERVISOR', 'ADMINISTRATOR') and app.reads_complaint(about_membership_id) $$,
  $$ {role} = 'CLIENT' and client_id = {self} and status = 'RECEIVED' and not was_reopened $$,
  $$ {role} = 'CLIENT' and client_id = {self}
     or {role} in ('SUPERVISOR', 'ADMINISTRATOR') and app.reads_complaint(about_membership_id) $$,
  array['client_id', 'topic', 'about_membership_id', 'text_enc', 'created_at']);

-- Whoever reads a complaint opens it under the client's key; an administrator sees nothing else of her.
alter policy client_key_select on client_key using (
  county_id = (select app.county()) and ((select app.is_system())
    or exists (select from client c where c.county_id = (select app.county()) and c.id = client_id)
    or (select app.role()) = 'ADMINISTRATOR'
       and exists (select from complaint k where k.county_id = (select app.county()) and k.client_id = client_key.client_id)));
