import { Args, Context, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Outcome } from '#domain/common/outcome';
import { Permission } from '#domain/common/permission';
import { OpenWhenLocked, Requires } from '#platform/auth/access.decorators';
import { PhoneCookie } from '#platform/auth/phone-cookie';
import { SessionCookie } from '#platform/auth/session-cookie';
import { Sessions } from '#platform/auth/sessions';
import type { Tx } from '#platform/database/transaction';
import { InCommand, type Command } from '#platform/graphql/command';
import type { GraphqlContext } from '#platform/graphql/graphql-options';
import { UuidScalar } from '#platform/graphql/scalars';
import { OwnPhone, PhoneForgottenPayload, PhonePayload } from './graphql/phone.type';
import { Viewer } from './graphql/viewer.type';
import { OwnPhoneService } from './own-phone.service';
import { ViewerReader } from './viewer-reader';

/** How long a remembered phone keeps its cookie. */
export const REMEMBERED_SECONDS = 30 * 86_400;

const KEY = { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' } as const;

/** The phone in a client's own hand. */
@Resolver(() => Viewer)
export class OwnPhoneResolver {
  constructor(
    private readonly service: OwnPhoneService,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly phone: PhoneCookie,
    private readonly reader: ViewerReader,
  ) {}

  @ResolveField(() => OwnPhone, {
    nullable: true,
    description: 'The phone on which a client is signed in; null for everybody else, and after signing in by password.',
  })
  ownPhone(@Parent() viewer: Viewer): OwnPhone | null {
    return viewer.phone ?? null;
  }

  @Mutation(() => PhonePayload, {
    description:
      'Chooses the six digits of this phone: after a one-time code (all other sign-ins end then), within five minutes of giving the old digits, or with the password. Codes: PIN_MALFORMED, PIN_TOO_SIMPLE, WRONG_PASSWORD, SIGN_IN_DELAYED, WRONG_STATE.',
  })
  @Requires(Permission.OWN_PHONE)
  choosePin(
    @Context() context: GraphqlContext,
    @InCommand(['pin', 'currentPassword']) command: Command,
    @Args('pin', { type: () => String, description: 'Six digits.' }) pin: string,
    @Args('idempotencyKey', KEY) _key: string,
    @Args('currentPassword', {
      type: () => String,
      nullable: true,
      description: 'The password, where neither a code nor the old digits were given just now.',
    })
    currentPassword?: string,
  ): Promise<PhonePayload> {
    const at = { sid: this.sid(context), phone: this.phone.keep(context.request, context.reply) };
    return this.run(command, context, (tx) => this.service.choosePin(tx, at, pin, currentPassword ?? null));
  }

  @Mutation(() => PhonePayload, {
    description:
      'Chooses a password instead of six digits, right after a one-time code; all other sign-ins end. Codes: PASSWORD_TOO_SHORT, PASSWORD_TOO_LONG, PASSWORD_TOO_SIMPLE, PASSWORD_TOO_COMMON, WRONG_STATE.',
  })
  @Requires(Permission.OWN_PHONE)
  chooseOwnPassword(
    @Context() context: GraphqlContext,
    @InCommand(['newPassword']) command: Command,
    @Args('newPassword', { type: () => String, description: '12 to 128 characters.' }) newPassword: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<PhonePayload> {
    return this.run(command, context, (tx) => this.service.choosePassword(tx, this.sid(context), newPassword));
  }

  @Mutation(() => PhonePayload, {
    description:
      'Keeps this phone signed in for 30 days, when the digits are asked again before anything but lessons; or no longer. Code: WRONG_STATE.',
  })
  @Requires(Permission.OWN_PHONE)
  async rememberPhone(
    @Context() context: GraphqlContext,
    @InCommand() command: Command,
    @Args('isRemembered', { type: () => Boolean, description: 'Whether to keep it.' }) isRemembered: boolean,
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<PhonePayload> {
    const at = { sid: this.sid(context), phone: this.phone.read(context.request) };
    const payload = await this.run(command, context, (tx) => this.service.remember(tx, at, isRemembered));
    if (payload.viewer !== null)
      this.cookie.write(context.reply, at.sid, isRemembered ? REMEMBERED_SECONDS : undefined);
    return payload;
  }

  @Mutation(() => PhoneForgottenPayload, {
    description: 'Takes one’s digits off this phone and ends one’s sign-ins on it. Code: WRONG_STATE.',
  })
  @Requires(Permission.OWN_PHONE)
  @OpenWhenLocked()
  async forgetPhone(
    @Context() context: GraphqlContext,
    @InCommand() command: Command,
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<PhoneForgottenPayload> {
    const phone = this.phone.read(context.request);
    const { forgotten, userErrors } = await command.run({
      as: 'forgotten',
      act: (tx) => this.service.forget(tx, phone),
      read: () => Promise.resolve(true),
    });
    if (forgotten === true) this.cookie.clear(context.reply);
    return { forgotten: forgotten ?? false, userErrors };
  }

  private run(
    command: Command,
    context: GraphqlContext,
    act: (tx: Tx) => Promise<Outcome<{ id: string }>>,
  ): Promise<PhonePayload> {
    const read = async (): Promise<Viewer | null> => {
      const session = await this.sessions.read(this.sid(context));
      return session === null ? null : this.reader.viewerOf(session);
    };
    return command.run({ as: 'viewer', act, read });
  }

  private sid({ request }: GraphqlContext): string {
    return this.cookie.read(request) ?? '';
  }
}
