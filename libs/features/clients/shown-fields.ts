import type { FieldMiddleware } from '@nestjs/graphql';
import { Role } from '#domain/common/role';
import { FieldGroup } from '#domain/consent/consent-codes';
import { DisclosuresRepository, type Shown } from '#features/consent';
import type { Tx } from '#platform/database/transaction';
import type { Operation } from '#platform/graphql/operation';

/** A client on her way to a reader, or something about one. */
interface Shows {
  readonly id: string;
  /** Whom it is about; a client is about herself. */
  readonly clientId?: string;
  /** Her whole file was opened, and that is on record. */
  readonly isNoted?: boolean;
}

const disclosures = new DisclosuresRepository();

/**
 * A field that a supervisor reads with a line in the client's log, whichever list or file it stands in: all that one
 * answer asks for at a time is written by one statement, and nothing of it is shown before that is committed. Her own
 * caseworker's reading leaves none.
 */
export const loggedAs =
  (fieldGroup: FieldGroup): FieldMiddleware<Shows, { readonly operation: Operation }> =>
  async ({ source, context: { operation } }, next) => {
    await noteShown(operation, source, fieldGroup);
    return next() as unknown;
  };

/** The same for what is shown by a field of its own. */
export async function noteShown(operation: Operation, source: Shows, fieldGroup: FieldGroup): Promise<void> {
  const { role, openedClients } = operation.member;
  const isNoted = openedClients !== undefined || (source.isNoted === true && fieldGroup !== FieldGroup.PAY);
  if (role !== Role.SUPERVISOR || isNoted) return;
  await operation.loadDisclosed('shown-fields', `${source.clientId ?? source.id} ${fieldGroup}`, noted);
}

async function noted(tx: Tx, looks: readonly string[]): Promise<ReadonlyMap<string, true>> {
  await disclosures.record(
    tx,
    looks.map((look): Shown => {
      const [clientId = '', fieldGroup] = look.split(' ');
      return { clientId, basis: { kind: 'CASE_WORK', clientId }, fieldGroup: fieldGroup as FieldGroup };
    }),
  );
  return new Map(looks.map((look) => [look, true]));
}
