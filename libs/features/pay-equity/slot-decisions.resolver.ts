import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { OrganisationReader, organisationOf } from '#features/organisations';
import { Requires } from '#platform/auth/access.decorators';
import type { Tx } from '#platform/database/transaction';
import { InCommand, InOperation, type Command, type PayloadOf } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { UuidScalar } from '#platform/graphql/scalars';
import { SlotDecision, SlotDecisionPayload } from './graphql/slot-decision.type';
import { SlotDecisionsService } from './slot-decisions.service';

const KEY = { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' } as const;
const ENTERPRISE = { type: () => ID, description: 'Id of the enterprise.' } as const;

/** A supervisor's decisions about new slots. */
@Resolver(() => SlotDecision)
export class SlotDecisionsResolver {
  constructor(
    private readonly service: SlotDecisionsService,
    private readonly organisations: OrganisationReader,
  ) {}

  @Query(() => [SlotDecision], {
    description:
      'Enterprises with three confirmed findings in six months or a critical one without remedy, and the suspended.',
  })
  @Requires(Permission.PAY_FINDING_DECIDE)
  slotDecisions(@InOperation() operation: Operation): Promise<SlotDecision[]> {
    return operation.read((tx) => this.list(tx));
  }

  @Mutation(() => SlotDecisionPayload, {
    description: 'Takes no new slots of an enterprise; who works there stays. Codes: NOT_FOUND, WRONG_STATE.',
  })
  @Requires(Permission.PAY_FINDING_DECIDE)
  suspendNewSlots(
    @InCommand() command: Command,
    @Args('organisationId', ENTERPRISE) organisationId: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<PayloadOf<SlotDecision, 'slotDecision'>> {
    return this.run(command, (tx) => this.service.suspend(tx, organisationId));
  }

  @Mutation(() => SlotDecisionPayload, { description: 'Takes new slots of an enterprise again. Codes: WRONG_STATE.' })
  @Requires(Permission.PAY_FINDING_DECIDE)
  resumeNewSlots(
    @InCommand() command: Command,
    @Args('organisationId', ENTERPRISE) organisationId: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<PayloadOf<SlotDecision, 'slotDecision'>> {
    return this.run(command, (tx) => this.service.resume(tx, organisationId));
  }

  private run(
    command: Command,
    act: Parameters<Command['run']>[0]['act'],
  ): Promise<PayloadOf<SlotDecision, 'slotDecision'>> {
    const read = async (tx: Tx, id: string) =>
      (await this.list(tx)).find(({ enterprise }) => enterprise.id === id) ?? null;
    return command.run({ as: 'slotDecision', act, read });
  }

  private async list(tx: Tx): Promise<SlotDecision[]> {
    const rows = await this.service.list(tx);
    const known = await this.organisations.byIds(
      tx,
      rows.map(({ organisationId }) => organisationId),
    );
    return rows.flatMap(({ organisationId, ...rest }) => {
      const enterprise = known.get(organisationId);
      return enterprise === undefined ? [] : [{ enterprise: organisationOf(enterprise), ...rest }];
    });
  }
}
