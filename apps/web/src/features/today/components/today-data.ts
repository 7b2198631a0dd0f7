import type { TodayQuery } from '@contract/gql';

/** What the day brings. */
export type TodayData = TodayQuery['today'];
