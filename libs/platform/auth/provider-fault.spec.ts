import { providerFaultOf } from './provider-fault';

const fault = (more: object, name = 'ClientError'): Error =>
  Object.assign(new Error('it went wrong'), { name, ...more });

describe('a fault of the sign-in provider', () => {
  it.each([
    ['she closed its page', { code: 'OAUTH_AUTHORIZATION_RESPONSE_ERROR', error: 'access_denied' }, 'left'],
    ['it has no time', { code: 'OAUTH_AUTHORIZATION_RESPONSE_ERROR', error: 'temporarily_unavailable' }, 'unavailable'],
    ['it does not know us', { code: 'OAUTH_AUTHORIZATION_RESPONSE_ERROR', error: 'unauthorized_client' }, 'refused'],
    ['the code was used', { code: 'OAUTH_RESPONSE_BODY_ERROR', error: 'invalid_grant', status: 400 }, 'refused'],
    [
      'it broke down politely',
      { code: 'OAUTH_RESPONSE_BODY_ERROR', error: 'server_error', status: 500 },
      'unavailable',
    ],
    ['it broke down', { code: 'OAUTH_RESPONSE_IS_NOT_CONFORM' }, 'unavailable'],
    ['it never answered', { code: 'OAUTH_TIMEOUT' }, 'unavailable'],
    ['a claim is wrong', { code: 'OAUTH_JWT_CLAIM_COMPARISON_FAILED' }, 'refused'],
    ['the connection broke', {}, 'unavailable'],
  ])('where %s', (_, more, expected) => {
    expect(providerFaultOf(fault(more))).toBe(expected);
  });

  it('is a connection that was refused, and no other mistake of types', () => {
    expect(providerFaultOf(new TypeError('fetch failed'))).toBe('unavailable');
    expect(providerFaultOf(new TypeError('undefined is not a function'))).toBeNull();
    expect(providerFaultOf(new Error('out of memory'))).toBeNull();
  });
});
