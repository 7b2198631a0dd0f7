import pg from 'pg';
import { SystemClock, type Clock } from '#platform/clock/clock';
import { hashPassword } from '#platform/auth/passwords';
import { seedBatches } from './batches.seed';
import { seedClients } from './clients.seed';
import { foundCounty } from './found-county';
import { seedMembers } from './members.seed';
import { seedPayroll } from './payroll.seed';
import { seedPlacements } from './placements.seed';
import { seedPositions } from './positions.seed';
import { Random } from './random';
import { seedReferrals } from './referrals.seed';
import { SCALES, type Scale } from './scale';
import type { SeedContext } from './seed-context';
import { seedSupport } from './support.seed';
import { seedTraining } from './training.seed';

/** What a run of the generator needs. */
export interface SeedRequest {
  /** Address under tonggong_migrate: COPY is refused under row-level security. */
  readonly migrateUrl: string;
  readonly masterKey: Buffer;
  readonly scale: Scale['name'];
  /** Password of the demo accounts; null = none can be signed in to. */
  readonly demoPassword: string | null;
  /** The day that the invented past leads up to. */
  readonly clock?: Clock;
  readonly seed?: number;
}

/** What was written. */
export interface SeedReport {
  readonly clients: number;
  readonly enterprises: number;
  readonly slots: number;
  readonly placements: number;
  readonly durationMs: number;
}

/** Fills an empty database with an invented county: all of it or nothing. Throws where a county is there already. */
export async function seedDatabase(request: SeedRequest): Promise<SeedReport> {
  const startedAt = performance.now();
  const client = new pg.Client({ connectionString: request.migrateUrl, application_name: 'tonggong-seed' });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('set local statement_timeout = 0');
    const context = await beginCounty(client, request);
    const counts = await fill(context);
    await client.query('commit');
    await client.query('analyze');
    return { ...counts, durationMs: Math.round(performance.now() - startedAt) };
  } finally {
    await client.end(); // an open transaction ends with the connection: nothing half done stays
  }
}

async function beginCounty(client: pg.Client, request: SeedRequest): Promise<SeedContext> {
  const random = new Random(request.seed ?? 421_222);
  const founded = await foundCounty(client, request.masterKey, random);
  return {
    ...founded,
    client,
    random,
    scale: SCALES[request.scale],
    today: (request.clock ?? new SystemClock()).today(),
    passwordHash: request.demoPassword === null ? null : await hashPassword(request.demoPassword),
  };
}

async function fill(context: SeedContext): Promise<Omit<SeedReport, 'durationMs'>> {
  const members = await seedMembers(context);
  const positions = await seedPositions(context, members);
  const clients = await seedClients(context, members);
  const hires = await seedReferrals(context, members, clients, positions);
  const placements = await seedPlacements(context, hires);
  await seedTraining(context, members, clients);
  await seedPayroll(context, placements);
  await seedBatches(context, members);
  await seedSupport(context, members, clients);
  return {
    clients: clients.length,
    enterprises: members.enterpriseIds.length,
    slots: positions.reduce((sum, { slotIds }) => sum + slotIds.length, 0),
    placements: placements.length,
  };
}
