-- The relay sleeps until there is work.
create function app.wake_relay() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  perform pg_notify('outbox', '');
  return null;
end
$$;
create trigger outbox_event_wakes_relay after insert on outbox_event
  for each statement execute function app.wake_relay();

-- A client's caseworker stands in the programme entry; the client row carries a copy for its policy.
create function app.follow_caseworker() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update public.client
     set caseworker_membership_id = new.caseworker_membership_id
   where county_id = new.county_id and id = new.client_id
     and caseworker_membership_id is distinct from new.caseworker_membership_id;
  return null;
end
$$;
create trigger programme_entry_moves_client after insert or update of caseworker_membership_id on programme_entry
  for each row execute function app.follow_caseworker();

-- Slots over all positions of an agreement against its pledge: a counter, so that the CHECK can refuse.
create function app.count_allotted_slots() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'UPDATE' then
    if new.agreement_id = old.agreement_id and new.slots_total = old.slots_total then
      return null;
    end if;
    update public.cooperation_agreement
       set allotted_slots = allotted_slots - old.slots_total
     where county_id = old.county_id and id = old.agreement_id;
  end if;
  update public.cooperation_agreement
     set allotted_slots = allotted_slots + new.slots_total
   where county_id = new.county_id and id = new.agreement_id;
  return null;
end
$$;
create trigger position_counts_slots after insert or update of slots_total, agreement_id on position
  for each row execute function app.count_allotted_slots();

create function app.start_without_positions() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  new.allotted_slots := 0;
  return new;
end
$$;
create trigger cooperation_agreement_starts_empty before insert on cooperation_agreement
  for each row execute function app.start_without_positions();

-- Enrolments that hold a seat against the seats of the session.
create function app.holds_seat(status text) returns boolean language sql immutable parallel safe
  return status in ('CONFIRMED', 'ATTENDING', 'COMPLETED');

create function app.count_seats() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  change integer := app.holds_seat(new.status)::integer;
begin
  if tg_op = 'UPDATE' then
    change := change - app.holds_seat(old.status)::integer;
  end if;
  if change <> 0 then
    update public.course_session set seats_taken = seats_taken + change
     where county_id = new.county_id and id = new.session_id;
  end if;
  return null;
end
$$;
create trigger enrolment_counts_seats after insert or update of status on enrolment
  for each row execute function app.count_seats();

create function app.start_without_enrolments() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  new.seats_taken := 0;
  return new;
end
$$;
create trigger course_session_starts_empty before insert on course_session
  for each row execute function app.start_without_enrolments();
