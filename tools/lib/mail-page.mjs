import fs from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { readMessage } from './mail-message.mjs';

const SHOWN = 200;
const FILE_NAME = /^[\dTZ.-]+-[0-9a-f]+\.eml$/;
const LOCAL_NAMES = new Set(['localhost', '127.0.0.1', '[::1]']);
const STYLE =
  'body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem}table{border-collapse:collapse;width:100%}td,th{text-align:left;padding:.4rem;border-bottom:1px solid #ccc}pre{white-space:pre-wrap}';

const escaped = (text) => text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0)};`);

function page(title, content) {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escaped(title)}</title><style>${STYLE}</style><h1>${escaped(title)}</h1>${content}</html>`;
}

function row(folder, name) {
  const { date, to, subject } = readMessage(fs.readFileSync(path.join(folder, name)));
  const cells = [date, to].map((text) => `<td>${escaped(text)}</td>`).join('');
  return `<tr>${cells}<td><a href="/${name}">${escaped(subject || '(no subject)')}</a></td></tr>`;
}

function listPage(folder) {
  const names = fs
    .readdirSync(folder)
    .filter((name) => FILE_NAME.test(name))
    .sort()
    .reverse();
  const rows = names
    .slice(0, SHOWN)
    .map((name) => row(folder, name))
    .join('');
  const head = '<tr><th>Date</th><th>To</th><th>Subject</th></tr>';
  return page(`Mail caught: ${names.length}`, `<p>These messages went nowhere else.</p><table>${head}${rows}</table>`);
}

function messagePage(folder, name) {
  const { from, to, subject, date, text } = readMessage(fs.readFileSync(path.join(folder, name)));
  const lines = [`From: ${from}`, `To: ${to}`, `Date: ${date}`].map((line) => `<div>${escaped(line)}</div>`).join('');
  return page(subject || '(no subject)', `<p><a href="/">All mail</a></p>${lines}<pre>${escaped(text)}</pre>`);
}

function answerFor(folder, request) {
  const { hostname, pathname } = new URL(request.url ?? '/', `http://${request.headers.host ?? 'unknown'}`);
  // A name of somebody else that leads to this machine would let their page read the mail.
  if (!LOCAL_NAMES.has(hostname)) return { status: 403, body: page('Only from this machine', '') };
  if (pathname === '/') return { status: 200, body: listPage(folder) };
  const name = pathname.slice(1);
  const isThere = FILE_NAME.test(name) && fs.existsSync(path.join(folder, name));
  return isThere
    ? { status: 200, body: messagePage(folder, name) }
    : { status: 404, body: page('No such message', '') };
}

/** A page for demonstrations that lists and shows the caught messages. */
export function mailPage(folder) {
  return http.createServer((request, response) => {
    const { status, body } = answerFor(folder, request);
    response.writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'",
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    });
    response.end(body);
  });
}
