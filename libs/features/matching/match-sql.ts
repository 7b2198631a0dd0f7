/**
 * Score version 1 (domain.md, "Scoring") in SQL: integers only, each part is floor(weight × share) by integer
 * division. Reads c (what a client is judged by), p (position), a (agreement), t (travel time, may be missing),
 * w (weights); $1 is today. It shares no code with libs/domain/matching: a test compares the two.
 */

const LISTED = `array(select distinct s from unnest(p.required_skills || p.wished_skills) s)`;

/** What a client is judged by, with the certificates that are valid today; the alias is c. */
export const CLIENT_FACTS_SQL = `
  c.county_id, c.id, c.township, c.skills, c.desired_occupations, c.min_acceptable_pay_fen, c.weekly_hours_available, c.wished_shifts,
  c.shift_limits, c.wished_benefits, c.travel_limit_minutes, c.capacity_limits, c.available_from,
  array(select k.code from client_certificate k where k.county_id = c.county_id and k.client_id = c.id
           and (k.valid_to is null or k.valid_to >= $1::date)) as valid_certificates`;

/** Figures that need no list of the position but its occupation and shift: cheap, and in the index of positions. */
export const PLAIN_FACTS_SQL = `
         cardinality(c.desired_occupations) as wishes,
         array_position(c.desired_occupations, p.occupation_code) as rank,
         left(p.occupation_code, 1) = any (array(select left(o, 1) from unnest(c.desired_occupations) o)) as near,
         t.minutes, c.travel_limit_minutes as travel_limit,
         p.pay_min_fen, p.pay_max_fen, c.min_acceptable_pay_fen as wanted,
         (cardinality(c.wished_shifts) = 0 or p.shift = any (c.wished_shifts)) as shift_wished,
         p.shift, p.weekly_hours as hours, c.weekly_hours_available as available`;

/** Figures of the position's lists: what a match has to do with them is counted code by code. */
export const LIST_FACTS_SQL = `
         cardinality(${LISTED}) as listed,
         (select count(*)::int from unnest(${LISTED}) s where s = any (c.skills)) as met,
         cardinality(array(select distinct b from unnest(c.wished_benefits) b)) as benefits_wished,
         (select count(distinct b)::int from unnest(c.wished_benefits) b where b = any (p.benefits)) as benefits_met`;

/** What the hard checks need beyond the figures of the parts, with the words behind each. */
export const CHECK_FACTS_SQL = `
         p.shift = any (c.shift_limits) as shift_barred,
         array(select l from unnest(c.capacity_limits) l where l = any (p.capacity_demands)) as broken,
         cardinality(p.required_certificates) as certificates_required,
         array(select r from unnest(p.required_certificates) r where r <> all (c.valid_certificates)) as certificates_missing,
         greatest($1::date, c.available_from, p.open_from) as earliest, p.closes_on,
         a.status as agreement_status, a.effective_from, a.effective_to,
         cardinality(p.required_skills) as skills_required,
         array(select r from unnest(p.required_skills) r where r <> all (c.skills)) as skills_missing`;

/** The figures that parts and checks are made of, one row per pair. */
export const FACTS_SQL = `
  select c.id as client_id, p.id as position_id, w.*, ${PLAIN_FACTS_SQL}, ${LIST_FACTS_SQL}, ${CHECK_FACTS_SQL}`;

/** The weights in force today; a county that set none has those of version 1. */
export const COUNTY_WEIGHTS_SQL = `
    select o.skills as w_skills, o.occupation as w_occupation, o.commute as w_commute, o.pay as w_pay,
           o.shift_and_hours as w_shift, o.benefits as w_benefits
      from (select v.effective_from, v.skills, v.occupation, v.commute, v.pay, v.shift_and_hours, v.benefits
              from score_weights v where v.county_id = c.county_id and v.effective_from <= $1::date
             union all select '-infinity', 3000, 2000, 2000, 1500, 1000, 500) o
     order by o.effective_from desc limit 1`;

/** The joins under the facts; the pair is chosen by the caller, and so may be the weights. */
export const pairsSql = (weights: string = COUNTY_WEIGHTS_SQL): string => `
  join cooperation_agreement a on a.county_id = p.county_id and a.id = p.agreement_id
  left join travel_time t on t.county_id = c.county_id and t.from_township = c.township and t.to_township = p.township
  cross join lateral (${weights}) w`;

const POINTS = {
  skills: `case when f.listed = 0 then f.w_skills else f.w_skills * f.met / f.listed end`,
  occupation: `case when f.wishes = 0 then f.w_occupation / 2
       when f.rank = 1 then f.w_occupation
       when f.rank = 2 then f.w_occupation * 4 / 5
       when f.rank = 3 then f.w_occupation * 3 / 5
       when f.near then f.w_occupation * 2 / 5 else 0 end`,
  commute: `case when f.minutes is null or f.minutes > f.travel_limit then 0
       when f.minutes <= 20 then f.w_commute
       else f.w_commute * (f.travel_limit - f.minutes) / (f.travel_limit - 20) end`,
  pay: `case when f.wanted is null or f.wanted <= 0 then f.w_pay / 2
       when f.pay_min_fen <= f.wanted then 0
       when 4 * (f.pay_min_fen - f.wanted) >= f.wanted then f.w_pay
       else (f.w_pay * 4 * (f.pay_min_fen - f.wanted) / f.wanted)::int end`,
  shift: `f.w_shift * (case when f.shift_wished then 3 else 0 end
             + case when 4 * f.hours >= 3 * f.available and f.hours <= f.available then 2 else 1 end) / 5`,
  benefits: `case when f.benefits_wished = 0 then f.w_benefits else f.w_benefits * f.benefits_met / f.benefits_wished end`,
} as const;

/** The points of each part, from the facts f. */
export const POINTS_SQL = Object.entries(POINTS)
  .map(([part, sql]) => `${sql} as p_${part}`)
  .join(',\n  ');

/** The points of the parts that need no list, from the plain facts f. */
export const PLAIN_POINTS_SQL = `${POINTS.occupation} + ${POINTS.commute} + ${POINTS.pay} + ${POINTS.shift}`;

/** The points of the parts that need lists, from the list facts f. */
export const LIST_POINTS_SQL = `${POINTS.skills} + ${POINTS.benefits}`;

/** The hard checks, from the facts f; all must hold. */
export const CHECKS_SQL = `
  f.minutes is not null and f.minutes <= f.travel_limit as ok_travel,
  f.hours <= f.available as ok_hours,
  not f.shift_barred as ok_shift,
  f.wanted is null or f.pay_max_fen >= f.wanted as ok_pay,
  cardinality(f.broken) = 0 as ok_capacity,
  cardinality(f.certificates_missing) = 0 as ok_certificates,
  f.closes_on is null or f.earliest <= f.closes_on as ok_start,
  f.agreement_status = 'ACTIVE' and f.effective_from <= $1::date and $1::date <= f.effective_to as ok_agreement,
  cardinality(f.skills_missing) = 0 as ok_skills`;

/** Sum of the parts of a judged pair s. */
export const SCORE_SQL = 's.p_skills + s.p_occupation + s.p_commute + s.p_pay + s.p_shift + s.p_benefits';

/** True where a judged pair s passes every hard check. */
export const FEASIBLE_SQL =
  's.ok_travel and s.ok_hours and s.ok_shift and s.ok_pay and s.ok_capacity and s.ok_certificates and s.ok_start and s.ok_agreement and s.ok_skills';
