-- A run of the solver acts for the supervisor who asked for it: she keeps what it read, beside its result.
alter policy batch_instance_insert on batch_instance with check (county_id = (select app.county())
  and ((select app.is_system()) or (select app.role()) = 'SUPERVISOR'));

-- A copy of one's own data that was asked for under a membership that ended before it was made ends with its reason.
alter table data_export add column failure_code text;
alter table data_export drop constraint data_export_status_check;
alter table data_export
  add constraint data_export_status_check check ("status" in ('QUEUED', 'READY', 'FAILED')),
  add constraint data_export_failure_code_check check ("failure_code" in ('REQUESTER_GONE')),
  add constraint data_export_failed_check check ((status = 'FAILED') = (failure_code is not null));
grant update (failure_code) on data_export to tonggong_app;
