import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Role } from '#domain/common/role';
import { PlacementsReader, PlacementsService } from '#features/placements';
import { Requires } from '#platform/auth/access.decorators';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { answeredCandidateOf } from './graphql/referral.mapping';
import { Candidate, CandidatePayload } from './graphql/referral.type';
import { ReferralsRepository } from './referrals.repository';

/** The number by which an enterprise's payroll knows a person who came by a referral. */
@Resolver(() => Candidate)
export class EmployeeNumberResolver {
  constructor(
    private readonly placements: PlacementsService,
    private readonly reader: PlacementsReader,
    private readonly repository: ReferralsRepository,
  ) {}

  @ResolveField(() => String, {
    nullable: true,
    description: 'Number of this employee in one’s own payroll; null before it is recorded.',
  })
  async employeeNumber(@Parent() { id }: Candidate, @InOperation() operation: Operation): Promise<string | null> {
    const placement = await operation.load('placementByReferral', id, (tx, ids) => this.reader.ofReferrals(tx, ids));
    return placement?.employeeNumber ?? null;
  }

  @Mutation(() => CandidatePayload, {
    description:
      'Records the number of an employee who came by this referral, as one’s own payroll has it; no name, no identity number. Codes: NOT_FOUND, WRONG_STATE, REQUIRED, TOO_LONG, NAME_NOT_ALLOWED, IDENTITY_NUMBER_NOT_ALLOWED, EMPLOYEE_NUMBER_TAKEN.',
  })
  @Requires(Permission.PAYROLL_DECLARE)
  recordEmployeeNumber(
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the referral.' }) id: string,
    @Args('employeeNumber', { type: () => String, description: 'Up to 64 characters.' }) employeeNumber: string,
    @Args('idempotencyKey', { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' })
    _key: string,
  ): Promise<PayloadOf<Candidate, 'candidate'>> {
    return command.run({
      as: 'candidate',
      act: (tx) => this.placements.recordEmployeeNumber(tx, id, employeeNumber),
      read: async (tx, referralId) => {
        const [row] = await this.repository.byIds(tx, [referralId]);
        return row === undefined ? null : answeredCandidateOf(row, Role.ENTERPRISE_HR);
      },
    });
  }
}
