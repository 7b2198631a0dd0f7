import type { ClientOverviewQuery } from '@contract/gql';

/** A number of an identity card as a page has it. */
export type KeptNumber = NonNullable<NonNullable<ClientOverviewQuery['client']>['identityNumber']>;
