import { Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InOperation } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { ConsentReader } from './consent-reader';
import { DisclosuresRepository } from './disclosures.repository';
import { ConsentGrant, Disclosure } from './graphql/consent.type';

/** Consents and disclosures, as the client reads them. */
@Resolver(() => ConsentGrant)
export class ConsentResolver {
  constructor(
    private readonly reader: ConsentReader,
    private readonly disclosures: DisclosuresRepository,
  ) {}

  @Query(() => [ConsentGrant], { description: 'One’s own consents, the newest above.' })
  @Requires(Permission.OWN_FILE_READ)
  myConsents(@InOperation() operation: Operation): Promise<ConsentGrant[]> {
    return operation.read(async (tx) => {
      const clientId = tx.actor.clientId ?? '';
      return (await this.reader.ofClients(tx, [clientId])).get(clientId) ?? [];
    });
  }

  @Query(() => [Disclosure], { description: 'Who looked at one’s own file, latest first, at most a hundred.' })
  @Requires(Permission.OWN_FILE_READ)
  myDisclosures(@InOperation() operation: Operation): Promise<Disclosure[]> {
    return operation.read((tx) => this.disclosures.ofOwnFile(tx));
  }
}
