import type { PayRunOverviewQuery } from '@contract/gql';

/** A month as a supervisor sees it. */
export type RunOverviewData = PayRunOverviewQuery['payRunOverview'];
