import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { Viewer } from '#features/users';
import { InOperation } from '#platform/graphql/command';
import type { Operation } from '#platform/graphql/operation';
import { ClientReader } from './client-reader';

/** A client's own name stands only in her encrypted file: it is opened here for the greeting. */
@Resolver(() => Viewer)
export class ViewerNameResolver {
  constructor(private readonly reader: ClientReader) {}

  @ResolveField(() => String, { description: 'Name to greet the person by.' })
  async displayName(@Parent() viewer: Viewer, @InOperation() operation: Operation): Promise<string> {
    const { clientId } = viewer;
    // On a remembered phone her name waits for the digits, like everything about her.
    const isHidden = operation.session?.phone?.isLocked === true;
    if (clientId === null || operation.actor === null || isHidden) return viewer.displayName;
    const client = await operation.read((tx) => this.reader.byId(tx, clientId));
    return client?.name ?? viewer.displayName;
  }
}
