-- The audit trail as a chain: every entry gets a link that seals it together with the link before. A deferred trigger
-- makes it, so that the head of the county's chain is locked last and for the shortest time; the link is a row of its
-- own because a trigger after the fact cannot change the entry.
create table audit_head (
  county_id uuid not null,
  id uuid not null,
  sequence integer not null,
  hash bytea not null,
  cut_sequence integer not null default 0,
  constraint audit_head_pkey primary key (county_id, id),
  constraint audit_head_sequence_check check (sequence between 0 and 2147483647),
  constraint audit_head_cut_sequence_check check (cut_sequence between 0 and 2147483647),
  constraint audit_head_hash_check check (octet_length(hash) = 32),
  constraint audit_head_county_id_fkey foreign key (county_id) references county (id) on delete restrict
);

create table audit_link (
  county_id uuid not null,
  id uuid not null,
  sequence integer not null,
  previous_hash bytea not null,
  hash bytea not null,
  constraint audit_link_pkey primary key (county_id, id),
  constraint audit_link_sequence_key unique (county_id, sequence),
  constraint audit_link_sequence_check check (sequence between 1 and 2147483647),
  constraint audit_link_hash_check check (octet_length(hash) = 32 and octet_length(previous_hash) = 32),
  constraint audit_link_county_id_fkey foreign key (county_id) references county (id) on delete restrict,
  constraint audit_link_id_fkey foreign key (county_id, id) references audit_entry (county_id,id) on delete restrict
);

create table audit_verification (
  county_id uuid not null,
  id uuid not null,
  verified_at timestamptz not null,
  entries integer not null,
  anchored_sequence integer not null,
  problem text,
  problem_sequence integer,
  constraint audit_verification_pkey primary key (county_id, id),
  constraint audit_verification_entries_check check (entries between 0 and 2147483647),
  constraint audit_verification_anchored_sequence_check check (anchored_sequence between 0 and 2147483647),
  constraint audit_verification_problem_sequence_check check (problem_sequence between 0 and 2147483647),
  constraint audit_verification_problem_check check (problem in (
    'ENTRY_MISSING', 'ENTRY_CHANGED', 'ENTRY_WITHOUT_LINK', 'GAP', 'BROKEN_LINK', 'HEAD_MISMATCH', 'TAIL_CUT',
    'CUT_WITHOUT_CHECKPOINT', 'ANCHOR_MISMATCH', 'ANCHOR_FORGED', 'NO_ANCHOR')),
  constraint audit_verification_county_id_fkey foreign key (county_id) references county (id) on delete restrict
);
create index audit_verification_verified_at_idx on audit_verification (county_id, verified_at);
create index audit_entry_action_idx on audit_entry (county_id, action);

-- Nobody writes links and heads but the trigger.
call app.protect('audit_head', $$ {role} in ('ADMINISTRATOR', 'AUDITOR') $$, null, null);
call app.protect('audit_link', $$ {role} in ('ADMINISTRATOR', 'AUDITOR') $$, null, null);
call app.protect('audit_verification', $$ {role} in ('ADMINISTRATOR', 'AUDITOR') $$, 'false', null);
create policy audit_head_owner on audit_head to tonggong_owner using (true) with check (true);
create policy audit_link_owner on audit_link to tonggong_owner using (true) with check (true);
call app.let_owner('audit_entry', array['select', 'delete']);

-- An entry says truly who acted: what the transaction's context says.
drop policy audit_entry_insert on audit_entry;
create policy audit_entry_insert on audit_entry for insert to tonggong_app with check (
  county_id = (select app.county()) and actor_role = (select app.role())
  and actor_account_id is not distinct from (select app.account())
  and actor_membership_id is not distinct from (select app.membership())
);

-- Length and text, so that no two lists of values read the same; '-' is null.
create function app.netstring(value text) returns text language sql immutable set search_path = pg_catalog, pg_temp
as $$
  select coalesce(octet_length(value) || ':' || value, '-')
$$;

-- SHA-256 of the previous hash and every column of the entry; libs/platform/audit/audit-chain.ts computes the same.
create function app.audit_hash(entry audit_entry, sequence integer, previous_hash bytea) returns bytea
  language sql stable set search_path = pg_catalog, pg_temp
as $$
  select sha256(previous_hash || convert_to(
    (select string_agg(app.netstring(part.value), '' order by part.place)
       from unnest(array[
              entry.county_id::text, sequence::text, entry.id::text,
              (extract(epoch from entry.occurred_at) * 1000000)::bigint::text, entry.actor_role,
              entry.actor_account_id::text, entry.actor_membership_id::text, entry.action, entry.outcome,
              entry.subject_type, entry.subject_id::text, entry.request_id, cardinality(entry.fields)::text
            ] || entry.fields) with ordinality part (value, place)), 'UTF8'))
$$;

create function app.append_audit_link(entry audit_entry) returns void
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  head public.audit_head;
  linked bytea;
begin
  loop
    select h.* into head from public.audit_head h where h.county_id = entry.county_id for update;
    exit when found;
    insert into public.audit_head (county_id, id, sequence, hash)
    values (entry.county_id, entry.county_id, 0, decode(repeat('00', 32), 'hex')) on conflict do nothing;
  end loop;
  linked := app.audit_hash(entry, head.sequence + 1, head.hash);
  insert into public.audit_link (county_id, id, sequence, previous_hash, hash)
  values (entry.county_id, entry.id, head.sequence + 1, head.hash, linked);
  update public.audit_head set sequence = head.sequence + 1, hash = linked where county_id = entry.county_id;
end
$$;

create function app.link_audit_entry() returns trigger
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform app.append_audit_link(new);
  return null;
end
$$;
create constraint trigger audit_entry_is_linked after insert on audit_entry
  deferrable initially deferred for each row execute function app.link_audit_entry();

-- What was linked stays: links go only below a cut, entries only after their link.
create function app.keep_audit_link() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'DELETE' and exists (
    select from public.audit_head h where h.county_id = old.county_id and old.sequence <= h.cut_sequence
  ) then
    return old;
  end if;
  raise exception 'the audit trail is append-only' using errcode = 'insufficient_privilege';
end
$$;
create function app.keep_audit_entry() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  if tg_op = 'DELETE' and not exists (
    select from public.audit_link l where l.county_id = old.county_id and l.id = old.id
  ) then
    return old;
  end if;
  raise exception 'the audit trail is append-only' using errcode = 'insufficient_privilege';
end
$$;
create function app.refuse_truncate() returns trigger language plpgsql set search_path = pg_catalog, pg_temp
as $$
begin
  raise exception 'the audit trail is append-only' using errcode = 'insufficient_privilege';
end
$$;
create trigger audit_link_stays before update or delete on audit_link
  for each row execute function app.keep_audit_link();
create trigger audit_entry_stays before update or delete on audit_entry
  for each row execute function app.keep_audit_entry();
create trigger audit_link_is_not_emptied before truncate on audit_link execute function app.refuse_truncate();
create trigger audit_entry_is_not_emptied before truncate on audit_entry execute function app.refuse_truncate();

-- Takes away the oldest entries of the county up to a link, after three years and for jobs only; gives their number.
create function app.cut_audit(upto integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
declare
  gone uuid[];
begin
  if not app.is_system() then
    raise exception 'only a job may do this' using errcode = 'insufficient_privilege';
  end if;
  select array_agg(l.id) into gone from public.audit_link l where l.county_id = app.county() and l.sequence <= upto;
  if exists (
    select from public.audit_entry e
     where e.county_id = app.county() and e.id = any (gone)
       and e.occurred_at >= (app.today() - interval '3 years') at time zone 'Asia/Shanghai'
  ) then
    raise exception 'the audit trail is kept for three years' using errcode = 'insufficient_privilege';
  end if;
  update public.audit_head set cut_sequence = upto
   where county_id = app.county() and upto between cut_sequence and sequence;
  delete from public.audit_link where county_id = app.county() and id = any (gone);
  delete from public.audit_entry where county_id = app.county() and id = any (gone);
  return coalesce(cardinality(gone), 0);
end
$$;

revoke execute on function app.netstring(text), app.audit_hash(audit_entry, integer, bytea),
  app.append_audit_link(audit_entry), app.link_audit_entry(), app.keep_audit_link(), app.keep_audit_entry(),
  app.refuse_truncate(), app.cut_audit(integer) from public;
grant execute on function app.cut_audit(integer) to tonggong_app;

-- Entries from before the chain are linked in their order. Row-level security hides them from the owner, not from
-- the migrating role.
set local role tonggong_migrate;
do $$
declare
  entry public.audit_entry;
begin
  for entry in select e.* from public.audit_entry e order by e.county_id, e.occurred_at, e.id loop
    perform app.append_audit_link(entry);
  end loop;
end
$$;
set local role tonggong_owner;
