import { Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InOperation } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { SecondPersonRepository } from './second-person.repository';

/** Whether somebody else is there for what nobody reviews or approves of her own. */
@Resolver()
export class SecondPersonResolver {
  constructor(private readonly people: SecondPersonRepository) {}

  @Query(() => Boolean, {
    description:
      'True where two natural persons supervise the county, so that what the one opens or submits is reviewed by the other. Where it is false, that waits: nobody reviews her own.',
  })
  @Requires(Permission.SECOND_PERSON_READ)
  hasSecondSupervisor(@InOperation() operation: Operation): Promise<boolean> {
    return operation.read(async (tx) => (await this.people.supervisors(tx)) > 1);
  }
}
