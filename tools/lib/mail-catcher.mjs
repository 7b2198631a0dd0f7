import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { SMTPServer } from 'smtp-server';
import { mailPage } from './mail-page.mjs';

const LARGEST_BYTES = 20 * 1024 * 1024;

function fileName() {
  const timestamp = new Date().toISOString().replaceAll(':', '-');
  return `${timestamp}-${randomBytes(6).toString('hex')}.eml`;
}

/** Keeps a message as it came, byte for byte; a reader of the folder sees the whole file or none. */
async function keep(folder, stream) {
  const name = fileName();
  const draft = path.join(folder, `.${name}.draft`);
  await pipeline(stream, fs.createWriteStream(draft, { mode: 0o600 }));
  if (stream.sizeExceeded) {
    fs.rmSync(draft);
    throw Object.assign(new Error('The message is larger than 20 MiB'), { responseCode: 552 });
  }
  fs.renameSync(draft, path.join(folder, name));
  return name;
}

function smtpServer(folder) {
  return new SMTPServer({
    size: LARGEST_BYTES,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData: (stream, session, callback) =>
      keep(folder, stream).then((name) => callback(null, `kept as ${name}`), callback),
  });
}

function listen(server, { host, port }) {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      resolve();
    });
  });
}

/** Catches every mail as an .eml file in `folder`; gives the ports it took (asked for as 0: any) and a way to end. */
export async function startMailCatcher({ folder, smtp, page }) {
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 });
  const mail = smtpServer(folder);
  const web = mailPage(folder);
  await Promise.all([listen(mail, smtp), listen(web, page)]);
  // A client that breaks off is no trouble of ours.
  mail.on('error', (error) => console.error(`mail catcher: ${error.message}`));
  const close = async () => {
    web.closeAllConnections();
    await Promise.all([new Promise((resolve) => mail.close(resolve)), new Promise((resolve) => web.close(resolve))]);
  };
  return { smtpPort: mail.server.address().port, pagePort: web.address().port, close };
}
