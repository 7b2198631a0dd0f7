import { Injectable } from '@nestjs/common';
import type { Operation } from '#platform/graphql/operation';
import { ClientReader, type ReadClient } from './client-reader';

/** The people of a list, read together; what a supervisor sees of them stands in each one's log (`loggedAs`). */
@Injectable()
export class ListedPeople {
  constructor(private readonly clients: ClientReader) {}

  /** One of them, or null where the reader may not see her. */
  find(operation: Operation, id: string): Promise<ReadClient | null> {
    return operation.load('client', id, (tx, ids) => this.clients.byIds(tx, ids));
  }
}
