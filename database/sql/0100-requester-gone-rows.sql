-- What waits since its member was gone ends like what comes after: its job was given up and will not be tried again.
update import_run r set state = 'FAILED', finished_at = e.failed_at, version = r.version + 1,
       file_refusal = '{"code": "REQUESTER_GONE", "field": []}'
  from outbox_event e
 where e.county_id = r.county_id and e.subject_id = r.id and e.job = 'import.run' and e.failed_at is not null
   and r.state in ('QUEUED', 'RUNNING');
update data_export x set status = 'FAILED', failure_code = 'REQUESTER_GONE', version = x.version + 1
  from outbox_event e
 where e.county_id = x.county_id and e.subject_id = x.id and e.job = 'data.export' and e.failed_at is not null
   and x.status = 'QUEUED';
update placement_batch b set commit_requested_at = null, commit_requested_by_membership_id = null, version = b.version + 1
  from outbox_event e
 where e.county_id = b.county_id and e.subject_id = b.id and e.job = 'batch.commit' and e.failed_at is not null
   and b.status = 'APPROVED' and b.commit_requested_at is not null and e.created_at >= b.commit_requested_at;
