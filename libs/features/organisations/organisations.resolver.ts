import { Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InOperation } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { organisationOf } from './graphql/organisation.mapping';
import { Organisation } from './graphql/organisation.type';
import { OrganisationReader } from './organisation-reader';

/** Organisations, to choose from. */
@Resolver(() => Organisation)
export class OrganisationsResolver {
  constructor(private readonly reader: OrganisationReader) {}

  @Query(() => [Organisation], {
    description: 'Organisations at work in the county, in order of kind and name: where a member may be invited to.',
  })
  @Requires(Permission.MEMBER_MANAGE)
  async organisations(@InOperation() operation: Operation): Promise<Organisation[]> {
    const rows = await operation.read((tx) => this.reader.active(tx));
    return rows.map(organisationOf);
  }
}
