import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { consentTextOf } from '#domain/consent/consent-texts';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { ConsentReader } from './consent-reader';
import { ConsentRecordsService } from './consent-records.service';
import { DisclosuresRepository } from './disclosures.repository';
import { ConsentRecipient } from './graphql/consent-request.type';
import { ConsentGrant, ConsentGrantPayload, ConsentText, Disclosure } from './graphql/consent.type';

/** Consents and disclosures, as the client reads them. */
@Resolver(() => ConsentGrant)
export class ConsentResolver {
  constructor(
    private readonly reader: ConsentReader,
    private readonly records: ConsentRecordsService,
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

  @Mutation(() => ConsentGrantPayload, {
    description: 'Says that one has seen what was recorded for oneself from a paper. Codes: NOT_FOUND.',
  })
  @Requires(Permission.OWN_DECISION)
  markConsentSeen(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the consent.' }) id: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<ConsentGrant, 'consentGrant'>> {
    return command.run({
      as: 'consentGrant',
      act: (tx) => this.records.markSeen(tx, id),
      read: (tx, seen) => this.reader.byId(tx, seen),
    });
  }

  @ResolveField(() => ConsentRecipient, { description: 'The one organisation that may see something.' })
  recipient(@Parent() { recipientId, recipientName }: ConsentGrant): ConsentRecipient {
    return { id: recipientId, name: recipientName };
  }

  @ResolveField(() => ConsentText, { description: 'What was agreed to, in the words of its version.' })
  text(@Parent() { purpose, textVersion }: ConsentGrant): ConsentText {
    return consentTextOf(purpose, textVersion);
  }
}
