import { Args, Context, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { FastifyRequest } from 'fastify';
import type { Outcome } from '#domain/common/outcome';
import { Permission } from '#domain/common/permission';
import { Requires, StepUp } from '#platform/auth/access.decorators';
import { SessionCookie } from '#platform/auth/session-cookie';
import type { Tx } from '#platform/database/transaction';
import { InCommand, type Command, type PayloadOf } from '#platform/graphql/command';
import type { GraphqlContext } from '#platform/graphql/graphql-options';
import { UuidScalar } from '#platform/graphql/scalars';
import { OwnAccount, OwnAccountPayload, PasskeyRequestPayload, RecoveryCodesPayload } from './graphql/own-account.type';
import { OwnAccountReader } from './own-account-reader';
import { PasskeysService } from './passkeys.service';

const KEY = { type: () => UuidScalar, description: 'Made by the caller, kept on a retry.' } as const;
type Begun = Outcome<{ id: string; request: string }>;

/** One's own passkeys. */
@Resolver(() => OwnAccount)
export class PasskeysResolver {
  constructor(
    private readonly service: PasskeysService,
    private readonly reader: OwnAccountReader,
    private readonly cookie: SessionCookie,
  ) {}

  @Mutation(() => PasskeyRequestPayload, {
    description: 'Gives what the browser needs to make a new passkey. Code: PASSKEYS_NOT_HERE.',
  })
  @Requires(Permission.OWN_ACCOUNT)
  @StepUp()
  beginPasskey(
    @Context() context: GraphqlContext,
    @InCommand() command: Command,
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<PasskeyRequestPayload> {
    return this.begin(command, context, (tx, request) => this.service.beginSetUp(tx, request));
  }

  @Mutation(() => PasskeyRequestPayload, {
    description:
      'Gives what the browser needs to prove by a passkey who is at work: confirmIdentity takes its answer. Codes: PASSKEYS_NOT_HERE, WRONG_STATE.',
  })
  @Requires(Permission.OWN_ACCOUNT)
  beginPasskeyProof(
    @Context() context: GraphqlContext,
    @InCommand() command: Command,
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<PasskeyRequestPayload> {
    return this.begin(command, context, (tx, request) => this.service.beginProof(tx, request));
  }

  @Mutation(() => RecoveryCodesPayload, {
    description:
      'Keeps the passkey that the browser made; with the first one of somebody who has no recovery codes come ten. Codes: REQUIRED, OUT_OF_RANGE, PASSKEY_WRONG, PASSKEY_TAKEN, TOO_MANY.',
  })
  @Requires(Permission.OWN_ACCOUNT)
  @StepUp()
  async addPasskey(
    @Context() { operation, request }: GraphqlContext,
    @InCommand() command: Command,
    @Args('name', { type: () => String, description: 'What its owner calls it, 1..40 characters.' }) name: string,
    @Args('answer', { type: () => String, description: 'The browser’s answer, as WebAuthn’s JSON.' }) answer: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<RecoveryCodesPayload> {
    const made = await this.service.madeBy(operation.member, request, answer);
    let recoveryCodes: string[] | null = null;
    const payload = await command.run<OwnAccount, 'ownAccount'>({
      as: 'ownAccount',
      act: async (tx) => {
        const outcome = await this.service.add(tx, made, name);
        recoveryCodes = outcome.ok ? outcome.value.recoveryCodes : null;
        return outcome;
      },
      read: (tx) => this.reader.read(tx, this.sid(request)),
    });
    return { ...payload, recoveryCodes };
  }

  @Mutation(() => OwnAccountPayload, {
    description: 'Takes a passkey away. Codes: NOT_FOUND; LAST_SECOND_STEP where a second step is demanded.',
  })
  @Requires(Permission.OWN_ACCOUNT)
  @StepUp()
  removePasskey(
    @Context() { request }: GraphqlContext,
    @InCommand() command: Command,
    @Args('id', { type: () => ID, description: 'Id of the passkey.' }) id: string,
    @Args('idempotencyKey', KEY) _key: string,
  ): Promise<PayloadOf<OwnAccount, 'ownAccount'>> {
    return command.run({
      as: 'ownAccount',
      act: (tx) => this.service.remove(tx, id),
      read: (tx) => this.reader.read(tx, this.sid(request)),
    });
  }

  private async begin(
    command: Command,
    { request }: GraphqlContext,
    act: (tx: Tx, request: FastifyRequest) => Promise<Begun>,
  ): Promise<PasskeyRequestPayload> {
    let asked: string | null = null;
    const payload = await command.run<OwnAccount, 'ownAccount'>({
      as: 'ownAccount',
      act: async (tx) => {
        const outcome = await act(tx, request);
        asked = outcome.ok ? outcome.value.request : null;
        return outcome;
      },
      read: (tx) => this.reader.read(tx, this.sid(request)),
    });
    return { ...payload, request: asked };
  }

  private sid(request: FastifyRequest): string {
    return this.cookie.read(request) ?? '';
  }
}
