import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Client } from '#features/clients';
import { Placement } from '#features/placements';
import { InOperation } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { FollowUpReader } from './follow-up-reader';
import { FollowUpAnswersRepository } from './follow-up-answers.repository';
import { answersOf, followUpOf } from './graphql/follow-up.mapping';
import { FollowUp, FollowUpAnswers } from './graphql/follow-up.type';

/** A client's follow-ups, batched for a whole list. */
@Resolver(() => Client)
export class ClientFollowUpsResolver {
  constructor(private readonly reader: FollowUpReader) {}

  @ResolveField(() => [FollowUp], { description: 'Her follow-up milestones in order of due day.' })
  async milestones(@Parent() client: Client, @InOperation() operation: Operation): Promise<FollowUp[]> {
    const rows = await operation.load('milestones-of-client', client.id, (tx, ids) => this.reader.ofClients(tx, ids));
    return (rows ?? []).map(followUpOf);
  }
}

/** A placement's follow-ups, batched for a whole list. */
@Resolver(() => Placement)
export class PlacementFollowUpsResolver {
  constructor(private readonly reader: FollowUpReader) {}

  @ResolveField(() => [FollowUp], { description: 'Its follow-up milestones in order of due day.' })
  async milestones(@Parent() placement: Placement, @InOperation() operation: Operation): Promise<FollowUp[]> {
    const rows = await operation.load('milestones-of-placement', placement.id, (tx, ids) =>
      this.reader.ofPlacements(tx, ids),
    );
    return (rows ?? []).map(followUpOf);
  }
}

/** A follow-up's answers, batched for a whole list. */
@Resolver(() => FollowUp)
export class FollowUpAnswersResolver {
  constructor(private readonly repository: FollowUpAnswersRepository) {}

  @ResolveField(() => FollowUpAnswers, {
    nullable: true,
    description: 'What was answered to the work-related questions; null where nothing was.',
  })
  async answers(@Parent() milestone: FollowUp, @InOperation() operation: Operation): Promise<FollowUpAnswers | null> {
    const row = await operation.load('follow-up-answers', milestone.id, async (tx, ids) => {
      const rows = await this.repository.ofMilestones(tx, ids);
      return new Map(rows.map((one) => [one.milestoneId, one]));
    });
    return row === null ? null : answersOf(row);
  }
}
