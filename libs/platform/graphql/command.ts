import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { GqlExecutionContext } from '@nestjs/graphql';
import type { GraphQLResolveInfo } from 'graphql';
import { refusal, refused, type Outcome, type Refusal } from '#domain/common/outcome';
import { isUuid } from '#domain/common/uuid';
import { recordDeniedLookUp } from '../audit/denied-look-up';
import { refusalOfViolation } from '../database/constraint-refusals';
import type { Tx } from '../database/transaction';
import { KeyHeldElsewhere, Receipts, type CommandCall } from '../receipts/receipts';
import type { Operation } from './operation';
import { bannedTexts, textsWithIdentityNumber } from './banned-texts';
import { afterSame } from './under-way';
import { userErrorOf, type UserError } from './user-error';

/** What a command is made of. */
export interface CommandSteps<T, K extends string> {
  /** Name of the payload's field for the result. */
  readonly as: K;
  /** Does it: one use case in one transaction; gives the id of what it made or changed. */
  readonly act: (tx: Tx) => Promise<Outcome<{ readonly id: string }>>;
  /** Reads the result anew for the answer, after the commit. */
  readonly read: (tx: Tx, id: string) => Promise<T | null>;
}

/** The answer of a mutation: the result, or every reason why there is none. */
export type PayloadOf<T, K extends string> = { readonly [P in K]: T | null } & { readonly userErrors: UserError[] };

/** Carries a refusal out of the transaction, so that nothing of it is written. */
class RefusedInside extends Error {
  override readonly name = 'RefusedInside';

  constructor(readonly refusals: readonly Refusal[]) {
    super('refused');
  }
}

const receipts = new Receipts();

/** How often a command waits, each time as long as a statement may take, for the same one in another process. */
const WAITS_FOR_KEY = 6;

/**
 * One mutation under its idempotency key: opens the transaction, takes the receipt, rolls back on a refusal, commits,
 * and only then reads the result for the answer.
 */
export class Command {
  constructor(
    private readonly operation: Operation,
    private readonly call: CommandCall,
  ) {}

  /** Runs the steps; refusals and violated constraints come back as data, everything else rises. */
  async run<T, K extends string>(steps: CommandSteps<T, K>): Promise<PayloadOf<T, K>> {
    const outcome = await this.attempt(steps.act);
    if (!outcome.ok) {
      await this.noteGuess(outcome.refusals);
      return { [steps.as]: null, userErrors: outcome.refusals.map(userErrorOf) } as PayloadOf<T, K>;
    }
    const result = await this.operation.read((tx) => steps.read(tx, outcome.value.id));
    return { [steps.as]: result, userErrors: [] } as unknown as PayloadOf<T, K>;
  }

  /** What was asked for by an id and is not there for the actor stands in the audit trail, in a transaction of its own. */
  private async noteGuess(refusals: readonly Refusal[]): Promise<void> {
    if (!refusals.some(({ code }) => code === 'NOT_FOUND')) return;
    const { name, input } = this.call;
    const id = guessedId(input);
    if (id === null) return;
    await recordDeniedLookUp(this.operation.member, { field: name, id }, this.operation);
  }

  private async attempt(act: CommandSteps<unknown, string>['act']): Promise<Outcome<{ readonly id: string }>> {
    const banned = bannedTexts(this.call.input);
    if (banned.length > 0) return refused(...banned.map((field) => refusal('BANNED_TERM', field)));
    const numbered = textsWithIdentityNumber(this.call.input);
    if (numbered.length > 0) return refused(...numbered.map((field) => refusal('IDENTITY_NUMBER_NOT_ALLOWED', field)));
    const { countyId, accountId } = this.operation.member;
    const name = `${countyId} ${accountId} ${this.call.idempotencyKey}`;
    return afterSame(
      name,
      () => this.inTransaction(act),
      ({ ok }) => ok,
    );
  }

  private async inTransaction(
    act: CommandSteps<unknown, string>['act'],
    waits = WAITS_FOR_KEY,
  ): Promise<Outcome<{ readonly id: string }>> {
    try {
      const id = await this.operation.transactions.run(this.operation.member, (tx) => this.underReceipt(tx, act));
      return { ok: true, value: { id } };
    } catch (error) {
      if (error instanceof KeyHeldElsewhere && waits > 1) return this.inTransaction(act, waits - 1);
      if (error instanceof RefusedInside) return { ok: false, refusals: error.refusals };
      const violated = refusalOfViolation(error);
      if (violated === null) throw error;
      return { ok: false, refusals: [violated] };
    }
  }

  private async underReceipt(tx: Tx, act: CommandSteps<unknown, string>['act']): Promise<string> {
    const receipt = valueOf(await receipts.take(tx, this.call));
    if (receipt.isReplay) return receipt.resultId;
    const { id } = valueOf(await act(tx));
    await receipts.fill(tx, receipt.receiptId, id);
    return id;
  }
}

/** The id that a command names first. */
function guessedId(input: unknown): string | null {
  const values: unknown[] = typeof input === 'object' && input !== null ? Object.values(input) : [];
  return values.find((value): value is string => typeof value === 'string' && isUuid(value)) ?? null;
}

function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new RefusedInside(outcome.refusals);
  return outcome.value;
}

/**
 * Hands a mutation its command: name and input as they came, under the key of the request. Named secrets stay out of the
 * input: its digest lies in the receipt, and a digest of a password would be a way to guess it.
 */
export const InCommand = createParamDecorator(
  (secrets: readonly string[] | undefined, context: ExecutionContext): Command => {
    const graphql = GqlExecutionContext.create(context);
    const { idempotencyKey, ...all } = graphql.getArgs<{ idempotencyKey: string }>();
    const input = Object.fromEntries(Object.entries(all).filter(([field]) => secrets?.includes(field) !== true));
    const name = graphql.getInfo<GraphQLResolveInfo>().fieldName;
    return new Command(graphql.getContext<{ operation: Operation }>().operation, { name, idempotencyKey, input });
  },
);

/** Hands a resolver the operation it answers in. */
export const InOperation = createParamDecorator(
  (_: unknown, context: ExecutionContext): Operation =>
    GqlExecutionContext.create(context).getContext<{ operation: Operation }>().operation,
);
