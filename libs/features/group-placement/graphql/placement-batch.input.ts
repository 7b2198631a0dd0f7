import './batch-enums';
import { Field, InputType } from '@nestjs/graphql';
import { BatchStatus } from '#domain/group-placement/batch-lifecycle';
import { DateTimeScalar } from '#platform/graphql/scalars';

@InputType({ description: 'A new batch.' })
export class PlacementBatchInput {
  @Field(() => String, { description: 'What it is called, 1..80 characters; no name of a person.' })
  title!: string;

  @Field(() => DateTimeScalar, { description: 'Until then clients are added; in the future, within 90 days.' })
  cutoffAt!: Date;
}

@InputType({ description: 'Narrows the list of batches.' })
export class PlacementBatchFilter {
  @Field(() => [BatchStatus], { nullable: true, description: 'Only batches in one of these states.' })
  status?: BatchStatus[] | null;
}

@InputType({ description: 'Narrows the clients who may be added.' })
export class BatchCandidateFilter {
  @Field(() => String, { nullable: true, description: 'Only clients of this township, by its code.' })
  township?: string | null;
}
