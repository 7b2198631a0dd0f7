import type { Actor } from '#domain/common/actor';
import type { Day } from '#domain/common/day';

const SAFE = /^[A-Za-z0-9:._-]{0,80}$/;

/**
 * The statement that begins a transaction and tells PostgreSQL who acts, in one round trip. Values are ids and role
 * names only, and anything else is refused: the simple protocol takes no parameters.
 */
export function beginStatement(
  actor: Actor,
  today: Day,
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
    'app.today': today,
  };
  const settings = Object.entries(context).map(([name, value]) => {
    if (!SAFE.test(value)) throw new Error(`unsafe value for ${name}`);
    return `set_config('${name}', '${value}', true)`;
  });
  const mode = readOnly ? 'read only' : 'read write';
  return `begin ${mode}; select ${settings.join(', ')}, set_config('statement_timeout', '${Math.trunc(timeoutMs)}', true)`;
}
