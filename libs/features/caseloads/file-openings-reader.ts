import { Injectable } from '@nestjs/common';
import type { Tx } from '#platform/database/transaction';
import { FileOpeningsRepository } from './file-openings.repository';
import { OpeningSentences, type ReadOpening } from './opening-sentences';

const MOST = 100;

/** Reads openings as far as the actor may see them. */
@Injectable()
export class FileOpeningsReader {
  constructor(
    private readonly openings: FileOpeningsRepository,
    private readonly sentences: OpeningSentences,
  ) {}

  /** Those that wait for a review first, then the latest; at most a hundred. */
  async list(tx: Tx): Promise<ReadOpening[]> {
    const rows = await this.openings.list(tx, MOST);
    return Promise.all(rows.map((row) => this.sentences.opened(tx, row)));
  }

  async byId(tx: Tx, id: string): Promise<ReadOpening | null> {
    const row = await this.openings.byId(tx, id);
    return row === null ? null : this.sentences.opened(tx, row);
  }
}
