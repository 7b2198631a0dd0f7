-- Accounts that their owners linked to an identity at the sign-in provider. Of the identity only a keyed digest of issuer
-- and subject is kept. Like accounts and sessions these rows know no county; the application reaches them through schema
-- auth alone.
create table provider_link (
  id uuid not null,
  account_id uuid not null,
  issuer text not null,
  subject_digest bytea not null,
  linked_at timestamptz not null default now(),
  last_used_at timestamptz,
  constraint provider_link_pkey primary key (id),
  constraint provider_link_subject_digest_key unique (subject_digest),
  constraint provider_link_account_id_issuer_key unique (account_id, issuer),
  constraint provider_link_subject_digest_check check (octet_length(subject_digest) = 32),
  constraint provider_link_account_id_fkey foreign key (account_id) references user_account (id) on delete restrict
);

create function auth.find_provider_link(issuer text, subject_digest bytea) returns uuid
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select l.id from public.provider_link l
   where l.issuer = find_provider_link.issuer and l.subject_digest = find_provider_link.subject_digest
$$;

create function auth.provider_link(wanted uuid) returns table (account_id uuid, account_status text)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select l.account_id, a.status
    from public.provider_link l join public.user_account a on a.id = l.account_id
   where l.id = wanted
$$;

create function auth.use_provider_link(wanted uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  update public.provider_link l set last_used_at = now() where l.id = wanted;
  return found;
end
$$;

create function auth.own_provider_links() returns table (issuer text, linked_at timestamptz, last_used_at timestamptz)
  language sql stable security definer set search_path = pg_catalog, pg_temp
as $$
  select l.issuer, l.linked_at, l.last_used_at
    from public.provider_link l where l.account_id = app.account() order by l.linked_at, l.id
$$;

-- Of two accounts that ask for the same identity at once one gets it. An account that is a client's alone gets none.
create function auth.link_provider(id uuid, issuer text, subject_digest bytea) returns text
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if not exists (select from public.membership m
                  where m.account_id = app.account() and m.role <> 'CLIENT' and m.status = 'ACTIVE') then
    return 'REFUSED';
  end if;
  insert into public.provider_link (id, account_id, issuer, subject_digest)
  values (link_provider.id, app.account(), link_provider.issuer, link_provider.subject_digest)
  on conflict do nothing;
  if found then
    return 'LINKED';
  end if;
  return case when exists (select from public.provider_link l
                            where l.subject_digest = link_provider.subject_digest and l.account_id <> app.account())
              then 'TAKEN' else 'ALREADY' end;
end
$$;

create function auth.unlink_provider() returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  delete from public.provider_link l where l.account_id = app.account();
  return found;
end
$$;

-- For administrators, of their own county; clients are not among them.
create function auth.member_provider_links() returns table (membership_id uuid, linked_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform auth.refuse_unless_administrator();
  return query
    select m.id, min(l.linked_at)
      from public.membership m
      join public.provider_link l on l.account_id = m.account_id
     where m.county_id = app.county() and m.role <> 'CLIENT'
     group by m.id;
end
$$;

create function auth.unlink_member_provider(account uuid) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  perform auth.refuse_foreign_account(account);
  delete from public.provider_link l where l.account_id = account;
  return found;
end
$$;

revoke execute on function auth.find_provider_link(text, bytea), auth.provider_link(uuid),
  auth.use_provider_link(uuid), auth.own_provider_links(), auth.link_provider(uuid, text, bytea),
  auth.unlink_provider(), auth.member_provider_links(), auth.unlink_member_provider(uuid) from public;
grant execute on function auth.find_provider_link(text, bytea), auth.provider_link(uuid),
  auth.use_provider_link(uuid), auth.own_provider_links(), auth.link_provider(uuid, text, bytea),
  auth.unlink_provider(), auth.member_provider_links(), auth.unlink_member_provider(uuid) to tonggong_app;
