-- A supervisor loads the holiday table of a year that is not there yet; a year that is there stays as it is, for plans
-- and clocks stand on it. False where the actor may not, or the year is there.
create function app.load_holidays(of_year integer, days jsonb, document text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, pg_temp
as $$
begin
  if app.county() is null or app.role() <> 'SUPERVISOR' then
    return false;
  end if;
  perform pg_advisory_xact_lock(hashtextextended('holidays-' || of_year, 0));
  if exists (select from public.holiday h where h.year = of_year) then
    return false;
  end if;
  insert into public.holiday (day, year, is_off, source, verified)
  select d.day, of_year, d.is_off, document, true from jsonb_to_recordset(days) as d (day date, is_off boolean);
  return true;
end
$$;
revoke execute on function app.load_holidays(integer, jsonb, text) from public;
grant execute on function app.load_holidays(integer, jsonb, text) to tonggong_app;
