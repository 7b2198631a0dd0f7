import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { dayOf } from '#domain/common/day';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { DeputiesRepository } from './deputies.repository';
import { DeputiesService } from './deputies.service';
import { Colleague, Deputy, DeputyInput, DeputyPayload } from './graphql/deputy.type';

/** Deputies of caseloads. */
@Resolver(() => Deputy)
export class DeputiesResolver {
  constructor(
    private readonly service: DeputiesService,
    private readonly repository: DeputiesRepository,
  ) {}

  @Query(() => [Deputy], {
    description:
      'Who stands in for whom now or later, the earliest first: what concerns oneself for a caseworker, all for a supervisor. At most 200.',
  })
  @Requires(Permission.CASELOAD_SHARE)
  deputies(@InOperation() operation: Operation): Promise<Deputy[]> {
    return operation.read((tx) => this.repository.running(tx, dayOf(tx.now)));
  }

  @Query(() => [Colleague], {
    description: 'The caseworkers of one’s own office who are another person than oneself, by name. At most 500.',
  })
  @Requires(Permission.CASELOAD_SHARE)
  colleagues(@InOperation() operation: Operation): Promise<Colleague[]> {
    return operation.read((tx) => this.repository.colleagues(tx));
  }

  @Mutation(() => DeputyPayload, {
    description:
      'Names a deputy for a caseload. Codes: NOT_FOUND, OTHER_OFFICE, SAME_PERSON, START_IN_PAST, TOO_FAR_AHEAD, LAST_BEFORE_FIRST, DEPUTY_TOO_LONG, OUT_OF_RANGE, DEPUTY_OVERLAP.',
  })
  @Requires(Permission.CASELOAD_SHARE)
  nameDeputy(
    @InCommand() command: Command,
    @Args('input', { type: () => DeputyInput, description: 'Who stands in for whom, and when.' }) input: DeputyInput,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<Deputy, 'deputy'>> {
    return command.run({
      as: 'deputy',
      act: (tx) => this.service.name(tx, input),
      read: (tx, id) => this.repository.byId(tx, id),
    });
  }

  @Mutation(() => DeputyPayload, {
    description: 'Ends a deputy at once, before her last day. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.CASELOAD_SHARE)
  endDeputy(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the deputy.' }) id: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<Deputy, 'deputy'>> {
    return command.run({
      as: 'deputy',
      act: (tx) => this.service.end(tx, id),
      read: (tx, ended) => this.repository.byId(tx, ended),
    });
  }
}
