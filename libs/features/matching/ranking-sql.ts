import {
  CLIENT_FACTS_SQL,
  COUNTY_WEIGHTS_SQL,
  LIST_FACTS_SQL,
  LIST_POINTS_SQL,
  PLAIN_FACTS_SQL,
  PLAIN_POINTS_SQL,
} from './match-sql';

/**
 * The ranking in PostgreSQL where there are many positions. Occupation, commute, pay and shift are scored from an index
 * alone; only the best by these four are looked up and scored in full. What was not looked up can gain no more than the
 * points of skills and benefits, so the caller knows when the head of the ranking is certain.
 */

/** What a ranking asks of a client, with the weights of her county: the columns of c below and their types. */
export const ASKED_COLUMNS = [
  ['township', 'text'],
  ['skills', 'text[]'],
  ['desired_occupations', 'text[]'],
  ['min_acceptable_pay_fen', 'bigint'],
  ['weekly_hours_available', 'int'],
  ['wished_shifts', 'text[]'],
  ['shift_limits', 'text[]'],
  ['wished_benefits', 'text[]'],
  ['travel_limit_minutes', 'int'],
  ['capacity_limits', 'text[]'],
  ['available_from', 'date'],
  ['valid_certificates', 'text[]'],
  ['w_skills', 'int'],
  ['w_occupation', 'int'],
  ['w_commute', 'int'],
  ['w_pay', 'int'],
  ['w_shift', 'int'],
  ['w_benefits', 'int'],
] as const;

/** The first of the parameters that hold them: $1 is today, $2 the county, $3 how many are looked up, $4 how many are wanted. */
const FIRST_PARAMETER = 5;

const COLUMNS = ASKED_COLUMNS.map(([name, type], at) => `$${at + FIRST_PARAMETER}::${type} as ${name}`).join(', ');
const CLIENT = `(select ${COLUMNS}) c`;
const WEIGHTS = 'c.w_skills, c.w_occupation, c.w_commute, c.w_pay, c.w_shift, c.w_benefits';

/** Reads the client $4 with the weights of her county: nothing where she objects to ranking. */
export const askedSql = (visible: string): string => `
  select ${ASKED_COLUMNS.map(([name, type]) => (type === 'date' ? `m.${name}::text` : `m.${name}`)).join(', ')}
    from (select ${CLIENT_FACTS_SQL}, w.* from client c cross join lateral (${COUNTY_WEIGHTS_SQL}) w
           where c.county_id = $2 and c.id = $4 and ${visible} and not c.objects_to_ranking) m`;

/** Checks that the index alone decides; a way that is not known fails. */
const PLAIN_CHECKS = `t.minutes <= c.travel_limit_minutes and p.weekly_hours <= c.weekly_hours_available
  and p.shift <> all (c.shift_limits) and (c.min_acceptable_pay_fen is null or p.pay_max_fen >= c.min_acceptable_pay_fen)
  and (p.closes_on is null or greatest($1::date, c.available_from, p.open_from) <= p.closes_on)`;

/** Checks that need the position's lists and its agreement. */
const LIST_CHECKS = `p.required_skills <@ c.skills and p.required_certificates <@ c.valid_certificates
  and not p.capacity_demands && c.capacity_limits
  and a.status = 'ACTIVE' and a.effective_from <= $1::date and $1::date <= a.effective_to`;

const WAYS = 't.county_id = $2 and t.from_township = $5::text';

/** The best by what the index knows: of those that may pass every check, or of all. */
const heads = (isFeasible: boolean): string => `
  select f.id, (${PLAIN_POINTS_SQL}) as plain
    from (select p.id, ${WEIGHTS}, ${PLAIN_FACTS_SQL}
            from ${CLIENT} ${
              isFeasible
                ? `cross join travel_time t join position p on p.county_id = t.county_id and p.township = t.to_township`
                : `cross join position p left join travel_time t on ${WAYS} and t.to_township = p.township`
            }
           where p.county_id = $2 and p.status = 'PUBLISHED' ${isFeasible ? `and ${WAYS} and ${PLAIN_CHECKS}` : ''}
          offset 0) f
   order by plain desc limit $3::int`;

/**
 * The first $4 of a ranking among the best $3 by what the index knows, beside how many those were and the fewest points
 * among them; one row without an id where none of them is wanted.
 */
export const rankedSql = (isFeasible: boolean): string => `
  with heads as materialized (${heads(isFeasible)})
  select h.looked_up, h.least, r.id, r.score
    from (select count(*)::int as looked_up, min(plain) as least from heads) h
    left join (
      select f.id, (f.plain + ${LIST_POINTS_SQL})::int as score
        from (select p.id, heads.plain, ${WEIGHTS}, ${LIST_FACTS_SQL}
                from ${CLIENT} cross join heads
                join position p on p.county_id = $2 and p.id = heads.id
                join cooperation_agreement a on a.county_id = p.county_id and a.id = p.agreement_id
                left join travel_time t on ${WAYS} and t.to_township = p.township
               where ${isFeasible ? LIST_CHECKS : `(${PLAIN_CHECKS} and ${LIST_CHECKS}) is not true`}
                 and exists (select from job_slot j where j.county_id = p.county_id and j.position_id = p.id and j.status = 'OPEN')
              offset 0) f
       order by score desc, f.id limit $4::int) r on true
   order by r.score desc, r.id`;
