import type {
  PublicKeyCredentialCreationOptionsJSON,
  PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';

/** Why passkeys cannot be used here; null = they can. */
export type NoPasskeys = 'ip-address' | 'browser' | null;

/** Browsers offer passkeys under a name and over a safe connection only. */
export function noPasskeys(): NoPasskeys {
  const { hostname } = window.location;
  if (/^[\d.]+$/.test(hostname) || hostname.startsWith('[')) return 'ip-address';
  return typeof window.PublicKeyCredential === 'function' ? null : 'browser';
}

/** What became of it; `left` = she closed the browser's question, or no passkey fits. */
export type PasskeyResult = { readonly kind: 'answered'; readonly answer: string } | { readonly kind: 'left' };

/** Asks the browser for a passkey, as the server's request says. The code for it is loaded only now. */
export async function askPasskeyFor(request: string): Promise<PasskeyResult> {
  const { startAuthentication } = await import('@simplewebauthn/browser');
  const optionsJSON = JSON.parse(request) as PublicKeyCredentialRequestOptionsJSON;
  return settled(() => startAuthentication({ optionsJSON }));
}

/** Asks the browser to make a passkey. */
export async function makePasskeyFor(request: string): Promise<PasskeyResult> {
  const { startRegistration } = await import('@simplewebauthn/browser');
  const optionsJSON = JSON.parse(request) as PublicKeyCredentialCreationOptionsJSON;
  return settled(() => startRegistration({ optionsJSON }));
}

async function settled(ask: () => Promise<object>): Promise<PasskeyResult> {
  try {
    return { kind: 'answered', answer: JSON.stringify(await ask()) };
  } catch (error) {
    // The browser does not tell why: she may have closed it, waited too long, or have no passkey for this place.
    if (error instanceof Error) return { kind: 'left' };
    throw error;
  }
}
