import type { CDPSession } from 'playwright-core';
import type { Seat } from './browser';

/** A device with a finger sensor in the browser, as Chromium plays it. */
export async function withFingerSensor({ context, page }: Seat): Promise<CDPSession> {
  const session = await context.newCDPSession(page);
  context.setDefaultTimeout(60_000); // the browser and its authenticator take their time on a busy machine
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return session;
}
