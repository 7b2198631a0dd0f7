import type { Day } from '../common/day';
import type { Fen } from '../common/money';

/** One tier of a province's minimum wage from a day on. */
export interface TierMinimumWage {
  /** 1 is the highest. */
  readonly tier: number;
  readonly effectiveFrom: Day;
  readonly monthlyFen: Fen;
  /** Null where the source at hand gives none. */
  readonly hourlyFen: Fen | null;
  readonly source: string;
  readonly publishedOn: Day | null;
  /** True only where the figure was read in its source. */
  readonly isVerified: boolean;
}

interface Notice {
  readonly from: Day;
  /** Yuan a month, highest tier first. */
  readonly monthly: readonly number[];
  /** Yuan an hour, highest tier first. */
  readonly hourly: readonly number[];
  readonly source: string;
  readonly publishedOn?: Day;
  readonly isVerified?: boolean;
}

const NOTICES: readonly Notice[] = [
  {
    from: '2025-12-01',
    monthly: [2_400, 2_130, 1_970],
    hourly: [24, 21.5, 20],
    source: '鄂政办发〔2025〕44号',
    publishedOn: '2025-12-26',
    isVerified: true,
  },
  { from: '2024-02-01', monthly: [2_210, 1_950, 1_800], hourly: [22, 19.5, 18], source: '湖北省2024年最低工资标准' },
  {
    from: '2021-09-01',
    monthly: [2_010, 1_800, 1_650, 1_520],
    hourly: [19.5, 18, 16.5, 15],
    source: '湖北省2021年最低工资标准',
  },
  {
    from: '2017-11-01',
    monthly: [1_750, 1_500, 1_380, 1_250],
    hourly: [18, 16, 14.5, 13],
    source: '湖北省2017年最低工资标准',
  },
  { from: '2015-09-01', monthly: [1_550, 1_320, 1_225, 1_100], hourly: [], source: '湖北省2015年最低工资标准' },
  { from: '2010-05-01', monthly: [900, 750, 670, 600], hourly: [9, 8, 7, 6.5], source: '湖北省2010年最低工资标准' },
];

/**
 * The minimum wages of Hubei by tier, latest first. Only the notice of 2025 was read itself; it took effect before it was
 * published, so that December 2025 is checked again.
 */
export const HUBEI_MINIMUM_WAGES: readonly TierMinimumWage[] = NOTICES.flatMap((notice) =>
  notice.monthly.map((yuan, index) => {
    const hourly = notice.hourly[index];
    return {
      tier: index + 1,
      effectiveFrom: notice.from,
      monthlyFen: yuan * 100,
      hourlyFen: hourly === undefined ? null : Math.round(hourly * 100),
      source: notice.source,
      publishedOn: notice.publishedOn ?? null,
      isVerified: notice.isVerified ?? false,
    };
  }),
);

/** The row of a tier in force on a day; undefined where the table does not reach back so far. */
export const hubeiMinimumWageOn = (tier: number, day: Day): TierMinimumWage | undefined =>
  HUBEI_MINIMUM_WAGES.find((row) => row.tier === tier && row.effectiveFrom <= day);
