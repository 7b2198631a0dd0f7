/** Why a provider's answer opens nothing: it says no or proves nothing; it is away or talks nonsense; its owner left. */
export type ProviderFault = 'refused' | 'unavailable' | 'left';

/** What a provider says when somebody closed its page or did not agree. */
const LEFT = new Set(['access_denied', 'login_required', 'interaction_required', 'consent_required']);
const AWAY = new Set(['server_error', 'temporarily_unavailable']);

/** Answers that cannot be read, or that never came. */
const UNREADABLE = new Set([
  'OAUTH_TIMEOUT',
  'OAUTH_ABORT',
  'OAUTH_PARSE_ERROR',
  'OAUTH_RESPONSE_IS_NOT_JSON',
  'OAUTH_RESPONSE_IS_NOT_CONFORM',
  'OAUTH_MISSING_SERVER_METADATA',
  'OAUTH_INVALID_SERVER_METADATA',
]);

/** What `fetch` says of a connection that was refused or broke; it has no code for it. */
const BROKEN_OFF = new Set(['fetch failed', 'terminated']);

interface Fault {
  readonly name: string;
  readonly code?: unknown;
  readonly error?: unknown;
  readonly status?: unknown;
}

/** What kind of fault the library's error stands for; null where it is none of the provider's: then it is ours. */
export function providerFaultOf(error: unknown): ProviderFault | null {
  if (!(error instanceof Error)) return null;
  const { name, code, error: said, status } = error as Fault;
  if (code === 'OAUTH_AUTHORIZATION_RESPONSE_ERROR') return saidAtDoor(String(said));
  if (code === 'OAUTH_RESPONSE_BODY_ERROR') return Number(status) >= 500 ? 'unavailable' : 'refused';
  if (typeof code === 'string' && UNREADABLE.has(code)) return 'unavailable';
  if (typeof code === 'string' && code.startsWith('OAUTH_')) return 'refused';
  if (name === 'TypeError') return BROKEN_OFF.has(error.message) ? 'unavailable' : null;
  return name === 'ClientError' ? 'unavailable' : null; // without a code: the connection broke while it was read
}

function saidAtDoor(said: string): ProviderFault {
  if (LEFT.has(said)) return 'left';
  return AWAY.has(said) ? 'unavailable' : 'refused';
}

/** The code of an error for the log, where it has one. */
export const codeOfFault = (error: unknown): string => {
  const { code } = (error instanceof Error ? error : {}) as Partial<Fault>;
  return typeof code === 'string' ? code : 'NO_CODE';
};
