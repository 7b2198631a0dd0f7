/** What the picture on a letter carries. */
export interface Letter {
  readonly login: string;
  /** Digits of the code; empty where the picture carries the login alone. */
  readonly code: string;
}

/**
 * Reads the part of the address behind # and takes it out of the address line and of the browser's history: it never
 * travels to the server, and nobody who takes the phone next can read it there.
 */
export function takeLetter(): Letter | null {
  const given = new URLSearchParams(window.location.hash.slice(1));
  const login = given.get('first');
  if (login === null) return null;
  window.history.replaceState(window.history.state, '', window.location.pathname + window.location.search);
  return { login, code: (given.get('code') ?? '').replace(/\D/g, '') };
}
