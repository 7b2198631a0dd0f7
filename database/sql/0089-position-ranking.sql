-- The ranking of open positions: what it reads of a position without reading the row, and the trail that the ranking
-- index in memory follows. The index on positions has every column that the first step of a ranking asks for, those of
-- the policy included, so that this step never touches the table.
create index position_ranking_idx on position (county_id, township)
  include (id, organisation_id, occupation_code, shift, weekly_hours, pay_min_fen, pay_max_fen, open_from, closes_on)
  where status = 'PUBLISHED'::text;

-- One row per position and transaction that may have changed whether or how it is ranked: the outbox of those who keep
-- a copy. "transaction" is compared with the snapshot up to which a copy has followed, so that none is missed, whatever
-- the order in which transactions end.
create table position_change (
  county_id uuid not null,
  id uuid not null,
  position_id uuid not null,
  transaction bigint not null,
  noted_at timestamptz not null,
  constraint position_change_pkey primary key (county_id, id),
  constraint position_change_county_id_fkey foreign key (county_id) references county (id) on delete restrict
);
create index position_change_transaction_idx on position_change (county_id, transaction);
create index position_change_noted_at_idx on position_change (county_id, noted_at);

call app.protect('position_change', $$ {role} in ('CASEWORKER', 'SUPERVISOR') $$, 'false', 'false', may_delete => 'false');
create policy position_change_owner_insert on position_change for insert to tonggong_owner with check (true);
create policy position_owner_ranked on position for select to tonggong_owner using (true);

create function app.note_positions(changed uuid[], county uuid) returns void
  language sql security definer set search_path = pg_catalog, pg_temp
as $$
  insert into public.position_change (county_id, id, position_id, transaction, noted_at)
  select county, gen_random_uuid(), one.id, pg_current_xact_id()::text::bigint, app.now()
    from (select distinct unnest(changed) as id) one
$$;
revoke execute on function app.note_positions(uuid[], uuid) from public;

create function app.note_changed_positions() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform app.note_positions(array_agg(c.id), c.county_id) from changed c group by c.county_id;
  return null;
end
$$;
create function app.note_changed_slots() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform app.note_positions(array_agg(c.position_id), c.county_id) from changed c group by c.county_id;
  return null;
end
$$;
create function app.note_changed_agreements() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform app.note_positions(array_agg(p.id), p.county_id)
     from changed c join public.position p on p.county_id = c.county_id and p.agreement_id = c.id group by p.county_id;
  return null;
end
$$;

create trigger position_insert_is_noted after insert on position
  referencing new table as changed for each statement execute function app.note_changed_positions();
create trigger position_update_is_noted after update on position
  referencing new table as changed for each statement execute function app.note_changed_positions();
create trigger position_delete_is_noted after delete on position
  referencing old table as changed for each statement execute function app.note_changed_positions();
create trigger job_slot_insert_is_noted after insert on job_slot
  referencing new table as changed for each statement execute function app.note_changed_slots();
create trigger job_slot_update_is_noted after update on job_slot
  referencing new table as changed for each statement execute function app.note_changed_slots();
create trigger job_slot_delete_is_noted after delete on job_slot
  referencing old table as changed for each statement execute function app.note_changed_slots();
create trigger cooperation_agreement_update_is_noted after update on cooperation_agreement
  referencing new table as changed for each statement execute function app.note_changed_agreements();
