// A process of its own, so that what it burns is not taken from whoever measures. Attacks until its time is over, then
// sends what it was answered: {sent, statuses, faults}.
import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { randomUUID } from 'node:crypto';
import { gzipSync } from 'node:zlib';

const [name, baseUrl, cookie, forMs] = process.argv.slice(2);
const { hostname, port } = new URL(baseUrl);
const AT_ONCE = 16;
const agent = new Agent({ keepAlive: true, maxSockets: AT_ONCE });
const told = { sent: 0, statuses: {}, faults: {} };
let endsAt = 0;
const isOver = () => Date.now() >= endsAt;
const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function count(kind, key) {
  told[kind][key] = (told[kind][key] ?? 0) + 1;
}

function post(path, headers, body) {
  told.sent += 1;
  return new Promise((resolve) => {
    const asked = request({ hostname, port, agent, path, method: 'POST', headers }, (answer) => {
      count('statuses', answer.statusCode);
      answer.resume();
      answer.on('end', resolve);
      answer.on('error', resolve);
    });
    asked.on('error', (error) => {
      count('faults', error.code ?? error.message);
      resolve();
    });
    asked.end(body);
  });
}

const JSON_TYPE = { 'content-type': 'application/json', cookie };
const ask = (query, variables) => post('/graphql', JSON_TYPE, JSON.stringify({ query, variables }));

/** Sends as fast as it is answered, over so many connections. */
const flood = (send, atOnce = AT_ONCE) =>
  Promise.all(
    Array.from({ length: atOnce }, async () => {
      while (!isOver()) await send();
    }),
  );

/** Opens so many connections, says something on each from time to time, and opens a new one for each that is closed. */
async function hold(connections, hello, drip) {
  const open = () =>
    new Promise((resolve) => {
      told.sent += 1;
      const socket = connect(Number(port), hostname, () => socket.write(hello));
      const timer = setInterval(() => socket.write(drip), 500);
      socket.on('data', (data) => {
        const status = /^HTTP\/1\.1 (\d+)/.exec(data.toString('latin1'))?.[1];
        if (status !== undefined) count('statuses', status);
      });
      socket.on('error', (error) => count('faults', error.code ?? error.message));
      const leaving = setInterval(() => isOver() && socket.destroy(), 100);
      socket.on('close', () => {
        clearInterval(timer);
        clearInterval(leaving);
        resolve();
      });
    });
  await Promise.all(
    Array.from({ length: connections }, async () => {
      while (!isOver()) {
        await open();
        await pause(10);
      }
    }),
  );
}

const deep = `{ ${'a{'.repeat(10_000)}a${'}'.repeat(10_000)} }`;
const tokens = `{ ${'__typename '.repeat(5_900)} }`;
const aliases = `{ ${Array.from({ length: 3_000 }, (_, i) => `x${i}: __typename`).join(' ')} }`;
const directives = `{ __typename ${'@include(if: true) '.repeat(3_000)} }`;
const circle = `{ viewer { ...A } } fragment A on Viewer { ...B } fragment B on Viewer { ...A }`;
const pages = '{ clients(first: 100) { edges { node { id fileNumber referrals { id status } } } } }';
const batch = `[${Array.from({ length: 500 }, () => '{"query":"{ viewer { role } }"}').join(',')}]`;
const nested = `{"query":"{__typename}","variables":${'['.repeat(30_000)}${']'.repeat(30_000)}}`;
const big = Buffer.alloc(5_000_000, 'a');
const headersOf = (path, more) => `POST ${path} HTTP/1.1\r\nHost: ${hostname}:${port}\r\n${more}`;
const listen = `GET /live HTTP/1.1\r\nHost: ${hostname}:${port}\r\nCookie: ${cookie}\r\n\r\n`;

const ATTACKS = {
  'documents 10,000 levels deep': () => flood(() => ask(deep)),
  'a flood of tokens': () => flood(() => ask(tokens)),
  'a flood of aliases': () => flood(() => ask(aliases)),
  'a flood of directives': () => flood(() => ask(directives)),
  'fragments in a circle': () => flood(() => ask(circle)),
  'the largest pages that are answered': () => flood(() => ask(pages), 4),
  'gzip bombs': () => {
    const bomb = gzipSync(Buffer.alloc(5_000_000, '['));
    return flood(() => post('/graphql', { ...JSON_TYPE, 'content-encoding': 'gzip' }, bomb));
  },
  'batches of 500': () => flood(() => post('/graphql', JSON_TYPE, batch)),
  'JSON 30,000 levels deep': () => flood(() => post('/graphql', JSON_TYPE, nested)),
  'bodies of 5 MB': () => flood(() => post('/graphql', JSON_TYPE, big)),
  'guessed ids': () => flood(() => ask('query ($id: ID!) { client(id: $id) { id fileNumber } }', { id: randomUUID() })),
  'a flood of sign-ins': () =>
    flood(() =>
      ask(
        'mutation ($login: String!, $password: String!) { signIn(login: $login, password: $password) { userErrors { code } } }',
        { login: `somebody-${randomUUID()}`, password: 'not the password of anybody' },
      ),
    ),
  'uploads by strangers': () =>
    flood(() => post('/files', { 'content-type': 'multipart/form-data; boundary=x' }, big), 4),
  'bodies that come byte by byte': () =>
    hold(300, headersOf('/graphql', 'Content-Type: application/json\r\nContent-Length: 60000\r\n\r\n{'), ' '),
  'headers that come line by line': () => hold(300, headersOf('/graphql', ''), 'X-More: 1\r\n'),
  'connections that say nothing': () => hold(500, '', ''),
  'a flood of live streams': () => hold(300, listen, ''),
};

endsAt = Date.now() + Number(forMs);
await ATTACKS[name]();
agent.destroy();
process.send(told, () => process.exit(0));
