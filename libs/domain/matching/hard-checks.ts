import type { Day } from '../common/day';
import type { ClientFacts, Figures, PositionFacts } from './match-facts';

/** The names of the hard checks, in the order in which they are shown. */
export const HardCheckName = {
  TRAVEL: 'TRAVEL',
  WEEKLY_HOURS: 'WEEKLY_HOURS',
  SHIFT: 'SHIFT',
  PAY: 'PAY',
  CAPACITY: 'CAPACITY',
  CERTIFICATES: 'CERTIFICATES',
  START_DATE: 'START_DATE',
  AGREEMENT: 'AGREEMENT',
  SKILLS: 'SKILLS',
} as const;

/** One of the hard checks. */
export type HardCheckName = (typeof HardCheckName)[keyof typeof HardCheckName];

/** The result of one hard check and the figures behind it; lists are joined by commas. */
export interface HardCheck {
  readonly name: HardCheckName;
  readonly passed: boolean;
  readonly figures: Figures;
}

const check = (name: HardCheckName, passed: boolean, figures: Figures): HardCheck => ({
  name,
  passed,
  figures,
});

function travel(client: ClientFacts, minutes: number | null): HardCheck {
  const limit = client.travelLimitMinutes;
  if (minutes === null) return check('TRAVEL', false, { limit });
  const over = Math.max(0, minutes - limit);
  return check('TRAVEL', over === 0, { minutes, limit, over });
}

function weeklyHours(client: ClientFacts, position: PositionFacts): HardCheck {
  const figures = { hours: position.weeklyHours, available: client.weeklyHoursAvailable };
  return check('WEEKLY_HOURS', figures.hours <= figures.available, figures);
}

const shift = (client: ClientFacts, position: PositionFacts): HardCheck =>
  check('SHIFT', !client.shiftLimits.includes(position.shift), { shift: position.shift });

function pay(client: ClientFacts, position: PositionFacts): HardCheck {
  const wanted = client.minAcceptablePayFen;
  const { payMaxFen } = position;
  if (wanted === null) return check('PAY', true, { payMaxFen });
  const shortFen = Math.max(0, wanted - payMaxFen);
  return check('PAY', shortFen === 0, { payMaxFen, wantedFen: wanted, shortFen });
}

function capacity(client: ClientFacts, position: PositionFacts): HardCheck {
  const broken = client.capacityLimits.filter((limit) => position.capacityDemands.includes(limit));
  return check('CAPACITY', broken.length === 0, { broken: broken.join(',') });
}

/** The codes of certificates that are valid on a day, the last one of each included. */
export const validCertificates = ({ certificates }: Pick<ClientFacts, 'certificates'>, today: Day): Set<string> =>
  new Set(certificates.filter((held) => held.validTo === null || held.validTo >= today).map((held) => held.code));

function certificates(client: ClientFacts, position: PositionFacts, today: Day): HardCheck {
  const valid = validCertificates(client, today);
  const missing = position.requiredCertificates.filter((code) => !valid.has(code));
  const figures = { required: position.requiredCertificates.length, missing: missing.join(',') };
  return check('CERTIFICATES', missing.length === 0, figures);
}

function startDate(client: ClientFacts, position: PositionFacts, today: Day): HardCheck {
  const dates = [today, client.availableFrom, position.openFrom].filter((day) => day !== null);
  const earliest = dates.reduce((latest, day) => (day > latest ? day : latest));
  const { closesOn } = position;
  if (closesOn === null) return check('START_DATE', true, { earliest });
  return check('START_DATE', earliest <= closesOn, { earliest, closesOn });
}

function agreement(position: PositionFacts, today: Day): HardCheck {
  const { agreementStatus, agreementFrom, agreementTo } = position;
  const isInForce = agreementStatus === 'ACTIVE' && agreementFrom <= today && today <= agreementTo;
  return check('AGREEMENT', isInForce, { status: agreementStatus, agreementFrom, agreementTo });
}

function skills(client: ClientFacts, position: PositionFacts): HardCheck {
  const missing = position.requiredSkills.filter((code) => !client.skills.includes(code));
  const figures = { required: position.requiredSkills.length, missing: missing.join(',') };
  return check('SKILLS', missing.length === 0, figures);
}

/** Every hard check with its figures, failed or not: "why not" names all that fail, not only the first. */
export const hardChecks = (
  client: ClientFacts,
  position: PositionFacts,
  travelMinutes: number | null,
  today: Day,
): readonly HardCheck[] => [
  travel(client, travelMinutes),
  weeklyHours(client, position),
  shift(client, position),
  pay(client, position),
  capacity(client, position),
  certificates(client, position, today),
  startDate(client, position, today),
  agreement(position, today),
  skills(client, position),
];
