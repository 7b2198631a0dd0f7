import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { readProvider } from './provider-settings';

describe('settings of a sign-in provider', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'tonggong-provider-'));
  const secretFile = path.join(folder, 'secret');
  const empty = path.join(folder, 'empty');
  const before = { ...process.env };

  beforeAll(() => {
    writeFileSync(secretFile, 'a secret\n');
    writeFileSync(empty, '\n');
  });

  afterEach(() => {
    process.env = { ...before };
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const GOOD = {
    OIDC_ISSUER: 'https://login.example.org/realms/county',
    OIDC_CLIENT_ID: 'tonggong',
    OIDC_CLIENT_SECRET_FILE: secretFile,
  };

  const read = (changes: Readonly<Record<string, string | undefined>>): ReturnType<typeof readProvider> => {
    process.env = { ...before, ...GOOD, ...changes };
    return readProvider();
  };

  it('name none where none of the three is set', () => {
    process.env = { ...before, OIDC_LABEL: '政务账号' };
    expect(readProvider()).toBeNull();
  });

  it('are read whole, with a label of our own and no second factor believed unless told', () => {
    expect(read({})).toEqual({
      issuer: 'https://login.example.org/realms/county',
      clientId: 'tonggong',
      clientSecret: 'a secret',
      label: '单位账号',
      methods: [],
      contexts: [],
    });
    expect(
      read({ OIDC_SECOND_FACTOR_AMR: 'otp, hwk,', OIDC_SECOND_FACTOR_ACR: 'urn:gold', OIDC_LABEL: '政务账号' }),
    ).toMatchObject({ label: '政务账号', methods: ['otp', 'hwk'], contexts: ['urn:gold'] });
  });

  it.each(['OIDC_ISSUER', 'OIDC_CLIENT_ID', 'OIDC_CLIENT_SECRET_FILE'])('refuse the start without %s', (variable) => {
    expect(() => read({ [variable]: undefined })).toThrow(`${variable} missing`);
  });

  it.each([
    ['http:// elsewhere than on this machine', 'http://login.example.org'],
    ['a query', 'https://login.example.org/?a=1'],
    ['an account in it', 'https://me:secret@login.example.org'],
    ['the address of its document instead', 'https://login.example.org/.well-known/openid-configuration'],
    ['no address', 'login.example.org'],
  ])('refuse an issuer with %s, and do not repeat it', (_, wrong) => {
    expect(() => read({ OIDC_ISSUER: wrong })).toThrow(/OIDC_ISSUER/);
    expect(() => read({ OIDC_ISSUER: wrong })).not.toThrow(new RegExp(wrong.replace(/[.?/]/g, '\\$&')));
  });

  it.each(['http://localhost:9000', 'http://127.0.0.1:9000/realms/a', 'https://login.example.org'])(
    'take %s as an issuer',
    (right) => expect(read({ OIDC_ISSUER: right })?.issuer).toBe(right),
  );

  it.each([
    ['is not there', path.join(folder, 'nowhere')],
    ['is empty', empty],
    ['is a folder', folder],
  ])('refuse a secret file that %s', (_, file) => {
    expect(() => read({ OIDC_CLIENT_SECRET_FILE: file })).toThrow(/OIDC_CLIENT_SECRET_FILE: there is no such file/);
  });

  it('refuse a label of 21 characters, and take one of 20', () => {
    expect(() => read({ OIDC_LABEL: '号'.repeat(21) })).toThrow(/OIDC_LABEL/);
    expect(read({ OIDC_LABEL: '号'.repeat(20) })?.label).toHaveLength(20);
  });
});
