import { Injectable } from '@nestjs/common';
import type { Role } from '#domain/common/role';
import type { SessionRecord } from '#platform/auth/session-record';
import { Clock } from '#platform/clock/clock';
import type { Viewer } from './graphql/viewer.type';

/** Shows a session to its holder. */
@Injectable()
export class ViewerReader {
  constructor(private readonly clock: Clock) {}

  /** The viewer that a session stands for. */
  viewerOf({ actor, ...shown }: SessionRecord): Viewer {
    const { accountId, clientId } = actor;
    return { accountId: accountId ?? '', role: actor.role as Role, today: this.clock.today(), clientId, ...shown };
  }
}
