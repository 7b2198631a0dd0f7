import { addDays } from '#domain/common/day';
import { CapacityLimit, Education } from '#domain/clients/client-codes';
import { TONGCHENG_TOWNSHIPS } from '#domain/geography/tongcheng';
import { CERTIFICATES } from '#domain/positions/certificates';
import { OCCUPATIONS } from '#domain/positions/occupations';
import { SKILLS } from '#domain/positions/skills';
import { v7 as uuidv7 } from 'uuid';
import { newClientKey, type WrappedClientKey } from '#platform/crypto/client-keys';
import type { Row } from './copy-rows';
import { personName, phoneNumber } from './invented-names';
import { JOB_KINDS, type JobKind } from './job-kinds';
import type { SeededMembers } from './members.seed';
import { copyCounty, daysAgo, encrypted, fingerprint, type SeedContext } from './seed-context';

/** A client with what referrals need to know of her. */
export interface SeededClient {
  readonly id: string;
  readonly caseworkerId: string;
  readonly township: string;
  readonly skills: readonly string[];
  readonly weeklyHours: number;
  readonly shiftLimits: readonly string[];
}

/** The demo client: an assembler from Junshui whom the first enterprise's first position suits. */
const DEMO_CLIENT = {
  name: '周水莲',
  township: TONGCHENG_TOWNSHIPS[0]?.code ?? '',
  skills: ['CRIMPING', 'WIRE_STRIPPING', 'DRAWING_READING'],
};

const EDUCATIONS = [
  Education.JUNIOR_SECONDARY,
  Education.JUNIOR_SECONDARY,
  Education.SENIOR_SECONDARY,
  Education.VOCATIONAL_SECONDARY,
  Education.PRIMARY,
];

/** Writes clients with their entries and certificates, spread evenly over the caseworkers; the first is the demo client. */
export async function seedClients(seed: SeedContext, members: SeededMembers): Promise<SeededClient[]> {
  const sketches = Array.from({ length: seed.scale.clients }, (_, index) => clientSketch(seed, members, index));
  await copyCounty(
    seed,
    'client',
    sketches.map(({ row }) => row),
  );
  await copyCounty(
    seed,
    'client_key',
    sketches.map(({ wrapped }) => keyRow(wrapped)),
  );
  await copyCounty(
    seed,
    'programme_entry',
    sketches.map(({ client }, index) => entryRow(seed, client, index)),
  );
  await copyCounty(seed, 'client_certificate', certificateRows(seed, sketches));
  if (members.clientAccountId !== null && sketches[0] !== undefined)
    await seedDemoClientMembership(seed, members, sketches[0].client);
  return sketches.map(({ client }) => client);
}

interface ClientSketch {
  readonly client: SeededClient;
  readonly wrapped: WrappedClientKey;
  readonly row: Row;
  readonly certificates: readonly string[];
}

function clientSketch(seed: SeedContext, members: SeededMembers, index: number): ClientSketch {
  const { random } = seed;
  const isDemo = index === 0;
  const kind = isDemo ? (JOB_KINDS[0] ?? random.pick(JOB_KINDS)) : random.pick(JOB_KINDS);
  const isPartTime = !isDemo && random.chance(0.12);
  const client: SeededClient = {
    id: random.uuid(),
    caseworkerId: members.caseworkerIds[index % members.caseworkerIds.length] ?? '',
    township: isDemo ? DEMO_CLIENT.township : random.pick(TONGCHENG_TOWNSHIPS).code,
    skills: isDemo ? DEMO_CLIENT.skills : skillsOf(seed, kind),
    weeklyHours: isPartTime ? random.pick([20, 24]) : random.pick([40, 40, 44]),
    shiftLimits: random.chance(0.45) && !isDemo ? ['NIGHT'] : [],
  };
  const wishes = [
    kind.occupation,
    ...(isDemo
      ? ['60102']
      : random.some(
          OCCUPATIONS.map(({ code }) => code),
          random.int(0, 2),
        )),
  ];
  const { key, ...wrapped } = newClientKey(seed.keys, seed.countyId, client.id);
  return {
    client,
    wrapped,
    certificates: kind.certificates.filter(() => random.chance(0.5)),
    row: clientRow(seed, { client, key, index, wishes: [...new Set(wishes)].slice(0, 3) }),
  };
}

/** Ids of keys are drawn apart from the generator's: what it invents stays the same for every run. */
const keyRow = ({ clientId, countyKeyVersion, wrapped }: WrappedClientKey): Row => ({
  id: uuidv7(),
  client_id: clientId,
  county_key_version: countyKeyVersion,
  wrapped,
});

function skillsOf(seed: SeedContext, kind: JobKind): string[] {
  const { random } = seed;
  const own = [...kind.required.filter(() => random.chance(0.8)), ...random.some(kind.wished, random.int(1, 3))];
  return [
    ...new Set([
      ...own,
      ...random.some(
        SKILLS.map(({ code }) => code),
        random.int(0, 2),
      ),
    ]),
  ].sort();
}

function clientRow(
  seed: SeedContext,
  { client, key, index, wishes }: { client: SeededClient; key: Buffer; index: number; wishes: readonly string[] },
): Row {
  return {
    id: client.id,
    file_number: `${seed.today.slice(0, 4)}-${String(index + 1).padStart(seed.scale.name === 'county' ? 4 : 6, '0')}`,
    ...personalFields(seed, { id: client.id, key, index }),
    ...workFacts(seed, client, index === 0),
    desired_occupations: wishes,
    attested_by_membership_id: client.caseworkerId,
    attested_on: daysAgo(seed, seed.random.int(30, 300)),
    eligible: true,
    caseworker_membership_id: client.caseworkerId,
  };
}

function personalFields(
  seed: SeedContext,
  { id, key, index }: { readonly id: string; readonly key: Buffer; readonly index: number },
): Row {
  const name = index === 0 ? DEMO_CLIENT.name : personName(seed.random);
  const phone = phoneNumber(index + 1);
  return {
    name_enc: encrypted(seed, key, { table: 'client', column: 'name_enc', rowId: id }, name),
    name_bidx: fingerprint(seed, 'client.name', name),
    phone_enc: encrypted(seed, key, { table: 'client', column: 'phone_enc', rowId: id }, phone),
    phone_bidx: fingerprint(seed, 'client.phone', phone),
    phone_tail_bidx: fingerprint(seed, 'client.phoneTail', phone.slice(-4)),
    birth_year: seed.random.int(1968, 2004),
  };
}

function workFacts(seed: SeedContext, client: SeededClient, isDemo: boolean): Row {
  const { random } = seed;
  return {
    township: client.township,
    education_code: random.pick(EDUCATIONS),
    skills: client.skills,
    min_acceptable_pay_fen: isDemo ? 280_000 : random.chance(0.8) ? random.int(20, 34) * 10_000 : null,
    weekly_hours_available: client.weeklyHours,
    wished_shifts: random.chance(0.5) ? ['DAY'] : [],
    shift_limits: client.shiftLimits,
    wished_benefits: random.some(['MEALS', 'HOUSING'], random.int(0, 2)),
    travel_limit_minutes: random.pick([30, 40, 40, 60]),
    capacity_limits: isDemo || random.chance(0.7) ? [] : [random.pick(Object.values(CapacityLimit))],
    available_from: isDemo || random.chance(0.7) ? null : addDays(seed.today, random.int(-20, 45)),
    objects_to_ranking: !isDemo && random.chance(0.02),
  };
}

function entryRow(seed: SeedContext, client: SeededClient, index: number): Row {
  const { random } = seed;
  const isClosed = index > 0 && random.chance(0.08);
  return {
    id: random.uuid(),
    client_id: client.id,
    caseworker_membership_id: client.caseworkerId,
    started_on: daysAgo(seed, index === 0 ? 40 : random.int(20, 400)),
    status: isClosed ? 'CLOSED' : index > 0 && random.chance(0.05) ? 'PAUSED' : 'ACTIVE',
    closed_on: isClosed ? daysAgo(seed, random.int(1, 15)) : null,
    close_reason: isClosed ? 'MOVED' : null,
  };
}

function* certificateRows(seed: SeedContext, sketches: readonly ClientSketch[]): Generator<Row> {
  const { random } = seed;
  const known = new Set(CERTIFICATES.map(({ code }) => code));
  for (const { client, certificates } of sketches) {
    for (const code of certificates.filter((certificate) => known.has(certificate))) {
      yield {
        id: random.uuid(),
        client_id: client.id,
        code,
        issued_on: daysAgo(seed, random.int(100, 900)),
        valid_to: addDays(seed.today, random.int(-60, 1_200)),
      };
    }
  }
}

async function seedDemoClientMembership(
  seed: SeedContext,
  members: SeededMembers,
  client: SeededClient,
): Promise<void> {
  await copyCounty(seed, 'membership', [
    {
      id: seed.random.uuid(),
      account_id: members.clientAccountId,
      organisation_id: members.officeId,
      role: 'CLIENT',
      client_id: client.id,
      display_name: '',
      status: 'ACTIVE',
    },
  ]);
}
