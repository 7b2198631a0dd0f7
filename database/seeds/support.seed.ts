import { AidKind, AidOffice } from '#domain/aid/aid-codes';
import { addDays, type Day } from '#domain/common/day';
import { CONSENT_TEXT_VERSION } from '#domain/consent/consent-texts';
import type { SeededClient } from './clients.seed';
import type { Row } from './copy-rows';
import type { SeededMembers } from './members.seed';
import { at, copyCounty, daysAgo, type SeedContext } from './seed-context';

const KINDS = Object.values(AidKind);

/** The office that has a request of each kind, in the order of the kinds. */
const OFFICES = [
  AidOffice.CIVIL_AFFAIRS,
  AidOffice.TOWNSHIP_SERVICE_HALL,
  AidOffice.MEDICAL_INSURANCE_OFFICE,
  AidOffice.SOCIAL_INSURANCE_OFFICE,
  AidOffice.HOUSING_OFFICE,
  AidOffice.LEGAL_AID_CENTRE,
] as const;

/** Every so many clients one asks for something. */
const ONE_IN = 19;

/** Clients who have a mentor, by their place; the first is the demo client, who chooses for herself. */
const MENTORED = [4, 9, 16] as const;

const MENTOR = `select id, organisation_id as "organisationId" from membership
  where county_id = $1 and role = 'MENTOR' order by id limit 1`;

/** What a county that people sign in to has beside work: some requests to other offices, and a mentor's people. */
export async function seedSupport(
  seed: SeedContext,
  { caseworkerIds }: SeededMembers,
  clients: readonly SeededClient[],
): Promise<void> {
  if (seed.passwordHash === null) return;
  const asking = clients.filter((_, index) => index > 0 && index % ONE_IN === 1);
  await copyCounty(
    seed,
    'aid_request',
    asking.map((client, index) => requestRow(seed, client, index)),
  );
  const { rows } = await seed.client.query<{ id: string; organisationId: string }>(MENTOR, [seed.countyId]);
  const [mentor] = rows;
  if (mentor === undefined || caseworkerIds.length === 0) return;
  for (const [index, place] of MENTORED.entries()) {
    const client = clients[place];
    if (client !== undefined) await seedPairing(seed, client, mentor, index);
  }
}

function requestRow(seed: SeedContext, client: SeededClient, index: number): Row {
  const status = (['NOTED', 'REFERRED', 'REFERRED', 'GRANTED', 'NOT_GRANTED'] as const)[index % 5] ?? 'NOTED';
  const isOpen = status === 'NOTED' || status === 'REFERRED';
  const isReferred = status !== 'NOTED';
  return {
    id: seed.random.uuid(),
    client_id: client.id,
    kind: KINDS[index % KINDS.length] ?? AidKind.HOUSING,
    status,
    noted_by_membership_id: client.caseworkerId,
    noted_on: daysAgo(seed, 30 + index),
    referred_to: isReferred ? (OFFICES[index % OFFICES.length] ?? null) : null,
    referred_on: isReferred ? daysAgo(seed, 20) : null,
    settled_on: isOpen ? null : daysAgo(seed, 4),
    next_look_on: isOpen ? addDays(seed.today, (index % 4) * 3 - 1) : null,
    created_at: at(daysAgo(seed, 30 + index), 10),
  };
}

async function seedPairing(
  seed: SeedContext,
  client: SeededClient,
  mentor: { readonly id: string; readonly organisationId: string },
  index: number,
): Promise<void> {
  const { random, today } = seed;
  const [pairingId, pairedOn] = [random.uuid(), daysAgo(seed, 21 - index)];
  const hers = { client_id: client.id, mentor_membership_id: mentor.id };
  await copyCounty(seed, 'mentor_pairing', [
    {
      ...hers,
      id: pairingId,
      organisation_id: mentor.organisationId,
      paired_by_membership_id: client.caseworkerId,
      paired_at: at(pairedOn, 9),
      status: 'ACTIVE',
      created_at: at(pairedOn, 9),
    },
  ]);
  await copyCounty(seed, 'consent_grant', [grantRow(seed, client.id, mentor.organisationId, pairedOn)]);
  if (index === 0) return; // with her no day is named yet
  await copyCounty(seed, 'mentor_note', [
    {
      ...hers,
      id: random.uuid(),
      pairing_id: pairingId,
      written_at: at(addDays(pairedOn, 2), 18),
      next_contact_on: addDays(today, index * 3 - 3),
    },
  ]);
}

/** Her consent, given on the day of the pairing. */
const grantRow = (seed: SeedContext, clientId: string, organisationId: string, pairedOn: Day): Row => ({
  id: seed.random.uuid(),
  client_id: clientId,
  discloser_organisation_id: organisationId,
  recipient_organisation_id: organisationId,
  purpose: 'MENTOR_SHARE',
  field_groups: ['IDENTITY', 'CONTACT'],
  valid_from: pairedOn,
  valid_to: addDays(pairedOn, 180),
  status: 'ACTIVE',
  text_version: CONSENT_TEXT_VERSION,
  created_at: at(pairedOn, 12),
});
