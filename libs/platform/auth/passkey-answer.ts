import { z } from 'zod';

/** A browser's answer as far as we look at it ourselves; the signature is the library's business. */
export interface PasskeyAnswer {
  readonly credentialId: string;
  /** The challenge that it says it answers, base64url. */
  readonly challenge: string;
  /** The account that the passkey says it is for, base64url; null where the browser gave none. */
  readonly userHandle: string | null;
  /** The whole of it. */
  readonly response: Readonly<Record<string, unknown>>;
}

const LONGEST = 16_384;
const base64url = z.string().regex(/^[A-Za-z0-9_-]+$/);
const answers = z.looseObject({
  id: base64url.max(1_400),
  response: z.looseObject({ clientDataJSON: base64url, userHandle: z.string().nullish() }),
});
const clientData = z.looseObject({ challenge: base64url.max(200) });

/** Reads the JSON that a browser answered; null where it is none of WebAuthn's. */
export function readPasskeyAnswer(text: string): PasskeyAnswer | null {
  const answer = answers.safeParse(text.length > LONGEST ? null : jsonOf(text));
  if (!answer.success) return null;
  const { id, response } = answer.data;
  const client = clientData.safeParse(jsonOf(Buffer.from(response.clientDataJSON, 'base64url').toString('utf8')));
  if (!client.success) return null;
  return {
    credentialId: id,
    challenge: client.data.challenge,
    userHandle: response.userHandle ?? null,
    response: answer.data,
  };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}
