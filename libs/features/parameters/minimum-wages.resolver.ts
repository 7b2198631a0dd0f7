import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { yuanToFen } from '#domain/common/money';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import type { Tx } from '#platform/database/transaction';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import { moneyOf } from '#platform/graphql/money.type';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { MinimumWage, MinimumWageInput, MinimumWagePayload } from './graphql/minimum-wage.type';
import { MinimumWagesService, type MinimumWageEntry } from './minimum-wages.service';

const CODES =
  'NOT_A_DATE, OUT_OF_RANGE, REQUIRED, TOO_LONG. Months that were checked by another figure are checked again.';

/** The county's minimum wage: everybody reads it, who keeps parameters writes it. */
@Resolver()
export class MinimumWagesResolver {
  constructor(private readonly service: MinimumWagesService) {}

  @Query(() => [MinimumWage], { description: 'The county’s minimum wage, latest first.' })
  @Requires(Permission.CATALOGUE_READ)
  minimumWages(@InOperation() operation: Operation): Promise<MinimumWage[]> {
    return operation.read(async (tx) => (await this.service.all(tx)).map(wageOf));
  }

  @Mutation(() => MinimumWagePayload, {
    description: `Adds a minimum wage from a day on, perhaps one gone by. Codes: DAY_TAKEN, ${CODES}`,
  })
  @Requires(Permission.PARAMETERS_EDIT)
  addMinimumWage(
    @InCommand() command: Command,
    @Args('input', { type: () => MinimumWageInput, description: 'The row.' }) input: MinimumWageInput,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<MinimumWage, 'minimumWage'>> {
    return command.run({
      as: 'minimumWage',
      act: (tx) => this.service.add(tx, entryOf(input)),
      read: (tx, id) => this.found(tx, id),
    });
  }

  @Mutation(() => MinimumWagePayload, {
    description: `Corrects or confirms a minimum wage. Codes: NOT_FOUND, DAY_IS_FIXED, ${CODES}`,
  })
  @Requires(Permission.PARAMETERS_EDIT)
  changeMinimumWage(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the row.' }) id: string,
    @Args('input', { type: () => MinimumWageInput, description: 'The row as it is to be.' }) input: MinimumWageInput,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<MinimumWage, 'minimumWage'>> {
    return command.run({
      as: 'minimumWage',
      act: (tx) => this.service.change(tx, id, entryOf(input)),
      read: (tx, changed) => this.found(tx, changed),
    });
  }

  private async found(tx: Tx, id: string): Promise<MinimumWage | null> {
    const row = (await this.service.all(tx)).find((one) => one.id === id);
    return row === undefined ? null : wageOf(row);
  }
}

/** An amount that is none is out of range. */
const fenOf = (yuan: string): number => yuanToFen(yuan) ?? -1;

const entryOf = ({ monthly, hourly, source, publishedOn, ...rest }: MinimumWageInput) => ({
  ...rest,
  monthlyFen: fenOf(monthly),
  hourlyFen: fenOf(hourly),
  sourceDoc: source,
  publishedOn: publishedOn ?? null,
});

const wageOf = ({ monthlyFen, hourlyFen, sourceDoc, ...row }: MinimumWageEntry): MinimumWage =>
  Object.assign(new MinimumWage(), {
    ...row,
    monthly: moneyOf(monthlyFen),
    hourly: moneyOf(hourlyFen),
    source: sourceDoc,
  });
