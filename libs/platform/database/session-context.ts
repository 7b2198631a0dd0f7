import type { Actor } from '#domain/common/actor';
import { dayOf } from '#domain/common/day';

const SAFE = /^[A-Za-z0-9:._-]{0,80}$/;

/**
 * The statement that begins a transaction and tells PostgreSQL who acts and what time it is, in one round trip. Values
 * are ids, role names and instants only, and anything else is refused: the simple protocol takes no parameters.
 */
export function beginStatement(
  actor: Actor,
  now: Date,
  { readOnly, timeoutMs }: { readonly readOnly: boolean; readonly timeoutMs: number },
): string {
  const context: Record<string, string> = {
    'app.county': actor.countyId,
    'app.role': actor.role,
    'app.account': actor.accountId ?? '',
    'app.membership': actor.membershipId ?? '',
    'app.organisation': actor.organisationId ?? '',
    'app.client': actor.clientId ?? '',
    'app.opened': actor.openedClients?.[0] ?? '',
    'app.now': now.toISOString(),
    'app.today': dayOf(now),
  };
  const settings = Object.entries(context).map(([name, value]) => {
    if (!SAFE.test(value)) throw new Error(`unsafe value for ${name}`);
    return `set_config('${name}', '${value}', true)`;
  });
  const mode = readOnly ? 'read only' : 'read write';
  return `begin ${mode}; select ${settings.join(', ')}, set_config('statement_timeout', '${Math.trunc(timeoutMs)}', true)`;
}
