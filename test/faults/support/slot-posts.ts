import { randomUUID } from 'node:crypto';
import type { Actor } from '#domain/common/actor';
import type { PositionRow } from '#domain/imports/position-row';
import type { ImportSubject } from '#features/imports';
import type { RaceBench } from './race-bench';

export const POSITIONS = 20;
export const SLOTS_EACH = 4;

/** Twenty posts of one enterprise. */
export interface Posts {
  readonly ids: readonly string[];
  readonly hr: Actor;
  readonly enterprise: string;
  readonly agreementNumber: string;
}

/** Plants the posts. */
export async function positionsOf(bench: RaceBench): Promise<Posts> {
  const model = await bench.one<{ id: string; number: string; organisation_id: string; name: string }>(
    `select a.id, a.number, a.organisation_id, o.name from cooperation_agreement a join organisation o on o.id = a.organisation_id
      where a.status = 'ACTIVE' order by a.id limit 1`,
  );
  await bench.database.admin.query('update cooperation_agreement set amended_slots = 50000 where id = $1', [model.id]);
  const { rows } = await bench.database.admin.query<{ id: string }>(
    `insert into position (county_id, id, agreement_id, organisation_id, position_number, occupation_code, title, duties, township, workplace, shift,
                           weekly_hours, contract_type, pay_min_fen, pay_max_fen, pay_basis, job_code, grade, last_confirmed_at, slots_total, status)
     select $1, gen_random_uuid(), $2, $3, 'M-' || n, '60101', '装配工', '装配', '421222100', '厂区', 'DAY', 40, 'FIXED_TERM', 300000, 400000,
            'MONTHLY', 'J-60101', '1', now(), ${SLOTS_EACH}, 'PUBLISHED' from generate_series(1, ${POSITIONS}) n returning id`,
    [bench.countyId, model.id, model.organisation_id],
  );
  await bench.database.admin.query(
    `insert into job_slot (county_id, id, position_id, organisation_id, seq, status)
     select $1, gen_random_uuid(), p, $2, n, 'OPEN' from unnest($3::uuid[]) p, generate_series(1, ${SLOTS_EACH}) n`,
    [bench.countyId, model.organisation_id, rows.map(({ id }) => id)],
  );
  const hr = await bench.one<{ id: string; account_id: string }>(
    `select id, account_id from membership where organisation_id = $1 and role = 'ENTERPRISE_HR' limit 1`,
    [model.organisation_id],
  );
  return {
    ids: rows.map(({ id }) => id),
    hr: { ...actorOf(bench, 'ENTERPRISE_HR', hr), organisationId: model.organisation_id },
    enterprise: model.name,
    agreementNumber: model.number,
  };
}

/** A member as the actor of a role. */
export const actorOf = (bench: RaceBench, role: Actor['role'], member: { id: string; account_id: string }): Actor => ({
  countyId: bench.countyId,
  role,
  accountId: member.account_id,
  membershipId: member.id,
  organisationId: null,
  clientId: null,
});

/** What a file says of a post, but for its number, enterprise and slots. */
export const ROW: Omit<PositionRow, 'enterprise' | 'agreementNumber' | 'positionNumber' | 'slotsTotal'> = {
  title: '装配工',
  occupation: '60101',
  duties: '装配',
  township: '421222100',
  site: '',
  shift: 'DAY',
  weeklyHours: 40,
  payMinFen: 300_000,
  payMaxFen: 400_000,
  payBasis: 'MONTHLY',
  requiredSkills: [],
  wishedSkills: [],
  requiredCertificates: [],
  benefits: [],
  openFrom: null,
  closesOn: null,
};

/** The import that a row belongs to. */
export const SUBJECT: ImportSubject = {
  runId: randomUUID(),
  kind: 'POSITIONS',
  organisationId: randomUUID(),
  period: null,
  isDryRun: false,
  fileId: null,
  sha256: Buffer.alloc(32),
  readableRows: 1,
};
