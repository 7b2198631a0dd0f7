import { HardCheckName, type HardCheck } from '#domain/matching/hard-checks';
import type { ScorePart } from '#domain/matching/score-parts';
import { ScorePartName } from '#domain/matching/score-weights';
import type { MatchRow } from './matching.repository';

type Figures = Record<string, string | number>;

/** Leaves out what is not known, so that a figure shown is a figure there is. */
const known = (figures: Readonly<Record<string, string | number | null>>): Figures =>
  Object.fromEntries(Object.entries(figures).filter((entry): entry is [string, string | number] => entry[1] !== null));

const occupationFigures = (row: MatchRow): Figures =>
  known(
    row.rank !== null || row.wishes === 0
      ? { wishes: row.wishes, rank: row.rank }
      : { wishes: row.wishes, sameMajorGroup: row.near ? 1 : 0 },
  );

/** The six parts of a judged pair, in the order in which they are shown, with the figures behind each. */
export function partsOf(row: MatchRow): ScorePart[] {
  const part = (name: ScorePartName, points: number, of: number, figures: Figures): ScorePart => ({
    name,
    points,
    of,
    figures,
  });
  return [
    part(ScorePartName.SKILLS, row.p_skills, row.w_skills, { met: row.met, listed: row.listed }),
    part(ScorePartName.OCCUPATION, row.p_occupation, row.w_occupation, occupationFigures(row)),
    part(ScorePartName.COMMUTE, row.p_commute, row.w_commute, known({ minutes: row.minutes, limit: row.travel_limit })),
    part(
      ScorePartName.PAY,
      row.p_pay,
      row.w_pay,
      known({
        payMinFen: row.pay_min_fen,
        payMaxFen: row.pay_max_fen,
        wantedFen: row.wanted === 0 ? null : row.wanted,
      }),
    ),
    part(ScorePartName.SHIFT_AND_HOURS, row.p_shift, row.w_shift, {
      shift: row.shift,
      shiftWished: row.shift_wished ? 1 : 0,
      hours: row.hours,
      available: row.available,
    }),
    part(ScorePartName.BENEFITS, row.p_benefits, row.w_benefits, {
      met: row.benefits_met,
      wished: row.benefits_wished,
    }),
  ];
}

/** Every hard check of a judged pair with its figures, failed or not. */
export function checksOf(row: MatchRow): HardCheck[] {
  const check = (name: HardCheckName, passed: boolean, figures: Figures): HardCheck => ({ name, passed, figures });
  const over = row.minutes === null ? null : Math.max(0, row.minutes - row.travel_limit);
  const shortFen = row.wanted === null ? null : Math.max(0, row.wanted - row.pay_max_fen);
  return [
    check(HardCheckName.TRAVEL, row.ok_travel, known({ minutes: row.minutes, limit: row.travel_limit, over })),
    check(HardCheckName.WEEKLY_HOURS, row.ok_hours, { hours: row.hours, available: row.available }),
    check(HardCheckName.SHIFT, row.ok_shift, { shift: row.shift }),
    check(HardCheckName.PAY, row.ok_pay, known({ payMaxFen: row.pay_max_fen, wantedFen: row.wanted, shortFen })),
    check(HardCheckName.CAPACITY, row.ok_capacity, { broken: row.broken.join(',') }),
    check(HardCheckName.CERTIFICATES, row.ok_certificates, {
      required: row.certificates_required,
      missing: row.certificates_missing.join(','),
    }),
    check(HardCheckName.START_DATE, row.ok_start, known({ earliest: row.earliest, closesOn: row.closes_on })),
    check(HardCheckName.AGREEMENT, row.ok_agreement, {
      status: row.agreement_status,
      agreementFrom: row.effective_from,
      agreementTo: row.effective_to,
    }),
    check(HardCheckName.SKILLS, row.ok_skills, {
      required: row.skills_required,
      missing: row.skills_missing.join(','),
    }),
  ];
}
