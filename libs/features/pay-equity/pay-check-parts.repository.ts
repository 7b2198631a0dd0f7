import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import { keepPlan } from '#platform/database/kept-plan';
import type { Tx } from '#platform/database/transaction';
import type { SegregatedPost } from '#domain/pay-equity/segregated-posts';
import type { EnterpriseTest, EnterpriseTests } from './enterprise-month';

/** A part of a run. */
export interface PartRow {
  readonly id: string;
  readonly runId: string;
  readonly organisationId: string;
  readonly state: 'QUEUED' | 'DONE';
}

/** What a part came to. */
export interface PartOutcome extends EnterpriseTests {
  readonly placements: number;
  readonly changed: number;
  readonly segregated: readonly SegregatedPost[];
}

/** Every query about the parts of a run, by name. */
@Injectable()
export class PayCheckPartsRepository {
  /** Inserts a part for each enterprise that has none yet; gives the new ones. */
  insert(tx: Tx, runId: string, organisationIds: readonly string[]): Promise<{ id: string; organisationId: string }[]> {
    const ids = organisationIds.map(() => uuidv7());
    return tx.query(
      `insert into pay_check_part (county_id, id, run_id, organisation_id, state, created_at)
       select $1, n.id, $2, n.organisation_id, 'QUEUED', $3 from unnest($4::uuid[], $5::uuid[]) as n (id, organisation_id)
       on conflict do nothing returning id, organisation_id as "organisationId"`,
      [tx.actor.countyId, runId, tx.now, ids, organisationIds],
    );
  }

  /** One part, locked until the transaction ends: of two workers the second waits and finds it done. */
  async lock(tx: Tx, id: string): Promise<PartRow | null> {
    const [row] = await tx.query<PartRow>(
      keepPlan(
        `select id, run_id as "runId", organisation_id as "organisationId", state from pay_check_part
          where county_id = $2 and id = $1 for update`,
      ),
      [id, tx.actor.countyId],
    );
    return row ?? null;
  }

  async finish(tx: Tx, id: string, { placements, changed, ...found }: PartOutcome): Promise<void> {
    const [tests, untested, segregated] = [found.tests, found.untested, found.segregated].map((list) =>
      JSON.stringify(list),
    );
    await tx.query(
      `update pay_check_part set state = 'DONE', placements = $3, changed = $4, tests = $5::jsonb, untested = $6::jsonb,
              segregated = $7::jsonb, finished_at = $8
        where county_id = $2 and id = $1`,
      [id, tx.actor.countyId, placements, changed, tests, untested, segregated, tx.now],
    );
  }

  /** True where no part of the run is left to do. The caller holds the run's row, so that of two last ones only one says so. */
  async areAllDone(tx: Tx, runId: string): Promise<boolean> {
    const open = await tx.query(
      `select 1 from pay_check_part where county_id = $2 and run_id = $1 and state = 'QUEUED' limit 1`,
      [runId, tx.actor.countyId],
    );
    return open.length === 0;
  }

  /** The group tests of a run's enterprises, before the correction, in a steady order. */
  async groupTests(tx: Tx, runId: string): Promise<(EnterpriseTest & { readonly organisationId: string })[]> {
    const rows = await tx.query<{ organisationId: string; tests: EnterpriseTest[] }>(
      `select organisation_id as "organisationId", tests from pay_check_part
        where county_id = $2 and run_id = $1 and tests <> '[]' order by organisation_id`,
      [runId, tx.actor.countyId],
    );
    return rows.flatMap(({ organisationId, tests }) => tests.map((test) => ({ ...test, organisationId })));
  }
}
