import type { ClientPlacementsQuery } from '@contract/gql';

/** A placement as the client's page reads it. */
export type Placement = NonNullable<ClientPlacementsQuery['client']>['placements'][number];
