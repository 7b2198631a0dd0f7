import path from 'node:path';
import { parseArgs } from 'node:util';
import { Fault } from '../lib/fault.mjs';
import { startMailCatcher } from '../lib/mail-catcher.mjs';
import { homeOf } from '../lib/settings.mjs';

function endpoint(name, text) {
  const found = /^(.+):(\d{1,5})$/.exec(text);
  if (found === null)
    throw new Fault(`--${name} is "${text}" but must be HOST:PORT, for instance 127.0.0.1:0 for any free port.`);
  return { host: found[1], port: Number(found[2]) };
}

/** Runs the mail catcher until it is told to end, or until the command that started it is gone. */
export async function main(args) {
  const { values } = parseArgs({
    args,
    options: {
      smtp: { type: 'string', default: '127.0.0.1:0' },
      page: { type: 'string', default: '127.0.0.1:0' },
      folder: { type: 'string', default: path.join(homeOf(), 'mail') },
    },
  });
  const catcher = await startMailCatcher({
    folder: values.folder,
    smtp: endpoint('smtp', values.smtp),
    page: endpoint('page', values.page),
  });
  const { smtpPort, pagePort } = catcher;
  console.log(JSON.stringify({ message: 'mail catcher listens', smtpPort, pagePort, folder: values.folder }));
  process.send?.({ type: 'ready', smtpPort, pagePort });
  await new Promise((resolve) => {
    for (const event of ['SIGINT', 'SIGTERM', 'SIGHUP', 'disconnect']) process.once(event, resolve);
  });
  await catcher.close();
  return 0;
}
