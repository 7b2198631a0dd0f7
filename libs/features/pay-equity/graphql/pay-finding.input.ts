import { Field, InputType } from '@nestjs/graphql';
import { PayFindingStatus } from '#domain/pay-equity/finding-lifecycle';

@InputType({ description: 'Which findings to list; what is absent does not filter.' })
export class PayFindingFilter {
  @Field(() => String, { nullable: true, description: 'Month YYYY-MM.' })
  period?: string | null;

  @Field(() => [PayFindingStatus], { nullable: true, description: 'Only findings in one of these states.' })
  status?: PayFindingStatus[] | null;
}
