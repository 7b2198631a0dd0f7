import { sessionHash } from '#platform/auth/sessions';
import type { TestCaller } from '#testing/api';

/** The key under which the database keeps a caller's session. Throws where she is not signed in. */
export function sessionKeyOf(caller: TestCaller): Buffer {
  const [, sid] = /(?:^|; )sid=([^;]+)/.exec(caller.cookie() ?? '') ?? [];
  if (sid === undefined) throw new Error('Nobody is signed in.');
  return sessionHash(sid);
}
