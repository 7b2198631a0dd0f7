import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { dayOf } from '#domain/common/day';
import { Permission } from '#domain/common/permission';
import { Organisation, OrganisationReader, organisationOf } from '#features/organisations';
import { Requires } from '#platform/auth/access.decorators';
import { AppError } from '#platform/auth/app-error';
import { InOperation } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { AgreementsReader } from './agreements-reader';
import { agreementOf } from './graphql/agreement.mapping';
import { Agreement } from './graphql/agreement.type';

/** Cooperation agreements as staff and enterprises read them. */
@Resolver(() => Agreement)
export class AgreementsResolver {
  constructor(
    private readonly reader: AgreementsReader,
    private readonly organisations: OrganisationReader,
  ) {}

  @Query(() => [Agreement], {
    description: 'Agreements, those that end first above: all of the county for staff, its own for an enterprise.',
  })
  @Requires(Permission.AGREEMENT_READ)
  async agreements(@InOperation() operation: Operation): Promise<Agreement[]> {
    return operation.read(async (tx) => {
      const rows = await this.reader.all(tx);
      return rows.map((row) => agreementOf(row, dayOf(tx.now)));
    });
  }

  @ResolveField(() => Organisation, { description: 'The enterprise.' })
  async enterprise(@Parent() agreement: Agreement, @InOperation() operation: Operation): Promise<Organisation> {
    const row = await operation.load('organisation', agreement.organisationId, (tx, ids) =>
      this.organisations.byIds(tx, ids),
    );
    if (row === null) throw new AppError('FORBIDDEN');
    return organisationOf(row);
  }
}
