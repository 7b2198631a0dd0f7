import type { CountyQuery } from '@contract/gql';

/** What the county's screen shows. */
export type County = CountyQuery['countyOverview'];
