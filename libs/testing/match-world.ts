import { Random } from '#database/seeds/random';
import { AgreementStatus } from '#domain/agreements/agreement-lifecycle';
import { CapacityLimit } from '#domain/clients/client-codes';
import { addDays, type Day } from '#domain/common/day';
import type { ClientFacts, HeldCertificate, PositionFacts } from '#domain/matching/match-facts';
import type { ScoreWeights } from '#domain/matching/score-weights';
import { Benefit, Shift } from '#domain/positions/position-codes';

/** A client of a random world. */
export interface WorldClient extends ClientFacts {
  readonly id: string;
  readonly township: string;
}

/** A position of a random world with its agreement. */
export interface WorldPosition extends PositionFacts {
  readonly id: string;
  readonly township: string;
  readonly agreementId: string;
}

/** Clients, positions and ways between townships whose values lie on and beside every boundary of score and checks. */
export interface MatchWorld {
  readonly today: Day;
  readonly weights: ScoreWeights;
  readonly clients: readonly WorldClient[];
  readonly positions: readonly WorldPosition[];
  /** Minutes by from-township, then to-township; a way that is missing is not known. */
  readonly travel: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

/** How large a random world is, and what it is drawn from. */
export interface WorldSize {
  readonly seed: number;
  readonly today: Day;
  readonly clients: number;
  readonly positions: number;
  /** How many of a client's facts stand in the way; 1 is as in a world made of boundaries, less lets more pairs pass. */
  readonly strictness?: number;
}

const SKILLS = ['CRIMPING', 'SOLDERING', 'PACKING', 'SAWING', 'IRONING', 'TYPING', 'GRINDING'];
const CERTIFICATES = ['FORKLIFT_N1', 'WELDER', 'ELECTRICIAN', 'HEALTH'];
const OCCUPATIONS = ['60101', '60102', '60201', '40201', '40202', '50301', '30101'];
const TOWNSHIPS = ['甲镇', '乙镇', '丙镇', '丁乡', '戊乡', '己乡'];
const MINUTES = [0, 1, 15, 19, 20, 21, 22, 29, 30, 31, 39, 40, 41, 59, 60, 61];
const LIMITS = [0, 15, 19, 20, 21, 22, 30, 40, 60, 600];
const HOURS = [1, 20, 30, 33, 40, 43, 44];
const HOURS_AVAILABLE = [0, 1, 26, 27, 40, 43, 44, 45, 59, 60, 168];
const WISHED_PAY = [null, 0, 1, 3, 4, 299_999, 300_000, 300_001, 300_002, 300_003, 400_000, 9_000_000_000];
const PAY = [
  0, 1, 3, 4, 5, 299_999, 300_000, 300_001, 374_998, 374_999, 375_000, 375_001, 375_004, 500_000, 9_000_000_000,
];
const AROUND_TODAY = [-400, -1, 0, 1, 30, 400];

/** Draws a world; the same seed gives the same one. */
export function matchWorld(size: WorldSize): MatchWorld {
  const random = new Random(size.seed);
  const agreements = Array.from({ length: 40 }, () => anAgreement(random, size));
  return {
    today: size.today,
    weights: someWeights(random),
    travel: someTravel(random),
    clients: Array.from({ length: size.clients }, () => aWorldClient(random, size)),
    positions: Array.from({ length: size.positions }, () => aWorldPosition(random, size, random.pick(agreements))),
  };
}

/** A position drawn like those of the world, under the agreement of another. */
export const anotherPosition = (random: Random, size: WorldSize, like: WorldPosition): WorldPosition =>
  aWorldPosition(random, size, like);

/** The columns are lists: nothing keeps a code from standing in one twice. */
const perhapsTwice = <T>(random: Random, codes: readonly T[]): T[] => [
  ...codes,
  ...(codes.length > 0 && random.chance(0.1) ? [random.pick(codes)] : []),
];

type Agreement = Pick<WorldPosition, 'agreementId' | 'agreementStatus' | 'agreementFrom' | 'agreementTo'>;

/** A quarter of the values stand on a boundary that fails, more or fewer by the strictness of the world. */
const isStrict = (random: Random, { strictness = 1 }: WorldSize): boolean => random.chance(strictness);

const near = (random: Random, today: Day): Day => addDays(today, random.pick(AROUND_TODAY));

function anAgreement(random: Random, size: WorldSize): Agreement {
  const [a, b] = isStrict(random, size)
    ? [near(random, size.today), near(random, size.today)]
    : [size.today, size.today];
  const [agreementFrom, agreementTo] = a < b ? [a, b] : [b, a];
  const states = Object.values(AgreementStatus);
  const agreementStatus = random.chance(0.25) && isStrict(random, size) ? random.pick(states) : 'ACTIVE';
  return { agreementId: random.uuid(), agreementStatus, agreementFrom, agreementTo };
}

function someWeights(random: Random): ScoreWeights {
  const cuts = Array.from({ length: 5 }, () => random.int(0, 10_000)).sort((x, y) => x - y);
  const [SKILLS = 0, OCCUPATION = 0, COMMUTE = 0, PAY = 0, SHIFT_AND_HOURS = 0, BENEFITS = 0] = [...cuts, 10_000].map(
    (cut, at) => cut - (cuts[at - 1] ?? 0),
  );
  return { SKILLS, OCCUPATION, COMMUTE, PAY, SHIFT_AND_HOURS, BENEFITS };
}

const someTravel = (random: Random): MatchWorld['travel'] =>
  new Map(
    TOWNSHIPS.map((from) => [
      from,
      new Map(TOWNSHIPS.filter(() => random.chance(0.9)).map((to) => [to, random.pick(MINUTES)])),
    ]),
  );

function aWorldClient(random: Random, size: WorldSize): WorldClient {
  const strict = (): boolean => isStrict(random, size);
  const held = (code: string): HeldCertificate => ({
    code,
    validTo: random.chance(0.3) ? null : near(random, size.today),
  });
  return {
    id: random.uuid(),
    township: random.pick(TOWNSHIPS),
    skills: perhapsTwice(random, random.some(SKILLS, random.int(strict() ? 0 : 4, SKILLS.length))),
    certificates: random.some(CERTIFICATES, random.int(0, CERTIFICATES.length)).map(held),
    desiredOccupations: Array.from({ length: random.int(0, 3) }, () => random.pick(OCCUPATIONS)),
    minAcceptablePayFen: strict() ? random.pick(WISHED_PAY) : null,
    weeklyHoursAvailable: strict() ? random.pick(HOURS_AVAILABLE) : random.int(44, 60),
    shiftLimits: random.some(Object.values(Shift), strict() ? random.int(0, 2) : 0),
    wishedShifts: random.some(Object.values(Shift), random.int(0, 2)),
    travelLimitMinutes: strict() ? random.pick(LIMITS) : 60,
    capacityLimits: random.some(Object.values(CapacityLimit), strict() ? random.int(0, 2) : 0),
    wishedBenefits: perhapsTwice(random, random.some(Object.values(Benefit), random.int(0, 4))),
    availableFrom: random.chance(0.5) ? null : near(random, size.today),
  };
}

function aWorldPosition(random: Random, size: WorldSize, of: Agreement): WorldPosition {
  const { agreementId, agreementStatus, agreementFrom, agreementTo } = of;
  const strict = (): boolean => isStrict(random, size);
  const [x, y] = [random.pick(PAY), random.pick(PAY)];
  const [first, last] = [near(random, size.today), near(random, size.today)].sort();
  return {
    id: random.uuid(),
    township: random.pick(TOWNSHIPS),
    agreementId,
    agreementStatus,
    agreementFrom,
    agreementTo,
    occupationCode: random.pick(OCCUPATIONS),
    requiredSkills: perhapsTwice(random, random.some(SKILLS, random.int(0, strict() ? 3 : 1))),
    wishedSkills: perhapsTwice(random, random.some(SKILLS, random.int(0, 4))),
    requiredCertificates: perhapsTwice(random, random.some(CERTIFICATES, strict() ? random.int(0, 2) : 0)),
    payMinFen: Math.min(x, y),
    payMaxFen: Math.max(x, y),
    weeklyHours: random.pick(HOURS),
    shift: random.pick(Object.values(Shift)),
    capacityDemands: random.some(Object.values(CapacityLimit), random.int(0, 2)),
    benefits: random.some(Object.values(Benefit), random.int(0, 4)),
    openFrom: random.chance(0.5) || first === undefined ? null : first,
    closesOn: random.chance(0.5) || last === undefined ? null : last,
  };
}
