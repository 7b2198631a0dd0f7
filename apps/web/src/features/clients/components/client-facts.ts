import type { ClientOverviewQuery } from '@contract/gql';

/** A client as her page reads her. */
export type ClientFacts = NonNullable<ClientOverviewQuery['client']>;
