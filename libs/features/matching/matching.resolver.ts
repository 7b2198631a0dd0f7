import { Args, ID, Int, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Permission } from '#domain/common/permission';
import { Client, clientOf, ClientReader } from '#features/clients';
import { certificateOf, skillOf } from '#features/parameters';
import { Position, positionOf, PositionsReader } from '#features/positions';
import { sessionOf, SessionsReader } from '#features/training';
import { Requires } from '#platform/auth/access.decorators';
import { AppError } from '#platform/auth/app-error';
import { InOperation } from '#platform/graphql/command';
import { pageRequest } from '#platform/graphql/connection';
import type { Operation } from '#platform/graphql/operation';
import { figuresOf } from '#platform/graphql/user-error';
import { AnswerRate, ClientMatch, Match, MissingQualification } from './graphql/match.type';
import { MatchingService, missingOf, type JudgedMatch } from './matching.service';

const shown = <T extends object>(target: T, { parts, hardChecks, ...match }: JudgedMatch): T =>
  Object.assign(target, match, {
    missing: missingOf({ hardChecks }),
    parts: parts.map((part) => ({ ...part, figures: figuresOf(part.figures) })),
    hardChecks: hardChecks.map((check) => ({ ...check, figures: figuresOf(check.figures) })),
  });

/** Ranked positions for a client. */
@Resolver(() => Match)
export class MatchResolver {
  constructor(
    private readonly matching: MatchingService,
    private readonly positions: PositionsReader,
    private readonly sessions: SessionsReader,
  ) {}

  @Query(() => [Match], {
    description:
      'Open positions that pass every hard check, best first, ties by id. Where the person objects to ranking: the plain list in order of title.',
  })
  @Requires(Permission.MATCH_READ)
  matchesForClient(
    @InOperation() operation: Operation,
    @Args('clientId', { type: () => ID, description: 'Id of the client.' }) clientId: string,
    @Args('first', { type: () => Int, nullable: true, description: 'How many, 1..100; 20 unless told.' })
    first?: number,
  ): Promise<Match[]> {
    const { limit } = pageRequest(first, null);
    return operation.read(async (tx) =>
      (await this.matching.forClient(tx, clientId, limit)).map((one) => shown(new Match(), one)),
    );
  }

  @Query(() => [Match], {
    description: 'Open positions that fail at least one hard check, best first: one step short.',
  })
  @Requires(Permission.MATCH_READ)
  nearMissesForClient(
    @InOperation() operation: Operation,
    @Args('clientId', { type: () => ID, description: 'Id of the client.' }) clientId: string,
    @Args('first', { type: () => Int, nullable: true, description: 'How many, 1..100; 20 unless told.' })
    first?: number,
  ): Promise<Match[]> {
    const { limit } = pageRequest(first, null);
    return operation.read(async (tx) =>
      (await this.matching.nearMissesForClient(tx, clientId, limit)).map((one) => shown(new Match(), one)),
    );
  }

  @Query(() => Match, {
    nullable: true,
    description:
      'One client and one position, whatever its state: why, every reason why not, and what would change it. Null where either is not visible.',
  })
  @Requires(Permission.MATCH_READ)
  explainMatch(
    @InOperation() operation: Operation,
    @Args('clientId', { type: () => ID, description: 'Id of the client.' }) clientId: string,
    @Args('positionId', { type: () => ID, description: 'Id of the position.' }) positionId: string,
  ): Promise<Match | null> {
    return operation.read(async (tx) => {
      const match = await this.matching.scoreOf(tx, clientId, positionId);
      return match === null ? null : shown(new Match(), match);
    });
  }

  @ResolveField(() => [MissingQualification], {
    description: 'Skills and certificates that the client lacks for it, each with the next session that teaches it.',
  })
  missingQualifications(@Parent() match: Match, @InOperation() operation: Operation): Promise<MissingQualification[]> {
    return Promise.all(
      match.missing.map(async ({ check, code }) => {
        const row = await operation.load('session-teaching', code, (tx, codes) =>
          this.sessions.nextTeaching(tx, codes),
        );
        const qualification = check === 'CERTIFICATES' ? certificateOf(code) : skillOf(code);
        return { check, qualification, nextSession: row === null ? null : sessionOf(row) };
      }),
    );
  }

  @ResolveField(() => Position, { description: 'The position.' })
  async position(@Parent() match: Match, @InOperation() operation: Operation): Promise<Position> {
    const row = await operation.load('position', match.positionId, (tx, ids) => this.positions.byIds(tx, ids));
    if (row === null) throw new AppError('FORBIDDEN');
    return positionOf(row);
  }

  @ResolveField(() => AnswerRate, { description: 'How the enterprise answered lately; beside the score, never in it.' })
  async answerRate(@Parent() match: Match, @InOperation() operation: Operation): Promise<AnswerRate> {
    const position = await operation.load('position', match.positionId, (tx, ids) => this.positions.byIds(tx, ids));
    const rate = await operation.load('answer-rate', position?.organisationId ?? '', (tx, ids) =>
      this.matching.answerRates(
        tx,
        ids.filter((id) => id !== ''),
      ),
    );
    return rate ?? { answered: 0, due: 0 };
  }
}

/** Ranked clients for a position. */
@Resolver(() => ClientMatch)
export class ClientMatchResolver {
  constructor(
    private readonly matching: MatchingService,
    private readonly clients: ClientReader,
  ) {}

  @Query(() => [ClientMatch], {
    description: 'Clients whom the position suits, best first: of one’s own caseload, or of the team.',
  })
  @Requires(Permission.MATCH_READ)
  matchesForPosition(
    @InOperation() operation: Operation,
    @Args('positionId', { type: () => ID, description: 'Id of the position.' }) positionId: string,
    @Args('first', { type: () => Int, nullable: true, description: 'How many, 1..100; 20 unless told.' })
    first?: number,
  ): Promise<ClientMatch[]> {
    const { limit } = pageRequest(first, null);
    return operation.read(async (tx) =>
      (await this.matching.forPosition(tx, positionId, limit)).map((one) => shown(new ClientMatch(), one)),
    );
  }

  @Query(() => AnswerRate, { description: 'One’s own answers in the last 90 days.' })
  @Requires(Permission.CANDIDATE_READ)
  enterpriseAnswerRate(@InOperation() operation: Operation): Promise<AnswerRate> {
    return operation.read((tx) => this.matching.countyAnswerRate(tx)); // row-level security shows an enterprise its own only
  }

  @ResolveField(() => Client, { description: 'The client.' })
  async client(@Parent() match: ClientMatch, @InOperation() operation: Operation): Promise<Client> {
    const row = await operation.load('client', match.clientId, (tx, ids) => this.clients.byIds(tx, ids));
    if (row === null) throw new AppError('FORBIDDEN');
    return clientOf(row);
  }
}
