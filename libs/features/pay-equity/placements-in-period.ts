/** Placements `p` in an enterprise that lasted on at least one day of the month $1. */
export const IN_PERIOD = `p.organisation_id is not null and p.status <> 'CANCELLED'
  and p.hire_date < ($1 || '-01')::date + interval '1 month' and (p.ended_on is null or p.ended_on >= ($1 || '-01')::date)`;
