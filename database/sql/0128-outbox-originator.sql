-- Work that acts for whoever asked acts for the name that stands here: a person announces in her own or in nobody's,
-- only a job may go on saying who had asked.
alter policy outbox_event_insert on outbox_event with check (county_id = (select app.county()) and (
  (select app.is_system()) or actor_membership_id is null or actor_membership_id = (select app.membership())));
