import { existsSync, readFileSync, statSync } from 'node:fs';
import { z } from 'zod';
import { configKey } from './config-key';
import { ConfigError, readConfig } from './read-config';

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

const issuer = z.url().refine((text) => URL.canParse(text) && isIssuer(new URL(text)), {
  message: 'must be an https:// address without query, hash and account (http:// only on this machine)',
});

const words = z
  .string()
  .transform((text) =>
    text
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== ''),
  )
  .default([]);

/** Signing in through a provider of the operator's choice (OpenID Connect): all unset = there is none. */
export const providerSettings = {
  issuer: configKey('OIDC_ISSUER', issuer.optional(), {
    description: 'issuer of the sign-in provider, as its own documents call it',
    sensitivity: 'public',
  }),
  clientId: configKey('OIDC_CLIENT_ID', z.string().trim().min(1).max(200).optional(), {
    description: 'name of this platform at the sign-in provider',
    sensitivity: 'public',
  }),
  secretFile: configKey('OIDC_CLIENT_SECRET_FILE', z.string().optional(), {
    description: 'file with the secret that the sign-in provider gave this platform',
    sensitivity: 'public',
  }),
  label: configKey('OIDC_LABEL', z.string().trim().min(1).max(20).default('单位账号'), {
    description: 'what the button calls the sign-in provider, 1..20 characters',
    sensitivity: 'public',
  }),
  methods: configKey('OIDC_SECOND_FACTOR_AMR', words, {
    description: 'methods (amr), separated by commas, by which the provider says that a second factor was used',
    sensitivity: 'public',
  }),
  contexts: configKey('OIDC_SECOND_FACTOR_ACR', words, {
    description: 'contexts (acr), separated by commas, by which the provider says that a second factor was used',
    sensitivity: 'public',
  }),
};

/** A sign-in provider as the operator named it. */
export interface ProviderConfig {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly label: string;
  /** Values of `amr` that stand for a second factor; empty = none is believed. */
  readonly methods: readonly string[];
  /** Values of `acr` that stand for a second factor; empty = none is believed. */
  readonly contexts: readonly string[];
}

/** The sign-in provider, or null where there is none. Throws {@link ConfigError} where it is named in part or wrongly. */
export function readProvider(): ProviderConfig | null {
  const { issuer: named, clientId, secretFile, label, methods, contexts } = readConfig(providerSettings);
  if (named === undefined && clientId === undefined && secretFile === undefined) return null;
  const missing = [
    ...(named === undefined ? ['OIDC_ISSUER'] : []),
    ...(clientId === undefined ? ['OIDC_CLIENT_ID'] : []),
    ...(secretFile === undefined ? ['OIDC_CLIENT_SECRET_FILE'] : []),
  ];
  if (named === undefined || clientId === undefined || secretFile === undefined)
    throw new ConfigError(
      `Settings need attention:\n  a sign-in provider is named in part: ${missing.join(', ')} missing`,
    );
  return { issuer: named, clientId, clientSecret: secretIn(secretFile), label, methods, contexts };
}

function secretIn(file: string): string {
  const secret = existsSync(file) && statSync(file).isFile() ? readFileSync(file, 'utf8').trim() : '';
  if (secret === '')
    throw new ConfigError(
      'Settings need attention:\n  OIDC_CLIENT_SECRET_FILE: there is no such file, or nothing in it',
    );
  return secret;
}

function isIssuer({ protocol, hostname, pathname, search, hash, username, password }: URL): boolean {
  const isPlain = search === '' && hash === '' && username === '' && password === '' && !/well-known/.test(pathname);
  return isPlain && (protocol === 'https:' || (protocol === 'http:' && LOOPBACK.has(hostname)));
}
