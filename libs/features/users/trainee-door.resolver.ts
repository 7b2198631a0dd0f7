import { Args, Context, Mutation, Query, Resolver } from '@nestjs/graphql';
import { refusal } from '#domain/common/outcome';
import { Public } from '#platform/auth/access.decorators';
import { DeviceCookie } from '#platform/auth/device-cookie';
import { PhoneCookie } from '#platform/auth/phone-cookie';
import { SessionCookie } from '#platform/auth/session-cookie';
import { Sessions } from '#platform/auth/sessions';
import { TraineeDoor, type TraineeSignIn } from '#platform/auth/trainee-door';
import type { GraphqlContext } from '#platform/graphql/graphql-options';
import { userErrorOf } from '#platform/graphql/user-error';
import { PhoneDoor } from './graphql/phone.type';
import { SignInPayload } from './graphql/viewer.type';
import { REMEMBERED_SECONDS } from './own-phone.resolver';
import { ViewerReader } from './viewer-reader';

/** The door of people without a password. These take no idempotency key: before sign-in there is nobody to keep a receipt for. */
@Resolver()
export class TraineeDoorResolver {
  constructor(
    private readonly door: TraineeDoor,
    private readonly sessions: Sessions,
    private readonly cookie: SessionCookie,
    private readonly device: DeviceCookie,
    private readonly phone: PhoneCookie,
    private readonly reader: ViewerReader,
  ) {}

  @Query(() => PhoneDoor, { description: 'What the sign-in page offers on this phone.' })
  @Public('the sign-in page asks before anybody is signed in; it learns no name')
  async phoneDoor(@Context() { request }: GraphqlContext): Promise<PhoneDoor> {
    const people = await this.door.peopleOf(this.phone.read(request));
    return { takesPin: people > 0, asksLogin: people > 1 };
  }

  @Mutation(() => SignInPayload, {
    description:
      'Opens a session by a caseworker’s one-time code, which is used up then. Codes: SIGN_IN_FAILED, whatever the cause; SIGN_IN_DELAYED with the seconds to wait.',
  })
  @Public('the door itself')
  async signInByCode(
    @Context() context: GraphqlContext,
    @Args('login', { type: () => String, description: 'Login in the letter.' }) login: string,
    @Args('code', { type: () => String, description: 'One-time code in the letter, however it is grouped.' })
    code: string,
  ): Promise<SignInPayload> {
    const { request } = context;
    const result = await this.door.byCode(login, code, { address: request.ip, phone: null, waiting: null });
    return this.answer(context, result);
  }

  @Mutation(() => SignInPayload, {
    description:
      'Opens a session by the six digits of this phone, or goes on in the remembered one. Codes: SIGN_IN_FAILED; PIN_OFF where no digits work here (never chosen, or five wrong tries); SIGN_IN_DELAYED with the seconds to wait.',
  })
  @Public('the door itself')
  async signInByPin(
    @Context() context: GraphqlContext,
    @Args('pin', { type: () => String, description: 'The six digits.' }) pin: string,
    @Args('login', {
      type: () => String,
      nullable: true,
      description: 'Login, on a phone on which several people chose digits.',
    })
    login?: string,
  ): Promise<SignInPayload> {
    const { request, operation } = context;
    const sid = this.cookie.read(request);
    const accountId = operation.session?.phone?.hasPin === true ? operation.session.actor.accountId : null;
    // Whoever says who she is may be another one than the one whose session waits on this phone.
    const waiting = sid === null || accountId === null || (login ?? null) !== null ? null : { sid, accountId };
    const result = await this.door.byPin(login ?? null, pin, {
      address: request.ip,
      phone: this.phone.read(request),
      waiting,
    });
    return this.answer(context, result);
  }

  private async answer({ reply }: GraphqlContext, result: TraineeSignIn): Promise<SignInPayload> {
    if (result.kind !== 'signed-in') return refusedWith(result);
    const session = await this.sessions.read(result.sid);
    if (session === null) return refusedWith({ kind: 'refused' }); // ended in between
    this.cookie.write(reply, result.sid, session.phone?.isRemembered === true ? REMEMBERED_SECONDS : undefined);
    this.device.write(reply, result.accountId);
    return { viewer: this.reader.viewerOf(session), userErrors: [] };
  }
}

function refusedWith(result: Exclude<TraineeSignIn, { readonly kind: 'signed-in' }>): SignInPayload {
  const reason =
    result.kind === 'delayed'
      ? refusal('SIGN_IN_DELAYED', [], { seconds: result.seconds })
      : refusal(result.kind === 'pin-off' ? 'PIN_OFF' : 'SIGN_IN_FAILED');
  return { viewer: null, userErrors: [userErrorOf(reason)] };
}
