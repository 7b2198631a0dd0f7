import { Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InOperation } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { ConsentReader } from './consent-reader';
import { ConsentReviewsService } from './consent-reviews.service';
import { ConsentGrant } from './graphql/consent.type';
import { ConsentReview } from './graphql/consent-review.type';

/** The sample of recorded consents, as a supervisor reads it. */
@Resolver(() => ConsentReview)
export class ConsentReviewsResolver {
  constructor(
    private readonly reviews: ConsentReviewsService,
    private readonly reader: ConsentReader,
  ) {}

  @Query(() => [ConsentReview], {
    description: 'Recorded consents of the sample that nobody has looked at yet, the oldest above; never one’s own.',
  })
  @Requires(Permission.CONSENT_REVIEW)
  consentReviews(@InOperation() operation: Operation): Promise<ConsentReview[]> {
    return operation.read((tx) => this.reviews.open(tx));
  }

  @ResolveField(() => ConsentGrant, { nullable: true, description: 'The consent; null where it is not visible.' })
  grant(@Parent() { grantId }: ConsentReview, @InOperation() operation: Operation): Promise<ConsentGrant | null> {
    return operation.load('consent', grantId, (tx, ids) => this.reader.byIds(tx, ids));
  }
}
