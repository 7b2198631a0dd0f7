// A sign-in provider (npm oidc-provider) as a process of its own, and in front of it somebody who spoils its tokens when
// told to. Sends {issuer}, then waits for {redirectUri}; {mode} says how the next answers are spoilt. Answers {done}.
import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const CLIENT_ID = process.env.OIDC_CLIENT_ID;
const CLIENT_SECRET = process.env.OIDC_CLIENT_SECRET;
const HOUR = 3_600;

const newKey = () => {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2_048 });
  return { ...privateKey.export({ format: 'jwk' }), kid: 'the-key', alg: 'RS256', use: 'sig' };
};
const key = newKey();
const anotherKey = newKey();

let mode = 'honest';
let issuer = '';
let provider;

const encode = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const decode = (part) => JSON.parse(Buffer.from(part, 'base64url').toString());
const nowSeconds = () => Math.floor(Date.now() / 1_000);

function signedBy(jwk, claims, header = { alg: 'RS256', kid: 'the-key' }) {
  const text = `${encode(header)}.${encode(claims)}`;
  const signature = sign('sha256', Buffer.from(text), createPrivateKey({ key: jwk, format: 'jwk' }));
  return `${text}.${signature.toString('base64url')}`;
}

const SPOILT = {
  nonce: (claims) => signedBy(key, { ...claims, nonce: 'another-nonce' }),
  audience: (claims) => signedBy(key, { ...claims, aud: 'another-client' }),
  issuer: (claims) => signedBy(key, { ...claims, iss: 'http://127.0.0.1:1' }),
  expired: (claims) => signedBy(key, { ...claims, iat: claims.iat - HOUR, exp: nowSeconds() - 60 }),
  stale: (claims) => signedBy(key, { ...claims, auth_time: nowSeconds() - 600 }),
  'no time of sign-in': ({ auth_time: _, ...claims }) => signedBy(key, claims),
  'another key': (claims) => signedBy(anotherKey, claims),
  'no signature': (claims) => `${encode({ alg: 'none' })}.${encode(claims)}.`,
  'a shared secret': (claims) => signedBy(key, claims, { alg: 'HS256', kid: 'the-key' }),
  'another subject': (claims, token) => {
    const [header, , signature] = token.split('.');
    return `${header}.${encode({ ...claims, sub: 'somebody-else' })}.${signature}`;
  },
  'amr otp': (claims) => signedBy(key, { ...claims, amr: ['pwd', 'otp'] }),
  'amr pwd': (claims) => signedBy(key, { ...claims, amr: ['pwd'] }),
  'acr gold': (claims) => signedBy(key, { ...claims, acr: 'urn:gold' }),
};

function spoil(body) {
  const answer = JSON.parse(body);
  const change = SPOILT[mode];
  if (change === undefined || answer.id_token === undefined) return body;
  return JSON.stringify({ ...answer, id_token: change(decode(answer.id_token.split('.')[1]), answer.id_token) });
}

/** Lets the provider answer, and changes what it says before anybody hears it. */
function answerSpoilt(request, response) {
  const parts = [];
  const { end } = response;
  response.write = (chunk) => parts.push(Buffer.from(chunk));
  response.end = (chunk) => {
    if (chunk) parts.push(Buffer.from(chunk));
    const body = spoil(Buffer.concat(parts).toString());
    response.setHeader('content-length', Buffer.byteLength(body));
    end.call(response, body);
  };
  provider.callback()(request, response);
}

const page = (uid) => `<!doctype html><html lang="zh"><title>登录</title><main><h1>登录</h1>
<form method="post" action="/interaction/${uid}"><label>账号 <input name="login"></label><button>登录</button></form>
<form method="post" action="/interaction/${uid}/abort"><button>取消</button></form></main>`;

async function bodyOf(request) {
  const parts = [];
  for await (const part of request) parts.push(part);
  return new URLSearchParams(Buffer.concat(parts).toString());
}

async function interact(request, response) {
  const [, , uid, abort] = request.url.split('/');
  if (request.method === 'GET') {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    return response.end(page(uid));
  }
  const login = (await bodyOf(request)).get('login');
  const result = abort === undefined ? { login: { accountId: login, remember: false } } : { error: 'access_denied' };
  return provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
}

async function grantEverything(ctx) {
  const grant = new ctx.oidc.provider.Grant({
    clientId: ctx.oidc.client.clientId,
    accountId: ctx.oidc.session.accountId,
  });
  grant.addOIDCScope('openid');
  await grant.save();
  return grant;
}

function openFor(redirectUri) {
  provider = new Provider(issuer, {
    clients: [{ client_id: CLIENT_ID, client_secret: CLIENT_SECRET, redirect_uris: [redirectUri] }],
    jwks: { keys: [key] },
    cookies: { keys: ['provider-of-a-test'] },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ sub: id }) }),
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    features: { devInteractions: { enabled: false } },
    loadExistingGrant: grantEverything,
    pkce: { required: () => true },
  });
}

const server = createServer((request, response) => {
  if (request.url === '/favicon.ico') return response.writeHead(204).end(); // browsers ask for it
  // A port is anybody's once it was closed: what knocks here for its last owner must not end the provider.
  if (provider === undefined || mode === 'away') return response.writeHead(503).end('not now');
  const isToken = request.url.startsWith('/token');
  if (isToken && mode === 'broken') return response.writeHead(500, { 'content-type': 'text/html' }).end('<h1>500</h1>');
  if (isToken && mode === 'nonsense') return response.writeHead(200, { 'content-type': 'application/json' }).end('{"');
  if (isToken && mode === 'silent') return undefined; // never answers
  if (isToken && mode === 'hung up') return request.socket.destroy();
  if (isToken) return answerSpoilt(request, response);
  if (request.url.startsWith('/interaction/'))
    return void interact(request, response).catch((error) => response.destroy(error));
  return provider.callback()(request, response);
});

server.listen(0, '127.0.0.1', () => {
  issuer = `http://127.0.0.1:${server.address().port}`;
  process.send({ issuer });
});
process.on('message', (told) => {
  if (told.redirectUri !== undefined) openFor(told.redirectUri);
  if (told.mode !== undefined) mode = told.mode;
  process.send({ done: true });
});
process.on('disconnect', () => process.exit(0));
