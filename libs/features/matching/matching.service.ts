import { Injectable } from '@nestjs/common';
import type { HardCheck, HardCheckName } from '#domain/matching/hard-checks';
import type { ScorePart } from '#domain/matching/score-parts';
import { ClientReader } from '#features/clients';
import type { Tx } from '#platform/database/transaction';
import { checksOf, partsOf } from './match-view';
import { MatchingRepository, type MatchRow } from './matching.repository';
import { PositionRanking } from './position-ranking';

/** A client and a position, judged. */
export interface JudgedMatch {
  readonly clientId: string;
  readonly positionId: string;
  readonly score: number;
  readonly parts: readonly ScorePart[];
  readonly hardChecks: readonly HardCheck[];
  readonly feasible: boolean;
  readonly travelMinutes: number | null;
}

/** Answers in time, of those that were due. */
export interface AnswerRateFigures {
  readonly answered: number;
  readonly due: number;
}

/** Ranks positions for clients and clients for positions; nobody who objects is ranked. */
@Injectable()
export class MatchingService {
  constructor(
    private readonly matches: MatchingRepository,
    private readonly clients: ClientReader,
    private readonly ranking: PositionRanking,
  ) {}

  /** Open positions that pass every check, best first. Who objects to ranking gets the plain list: score 0, no parts. */
  async forClient(tx: Tx, clientId: string, first: number): Promise<JudgedMatch[]> {
    const client = await this.clients.byId(tx, clientId);
    if (client === null) return [];
    if (!client.objectsToRanking)
      return (await this.ranking.forClient(tx, clientId, { isFeasible: true, first })).map(judgedOf);
    const plain = await this.matches.plainForClient(tx, clientId, first);
    return plain.map((row) => ({ ...judgedOf(row), score: 0, parts: [] }));
  }

  /** Open positions that fail at least one check, best first; none for who objects to ranking. */
  async nearMissesForClient(tx: Tx, clientId: string, first: number): Promise<JudgedMatch[]> {
    if ((await this.clients.byId(tx, clientId)) === null) return [];
    return (await this.ranking.forClient(tx, clientId, { isFeasible: false, first })).map(judgedOf);
  }

  /** The visible clients whom a position suits, best first. */
  async forPosition(tx: Tx, positionId: string, first: number): Promise<JudgedMatch[]> {
    return (await this.matches.forPosition(tx, positionId, first)).map(judgedOf);
  }

  /** One pair, or null where client or position is not visible. Who objects to ranking has no score here either. */
  async scoreOf(tx: Tx, clientId: string, positionId: string): Promise<JudgedMatch | null> {
    const row = await this.matches.pair(tx, clientId, positionId);
    if (row === null) return null;
    return row.objects ? { ...judgedOf(row), score: 0, parts: [] } : judgedOf(row);
  }

  /** Answer rates of these enterprises, by enterprise; nothing was due where one is missing. */
  async answerRates(tx: Tx, organisationIds: readonly string[]): Promise<ReadonlyMap<string, AnswerRateFigures>> {
    const rows = await this.matches.answerRates(tx, organisationIds);
    return new Map(rows.map(({ organisationId, answered, due }) => [organisationId, { answered, due }]));
  }

  /** The answers of all enterprises that the actor sees. */
  async countyAnswerRate(tx: Tx): Promise<AnswerRateFigures> {
    const rows = await this.matches.answerRates(tx, null);
    return rows.reduce((sum, row) => ({ answered: sum.answered + row.answered, due: sum.due + row.due }), {
      answered: 0,
      due: 0,
    });
  }
}

/** What the client lacks for this position, by the check that fails for want of it. */
export const missingOf = ({ hardChecks }: Pick<JudgedMatch, 'hardChecks'>): { check: HardCheckName; code: string }[] =>
  hardChecks
    .filter(({ name, passed }) => !passed && (name === 'SKILLS' || name === 'CERTIFICATES'))
    .flatMap(({ name, figures }) =>
      String(figures['missing'] ?? '')
        .split(',')
        .filter((code) => code !== '')
        .map((code) => ({ check: name, code })),
    );

const judgedOf = (row: MatchRow): JudgedMatch => ({
  clientId: row.client_id,
  positionId: row.position_id,
  score: row.score,
  parts: partsOf(row),
  hardChecks: checksOf(row),
  feasible: row.feasible,
  travelMinutes: row.minutes,
});
