import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import { yuanToFen } from '#domain/common/money';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, type Command, type PayloadOf } from '#platform/graphql/command';
import { UuidScalar } from '#platform/graphql/scalars';
import { ContractTermsService } from './contract-terms.service';
import { ContractTermsInput } from './graphql/contract-terms.input';
import { placementOf } from './graphql/placement.mapping';
import { Placement, PlacementPayload } from './graphql/placement.type';
import { PlacementsReader } from './placements-reader';

/** What a signed contract says, taken down by the caseworker. */
@Resolver(() => Placement)
export class ContractTermsResolver {
  constructor(
    private readonly terms: ContractTermsService,
    private readonly reader: PlacementsReader,
  ) {}

  @Mutation(() => PlacementPayload, {
    description:
      'Takes down what the signed contract of a placement in one’s own caseload says; months that were checked are checked again. Codes: NOT_FOUND, STALE_VERSION, NOT_A_DATE, SIGNED_IN_FUTURE, PROBATION_BEFORE_START, OUT_OF_RANGE.',
  })
  @Requires(Permission.CONTRACT_RECORD)
  recordContractTerms(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the placement.' }) id: string,
    @Args('expectedVersion', { type: () => Int, description: 'Version that was read.' }) expectedVersion: number,
    @Args('input', { type: () => ContractTermsInput, description: 'What the paper says.' }) input: ContractTermsInput,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<Placement, 'placement'>> {
    const terms = {
      signedOn: input.signedOn ?? null,
      overtimeBaseFen: fenOrNull(input.overtimeBase),
      lowestSameJobFen: fenOrNull(input.lowestSameJob),
      payCycleDays: input.payCycleDays,
      probationEndOn: input.probationEndOn ?? null,
    };
    return command.run({
      as: 'placement',
      act: (tx) => this.terms.record(tx, id, expectedVersion, terms),
      read: async (tx, recorded) => {
        const row = await this.reader.byId(tx, recorded);
        return row === null ? null : placementOf(row);
      },
    });
  }
}

/** An amount that is none is out of range. */
const fenOrNull = (yuan: string | null | undefined): number | null =>
  yuan === null || yuan === undefined ? null : (yuanToFen(yuan) ?? -1);
