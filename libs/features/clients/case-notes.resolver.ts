import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { InOperation } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { CaseNotes, type ReadCaseNotes } from './case-notes';
import { CaseNotes as CaseNotesType } from './graphql/case-notes.type';
import { Client } from './graphql/client.type';

/** What stands in a client's file for those alone who look after her, or opened it for a reason. */
@Resolver(() => Client)
export class CaseNotesResolver {
  constructor(private readonly notes: CaseNotes) {}

  @ResolveField(() => CaseNotesType, {
    nullable: true,
    description: 'Eligibility, contacts and notes; null where they are not the reader’s to read.',
  })
  caseNotes(@Parent() client: Client, @InOperation() operation: Operation): Promise<ReadCaseNotes | null> {
    return operation.load('case-notes', client.id, (tx, ids) => this.notes.byClients(tx, ids));
  }
}
