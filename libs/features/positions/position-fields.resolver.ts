import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { dayOf } from '#domain/common/day';
import { Agreement, agreementOf, AgreementsReader } from '#features/agreements';
import { Organisation, OrganisationReader, organisationOf } from '#features/organisations';
import { AppError } from '#platform/auth/app-error';
import { InOperation } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { Position, SlotCounts } from './graphql/position.type';
import { NO_SLOTS, SlotsService } from './slots.service';

/** What a position leads to, batched for a whole list. */
@Resolver(() => Position)
export class PositionFieldsResolver {
  constructor(
    private readonly organisations: OrganisationReader,
    private readonly agreements: AgreementsReader,
    private readonly slotsService: SlotsService,
  ) {}

  @ResolveField(() => Organisation, { description: 'The enterprise.' })
  async enterprise(@Parent() position: Position, @InOperation() operation: Operation): Promise<Organisation> {
    const row = await operation.load('organisation', position.organisationId, (tx, ids) =>
      this.organisations.byIds(tx, ids),
    );
    if (row === null) throw new AppError('FORBIDDEN');
    return organisationOf(row);
  }

  @ResolveField(() => Agreement, {
    description: 'The agreement under which it stands; for staff and the enterprise only.',
  })
  async agreement(@Parent() position: Position, @InOperation() operation: Operation): Promise<Agreement> {
    const row = await operation.load('agreement', position.agreementId, (tx, ids) => this.agreements.byIds(tx, ids));
    if (row === null) throw new AppError('FORBIDDEN');
    const today = await operation.read(async (tx) => dayOf(tx.now));
    return agreementOf(row, today);
  }

  @ResolveField(() => SlotCounts, { description: 'How its slots stand.' })
  async slots(@Parent() position: Position, @InOperation() operation: Operation): Promise<SlotCounts> {
    const counts = await operation.load('slots', position.id, (tx, ids) => this.slotsService.countsOf(tx, ids));
    return counts ?? NO_SLOTS;
  }
}
