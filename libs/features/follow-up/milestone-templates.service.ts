import { Injectable } from '@nestjs/common';
import { dayOf, isDay, type Day } from '#domain/common/day';
import { done, refusal, refused, type Outcome } from '#domain/common/outcome';
import { planMilestones, type PlannedMilestone } from '#domain/follow-up/milestone-plan';
import {
  changeTemplate,
  checkedChoices,
  FIRST_CHOICES,
  FIRST_TEMPLATE_VERSION,
  templateOf,
  type MilestoneChoice,
  type TemplateCode,
} from '#domain/follow-up/template-choices';
import { ParametersService } from '#features/parameters';
import { Audit } from '#platform/audit/audit';
import type { Tx } from '#platform/database/transaction';
import { MilestoneTemplatesRepository, type TemplateVersion } from './milestone-templates.repository';

/** A milestone of a plan on trial, and where it lies by the template that counts today. */
export interface PreviewedMilestone {
  /** Null = the template on trial thins it out. */
  readonly then: PlannedMilestone | null;
  /** Null = it is thinned out today. */
  readonly now: PlannedMilestone | null;
}

const FIRST: TemplateVersion = { version: FIRST_TEMPLATE_VERSION, effectiveFrom: null, choices: FIRST_CHOICES };

/** The county's template of milestones: versions by day, never changed once written. */
@Injectable()
export class MilestoneTemplatesService {
  constructor(
    private readonly versions: MilestoneTemplatesRepository,
    private readonly parameters: ParametersService,
    private readonly audit: Audit,
  ) {}

  /** All versions, what counts last first; the one of every county stands at the end. */
  async all(tx: Tx): Promise<TemplateVersion[]> {
    return [...(await this.versions.own(tx)).map(inOrder), FIRST];
  }

  /** The version that counts today. */
  async inForce(tx: Tx): Promise<TemplateVersion> {
    const today = dayOf(tx.now);
    return (await this.all(tx)).find(({ effectiveFrom }) => effectiveFrom === null || effectiveFrom <= today) ?? FIRST;
  }

  /** The version by which a placement is planned: the one that it was planned by, else the one that counts today. */
  async planningVersion(tx: Tx, placementId: string): Promise<TemplateVersion> {
    const plannedBy = await this.versions.plannedBy(tx, placementId);
    if (plannedBy === null) return this.inForce(tx);
    const found = (await this.all(tx)).find(({ version }) => version === plannedBy);
    if (found === undefined) throw new Error('A milestone was planned by a version of the template that is not there.');
    return found;
  }

  /** The version to which a row belongs; null where there is none. */
  async byRow(tx: Tx, rowId: string): Promise<TemplateVersion | null> {
    const version = await this.versions.versionOf(tx, rowId);
    return (await this.all(tx)).find((one) => one.version === version) ?? null;
  }

  /** The plan of somebody who begins on a day, as choices would give it today; null where they are no template. */
  async preview(tx: Tx, choices: readonly MilestoneChoice[], startOn: Day): Promise<PreviewedMilestone[] | null> {
    if (!checkedChoices(choices).ok || !isDay(startOn)) return null;
    const calendar = await this.parameters.calendar(tx);
    const planOf = (by: readonly MilestoneChoice[]): ReadonlyMap<string, PlannedMilestone> =>
      new Map(planMilestones(startOn, calendar, dayOf(tx.now), templateOf(by)).map((one) => [one.code, one]));
    const [then, now] = [planOf(choices), planOf((await this.inForce(tx)).choices)];
    return FIRST_CHOICES.map(({ code }) => ({ then: then.get(code) ?? null, now: now.get(code) ?? null })).filter(
      (one) => one.then !== null || one.now !== null,
    );
  }

  /** Adds a version that counts from a day on, if nobody added one since `expectedVersion`. */
  async change(
    tx: Tx,
    change: {
      readonly choices: readonly MilestoneChoice[];
      readonly effectiveFrom: Day;
      readonly expectedVersion: number;
    },
  ): Promise<Outcome<{ id: string }, TemplateCode | 'STALE_VERSION' | 'DAY_TAKEN'>> {
    const all = await this.all(tx);
    const latest = Math.max(...all.map(({ version }) => version));
    if (latest !== change.expectedVersion)
      return refused(refusal('STALE_VERSION', ['expectedVersion'], { currentVersion: latest }));
    if (all.some(({ effectiveFrom }) => effectiveFrom === change.effectiveFrom))
      return refused(refusal('DAY_TAKEN', ['input', 'effectiveFrom']));
    const before =
      all.find(({ effectiveFrom }) => effectiveFrom === null || effectiveFrom <= change.effectiveFrom) ?? FIRST;
    const checked = changeTemplate({ ...change, before: before.choices, today: dayOf(tx.now) });
    if (!checked.ok) return checked;
    const id = await this.versions.add(tx, { ...change, version: latest + 1 });
    await this.audit.record(tx, {
      action: 'milestone_template.changed',
      subjectType: 'milestone_template',
      subjectId: id,
    });
    return done({ id });
  }
}

const ORDER = new Map(FIRST_CHOICES.map(({ code }, index) => [code, index]));

/** The choices in the order of the milestones. */
const inOrder = <V extends TemplateVersion>(version: V): V => ({
  ...version,
  choices: [...version.choices].sort((a, b) => (ORDER.get(a.code) ?? 0) - (ORDER.get(b.code) ?? 0)),
});
