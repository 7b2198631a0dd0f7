import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

/** A mail as a reader has it. */
export interface ReceivedMail {
  readonly to: string;
  /** Decoded. */
  readonly subject: string;
}

/** A mail server over a real socket that keeps one mail per Message-ID, as providers and readers do. */
export interface Mailbox {
  readonly url: string;
  /** By Message-ID. */
  readonly mails: ReadonlyMap<string, ReceivedMail>;
  /** Every transmission, repetitions included. */
  transmissions(): number;
  /** Resolves when the next mail is in, before its sender knows. */
  nextTransmission(): Promise<void>;
  close(): Promise<void>;
}

/** Starts a mailbox that takes `delayMs` to answer each mail: it was received by then, and the sender does not know yet. */
export async function startMailbox(delayMs: number): Promise<Mailbox> {
  const mails = new Map<string, ReceivedMail>();
  let transmissions = 0;
  let onTransmission: () => void = () => undefined;
  const server = new SMTPServer({
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    onData: (stream, session, callback) => {
      text(stream).then(
        (message) => {
          transmissions += 1;
          const to = session.envelope.rcptTo.map(({ address }) => address).join();
          mails.set(header(message, 'Message-ID'), { to, subject: decoded(header(message, 'Subject')) });
          onTransmission();
          setTimeout(callback, delayMs);
        },
        (error: unknown) => callback(error instanceof Error ? error : new Error('The message broke off.')),
      );
    },
  });
  server.on('error', () => undefined); // a killed sender breaks its connection off: that is what is tested
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    mails,
    transmissions: () => transmissions,
    nextTransmission: () => new Promise((resolve) => (onTransmission = resolve)),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

function header(message: string, name: string): string {
  const unfolded = message.replace(/\r?\n[ \t]+/g, ' ');
  return new RegExp(`^${name}: (.*)$`, 'im').exec(unfolded)?.[1]?.trim() ?? '';
}

/** The words of a header that mail writes in letters of ASCII (RFC 2047). */
function decoded(text: string): string {
  const words = /=\?utf-8\?([bq])\?([^?]*)\?=(\s+(?==\?))?/gi;
  return text.replace(words, (_, kind: string, word: string) =>
    kind.toLowerCase() === 'b'
      ? Buffer.from(word, 'base64').toString('utf8')
      : Buffer.from(
          word
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/gi, (__, hex: string) => String.fromCharCode(parseInt(hex, 16))),
          'latin1',
        ).toString('utf8'),
  );
}
