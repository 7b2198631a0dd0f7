-- The plain column goes; whatever read it reads the sealed one.
do $$
begin
  if exists (select from client where accommodation_needs <> '{}') then
    raise exception 'plain text is left in client.accommodation_needs';
  end if;
end
$$;

drop trigger client_keeps_client on client;
drop view shared_work_needs;
drop function app.shared_work_needs();
alter table client drop column accommodation_needs;
grant update (accommodation_needs_enc) on client to tonggong_app;

call app.keep_from('client', 'CLIENT', array['created_at', 'file_number', 'name_enc', 'name_bidx', 'phone_enc',
  'phone_bidx', 'phone_tail_bidx', 'contact_rules_enc', 'birth_year', 'township', 'education_code', 'skills',
  'desired_occupations', 'min_acceptable_pay_fen', 'weekly_hours_available', 'wished_shifts', 'shift_limits',
  'wished_benefits', 'travel_limit_minutes', 'capacity_limits', 'accommodation_needs_enc', 'available_from', 'eligible',
  'attested_by_membership_id', 'attested_on', 'erased_at']);

-- What a workplace or a course would have to arrange: by consent alone, whatever else is known.
create function app.shared_work_needs()
  returns table (county_id uuid, client_id uuid, accommodation_needs_enc bytea, basis text, basis_id uuid, valid_to date)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select distinct on (c.id) c.county_id, c.id, c.accommodation_needs_enc, s.basis, s.basis_id, s.valid_to
    from app.live_shares() s join public.client c on c.county_id = app.county() and c.id = s.client_id
   where s.field_group = 'WORK_NEEDS' and s.basis = 'CONSENT'
     and (app.role() <> 'ENTERPRISE_HR'
          or exists (select from public.referral r where r.county_id = c.county_id and r.client_id = c.id
                        and r.organisation_id = app.organisation() and r.sent_at is not null
                        and r.status in ('SENT', 'VIEWED', 'INVITED', 'INTERVIEW', 'OFFERED', 'POOLED'))
          or exists (select from public.placement p where p.county_id = c.county_id and p.client_id = c.id
                        and p.organisation_id = app.organisation()
                        and p.status in ('PLANNED', 'PROBATION', 'ACTIVE', 'PAUSED')))
   order by c.id, s.valid_to desc, s.basis_id
$$;
revoke execute on function app.shared_work_needs() from public;
grant execute on function app.shared_work_needs() to tonggong_app;
create view shared_work_needs with (security_invoker = true) as select * from app.shared_work_needs();
grant select on shared_work_needs to tonggong_app;

-- Whose sealed fields an actor outside the office may open: whom she knows by name, may contact, or arranges for.
create or replace function app.shared_clients() returns uuid[]
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select coalesce(array_agg(distinct s.client_id), '{}')
    from (select i.client_id from app.shared_identities() i
          union all
          select w.client_id from app.shared_contact_ways() w
          union all
          select n.client_id from app.shared_work_needs() n) s
$$;
