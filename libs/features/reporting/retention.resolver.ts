import { Query, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Requires } from '#platform/auth/access.decorators';
import { InOperation } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { Retention } from './graphql/retention.type';
import { RetentionService, type FidelityLine, type RetentionFacts } from './retention.service';

/** Retention, placement and fidelity for the county's supervisor. */
@Resolver()
export class RetentionResolver {
  constructor(private readonly service: RetentionService) {}

  @Query(() => Retention, { name: 'retention', description: 'How long people stay at work, and how the office works.' })
  @Requires(Permission.COUNTY_READ)
  async ofCounty(@InOperation() operation: Operation): Promise<Retention> {
    return retentionOf(await operation.read((tx) => this.service.of(tx)));
  }
}

const lineOf = ({ item, count, of, figure }: FidelityLine) => ({
  item,
  count: count ?? null,
  of: of ?? null,
  figure: figure ?? null,
});

const curveOf = ({ points, ...curve }: RetentionFacts['sameEmployer']) => ({
  ...curve,
  points: points.map((point) => ({ ...point })),
});

const retentionOf = ({ retained, fidelity, ...facts }: RetentionFacts): Retention => ({
  ...facts,
  sameEmployer: curveOf(facts.sameEmployer),
  anyEmployment: curveOf(facts.anyEmployment),
  retained: retained.map((one) => ({ ...one })),
  onTime: { count: facts.onTime.count, of: facts.onTime.of },
  fidelity: fidelity.map(lineOf),
});
