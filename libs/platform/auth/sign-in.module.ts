import { Module, type OnApplicationShutdown } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { readProvider } from '../config/provider-settings';
import { readConfig } from '../config/read-config';
import { homeSettings, httpSettings, queueSettings } from '../config/settings';
import { keyFile } from '../crypto/master-key';
import { Logger } from '../logging/logger';
import { AccountLinks } from './account-links';
import { AccountLookup } from './account-lookup';
import { DeviceCookie } from './device-cookie';
import { PhoneCookie } from './phone-cookie';
import { PasskeySignIn } from './passkey-sign-in';
import { Passkeys } from './passkeys';
import { ProviderCookie } from './provider-cookie';
import { ProviderSignIn } from './provider-sign-in';
import { RelyingParties } from './relying-party';
import { SecondFactors } from './second-factor';
import { SecondSteps } from './second-steps';
import { SessionCookie } from './session-cookie';
import { SignIn } from './sign-in';
import { SignInLimits } from './sign-in-limits';
import { SignInProvider, SignInProviders } from './sign-in-provider';
import { TraineeDoor } from './trainee-door';
import { SignInTrail } from './sign-in-trail';

const secret = (): Buffer => keyFile(readConfig(homeSettings).home, 'sign-in.key');

const parts = [
  SignIn,
  TraineeDoor,
  SignInTrail,
  SecondSteps,
  Passkeys,
  PasskeySignIn,
  ProviderSignIn,
  {
    provide: SignInProviders,
    inject: [Logger],
    useFactory: (log: Logger): SignInProviders => {
      const provider = readProvider();
      return new SignInProviders(provider === null ? null : new SignInProvider(provider, secret, log));
    },
  },
  {
    provide: ProviderCookie,
    inject: [Clock],
    useFactory: (clock: Clock) => new ProviderCookie(readConfig(httpSettings).servedOrigin, secret, clock),
  },
  { provide: RelyingParties, useFactory: () => new RelyingParties(readConfig(httpSettings).servedOrigin) },
  AccountLookup,
  {
    provide: SignInLimits,
    inject: [Logger],
    useFactory: (log: Logger): SignInLimits => {
      const { backend, redisUrl, prefix } = readConfig(queueSettings);
      return SignInLimits.with(backend === 'redis' ? redisUrl : undefined, prefix, secret(), log);
    },
  },
  {
    provide: SecondFactors,
    inject: [Clock],
    useFactory: (clock: Clock) => new SecondFactors(clock, secret),
  },
  {
    provide: AccountLinks,
    useFactory: () => {
      const { servedOrigin, port } = readConfig(httpSettings);
      return new AccountLinks(secret, servedOrigin ?? `http://localhost:${port}`);
    },
  },
  { provide: SessionCookie, useFactory: () => new SessionCookie(readConfig(httpSettings).servedOrigin) },
  { provide: PhoneCookie, useFactory: () => new PhoneCookie(readConfig(httpSettings).servedOrigin) },
  { provide: DeviceCookie, useFactory: () => new DeviceCookie(readConfig(httpSettings).servedOrigin, secret) },
];

/** Everything at the door. */
@Module({ providers: parts, exports: parts })
export class SignInModule implements OnApplicationShutdown {
  constructor(private readonly limits: SignInLimits) {}

  onApplicationShutdown(): void {
    this.limits.close();
  }
}
