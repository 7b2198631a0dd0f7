import { Injectable } from '@nestjs/common';
import { addDays, dayOf, daysBetween, type Day } from '#domain/common/day';
import { windowEnd } from '#domain/follow-up/snooze';
import { concentration } from '#domain/statistics/concentration';
import { medianOf, survivalTable, type Observation } from '#domain/statistics/kaplan-meier';
import {
  anyEmployment,
  placementRate,
  publishedCurve,
  retainedOn,
  sameEmployer,
  timeToPlacement,
  type JobSpell,
  type Retained,
  type RetentionCurve,
} from '#domain/statistics/retention';
import { ParametersService } from '#features/parameters';
import type { Tx } from '#platform/database/transaction';
import { FidelityRepository, type CountOf } from './fidelity.repository';
import { RetentionRepository } from './retention.repository';

/** The days on which retention is counted (follow-up specification). */
export const RETENTION_DAYS = [90, 180, 365] as const;

/** Days of the period over which placement rate and on-time follow-up are counted. */
const PERIOD_DAYS = 90;

/** One line of the fidelity sheet: a count with its denominator, or a figure. */
export interface FidelityLine extends Partial<CountOf> {
  readonly item: FidelityItem;
  /** Days or ten-thousandths; left out where the line is a count, or where nothing is recorded. */
  readonly figure?: number | null;
}

/** The lines of the fidelity sheet that are computed. */
export const FidelityItem = {
  CASELOAD: 'CASELOAD',
  COMPETITIVE_JOBS: 'COMPETITIVE_JOBS',
  DAYS_TO_FIRST_CONTACT: 'DAYS_TO_FIRST_CONTACT',
  WISHED_OCCUPATION: 'WISHED_OCCUPATION',
  EMPLOYER_CONCENTRATION: 'EMPLOYER_CONCENTRATION',
  OCCUPATION_CONCENTRATION: 'OCCUPATION_CONCENTRATION',
  WEEKLY_IN_FIRST_MONTH: 'WEEKLY_IN_FIRST_MONTH',
  MONTHLY_TO_TWELVE: 'MONTHLY_TO_TWELVE',
  OUTSIDE_OFFICE: 'OUTSIDE_OFFICE',
  TRIED_THREE_TIMES: 'TRIED_THREE_TIMES',
} as const;

/** One of the lines. */
export type FidelityItem = (typeof FidelityItem)[keyof typeof FidelityItem];

/** What the office's work comes to, as of a day. */
export interface RetentionFacts {
  readonly asOf: Day;
  readonly from: Day;
  readonly sameEmployer: RetentionCurve;
  readonly anyEmployment: RetentionCurve;
  readonly retained: readonly (Retained & { readonly days: number })[];
  readonly placement: { readonly placed: number; readonly wanted: number };
  readonly medianDaysToPlacement: number | null;
  readonly onTime: CountOf;
  readonly fidelity: readonly FidelityLine[];
}

/** Counts retention, placement and follow-up of the whole county. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly rows: RetentionRepository,
    private readonly fidelity: FidelityRepository,
    private readonly parameters: ParametersService,
  ) {}

  /** Everything as of today. */
  async of(tx: Tx): Promise<RetentionFacts> {
    const asOf = dayOf(tx.now);
    const from = addDays(asOf, 1 - PERIOD_DAYS);
    const spells = await this.rows.spells(tx, asOf);
    const seekers = await this.rows.seekers(tx);
    return {
      asOf,
      from,
      sameEmployer: publishedCurve(spells.map((spell) => sameEmployer(spell, asOf))),
      anyEmployment: publishedCurve(byPerson(spells).flatMap((own) => anyEmployment(own, asOf) ?? [])),
      retained: RETENTION_DAYS.map((days) => ({ days, ...retainedOn(spells, days, asOf) })),
      placement: placementRate(seekers, { from, to: asOf }),
      medianDaysToPlacement: median(seekers.flatMap((one) => timeToPlacement(one, asOf) ?? [])),
      onTime: await this.onTime(tx, from, asOf),
      fidelity: await this.sheet(tx, asOf),
    };
  }

  /** Milestones of the period that were met within their window, of those whose window is over. */
  private async onTime(tx: Tx, from: Day, asOf: Day): Promise<CountOf> {
    const calendar = await this.parameters.calendar(tx);
    const over = (await this.rows.milestones(tx, from, asOf))
      .map((one) => ({ ...one, end: windowEnd(one, calendar) }))
      .filter(({ end }) => end < asOf);
    return { count: over.filter(({ doneOn, end }) => doneOn !== null && doneOn <= end).length, of: over.length };
  }

  private async sheet(tx: Tx, asOf: Day): Promise<FidelityLine[]> {
    const { fidelity } = this;
    const sizes = async (by: 'employer' | 'occupation'): Promise<number | null> =>
      concentration((await fidelity.groups(tx, by, asOf)).map(({ size }) => size));
    const contacts = await fidelity.firstEmployerContacts(tx);
    const first = contacts.map(({ startedOn, closedOn, sentOn }): Observation => ({
      days: Math.max(daysBetween(startedOn, sentOn ?? closedOn ?? asOf), 0),
      event: sentOn !== null,
    }));
    return [
      { item: FidelityItem.CASELOAD, ...(await fidelity.caseload(tx)) },
      { item: FidelityItem.COMPETITIVE_JOBS, ...(await fidelity.competitive(tx, asOf)) },
      { item: FidelityItem.DAYS_TO_FIRST_CONTACT, figure: median(first) },
      { item: FidelityItem.WISHED_OCCUPATION, ...(await fidelity.preferred(tx, asOf)) },
      { item: FidelityItem.EMPLOYER_CONCENTRATION, figure: await sizes('employer') },
      { item: FidelityItem.OCCUPATION_CONCENTRATION, figure: await sizes('occupation') },
      { item: FidelityItem.WEEKLY_IN_FIRST_MONTH, ...(await fidelity.weeklyInFirstMonth(tx, asOf)) },
      { item: FidelityItem.MONTHLY_TO_TWELVE, ...(await fidelity.monthly(tx, asOf)) },
      { item: FidelityItem.OUTSIDE_OFFICE, ...(await fidelity.outsideOffice(tx)) },
      { item: FidelityItem.TRIED_THREE_TIMES, ...(await fidelity.tried(tx)) },
    ];
  }
}

const median = (observations: readonly Observation[]): number | null => medianOf(survivalTable(observations));

function byPerson(spells: readonly JobSpell[]): readonly (readonly JobSpell[])[] {
  const people = new Map<string, JobSpell[]>();
  for (const spell of spells) people.set(spell.clientId, [...(people.get(spell.clientId) ?? []), spell]);
  return [...people.values()];
}
