import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Day } from '#domain/common/day';
import type { ScoreWeights } from '#domain/matching/score-weights';
import type { Tx } from '#platform/database/transaction';

/** A version of the county's weights and the day from which it counts. */
export interface WeightsVersion {
  readonly id: string;
  readonly version: number;
  readonly effectiveFrom: Day;
  readonly weights: ScoreWeights;
}

/** Every query about the county's weights, by name. */
@Injectable()
export class ScoreWeightsRepository {
  /** All versions, the one that counts longest last; empty where the county set none. */
  all(tx: Tx): Promise<WeightsVersion[]> {
    return tx.query(
      `select id, version, effective_from::text as "effectiveFrom",
              jsonb_build_object('SKILLS', skills, 'OCCUPATION', occupation, 'COMMUTE', commute, 'PAY', pay,
                                 'SHIFT_AND_HOURS', shift_and_hours, 'BENEFITS', benefits) as weights
         from score_weights where county_id = $1 order by effective_from desc, version desc`,
      [tx.actor.countyId],
    );
  }

  /** Adds a version. Two at once meet the unique key of the version, and one of them is refused. */
  async add(tx: Tx, { version, effectiveFrom, weights }: Omit<WeightsVersion, 'id'>): Promise<string> {
    const id = uuidv7();
    await tx.query(
      `insert into score_weights (county_id, id, version, effective_from, skills, occupation, commute, pay, shift_and_hours, benefits, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        tx.actor.countyId,
        id,
        version,
        effectiveFrom,
        weights.SKILLS,
        weights.OCCUPATION,
        weights.COMMUTE,
        weights.PAY,
        weights.SHIFT_AND_HOURS,
        weights.BENEFITS,
        tx.now,
      ],
    );
    return id;
  }
}
