import path from 'node:path';
import { Fault } from './fault.mjs';
import { root } from './paths.mjs';
import { whenReady } from './process-group.mjs';

/** Starts the mail catcher as a process of its own; gives the SMTP address and the address of its page. */
export async function startMailProcess({ group, home }) {
  const args = [path.join(root, 'tools/mail-catcher.mjs'), '--folder', path.join(home, 'mail')];
  const member = group.start('mail catcher', process.execPath, args, {
    cwd: root,
    env: process.env,
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    stage: 1,
    graceMs: 2000,
  });
  const { smtpPort, pagePort } = await whenReady(
    member,
    (how) => new Fault(`The mail catcher ended before it was ready (${how}).`),
  );
  return { smtpUrl: `smtp://127.0.0.1:${smtpPort}`, pageUrl: `http://localhost:${pagePort}/` };
}
