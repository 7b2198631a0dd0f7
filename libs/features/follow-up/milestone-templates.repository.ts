import { Injectable } from '@nestjs/common';
import { v7 as uuidv7 } from 'uuid';
import type { Day } from '#domain/common/day';
import type { MilestoneChoice } from '#domain/follow-up/template-choices';
import type { Tx } from '#platform/database/transaction';
import { MilestoneTemplate } from './milestone-template.entity';

/** A version of the county's template and the day from which it counts. */
export interface TemplateVersion {
  readonly version: number;
  /** Null = the one that every county begins with. */
  readonly effectiveFrom: Day | null;
  readonly choices: readonly MilestoneChoice[];
}

/** A version that the county wrote itself. */
export interface OwnTemplateVersion extends TemplateVersion {
  readonly effectiveFrom: Day;
}

/** Every query about the county's template of milestones, by name. */
@Injectable()
export class MilestoneTemplatesRepository {
  /** The versions that the county wrote, the one that counts longest last; empty where it wrote none. */
  own(tx: Tx): Promise<OwnTemplateVersion[]> {
    return tx.query(
      `select m.version, m.effective_from::text as "effectiveFrom",
              json_agg(json_build_object('code', m.code, 'isPlanned', m.is_planned, 'offsetCount', m.offset_count,
                                         'windowWorkingDays', m.window_working_days, 'channel', m.channel)) as choices
         from milestone_template m where m.county_id = $1
        group by m.version, m.effective_from order by m.effective_from desc`,
      [tx.actor.countyId],
    );
  }

  /** The version that one of its rows belongs to; null where there is no such row. */
  async versionOf(tx: Tx, rowId: string): Promise<number | null> {
    const [row] = await tx.query<{ version: number }>(
      'select version from milestone_template where county_id = $1 and id = $2',
      [tx.actor.countyId, rowId],
    );
    return row?.version ?? null;
  }

  /** By which version a placement's milestones were last planned; null where it has none. */
  async plannedBy(tx: Tx, placementId: string): Promise<number | null> {
    const [row] = await tx.query<{ version: number }>(
      `select m.template_version as version from follow_up_milestone m where m.county_id = $1 and m.placement_id = $2
        order by (m.status = 'SCHEDULED') desc, m.template_version desc limit 1`,
      [tx.actor.countyId, placementId],
    );
    return row?.version ?? null;
  }

  /** Adds a version and gives the id of its first row. Two at once meet the unique key, and one of them is refused. */
  async add(tx: Tx, { version, effectiveFrom, choices }: OwnTemplateVersion): Promise<string> {
    const id = uuidv7();
    await tx.manager.insert(
      MilestoneTemplate,
      choices.map((choice, index) => ({
        ...choice,
        countyId: tx.actor.countyId,
        id: index === 0 ? id : uuidv7(),
        version,
        effectiveFrom,
        createdAt: tx.now,
      })),
    );
    return id;
  }
}
