import { useCallback, useRef, useState } from 'react';
import { useClient, type CombinedError, type TypedDocumentNode } from 'urql';
import type { RefusalFragment } from '@contract/gql';
import { newKey } from './new-key';

interface Payload {
  readonly userErrors: readonly RefusalFragment[];
}

/** What became of a command: done, refused with reasons, or not known because no answer came. */
export type CommandResult<P> =
  | { readonly kind: 'done'; readonly payload: P }
  | { readonly kind: 'refused'; readonly refusals: readonly RefusalFragment[] }
  | { readonly kind: 'failed' };

type Keyed = { idempotencyKey: string };
type PayloadOf<Data> = Extract<Data[Exclude<keyof Data, '__typename'>], Payload>;

export interface Command<Data, Variables> {
  readonly run: (variables: Omit<Variables, 'idempotencyKey'>) => Promise<CommandResult<PayloadOf<Data>>>;
  readonly isRunning: boolean;
}

/**
 * A mutation with one idempotency key from opening until it is done: sending again after a lost answer cannot act
 * twice. A second call while one is under way waits for nothing and changes nothing.
 */
export function useCommand<Data extends object, Variables extends Keyed>(
  document: TypedDocumentNode<Data, Variables>,
): Command<Data, Variables> {
  const client = useClient();
  const key = useRef(newKey());
  const underWay = useRef<Promise<CommandResult<PayloadOf<Data>>> | null>(null);
  const [isRunning, setIsRunning] = useState(false);
  const send = useCallback(
    async (variables: Omit<Variables, 'idempotencyKey'>) => {
      const { data, error } = await client
        .mutation<Data>(document, { ...variables, idempotencyKey: key.current })
        .toPromise();
      const result = resultOf<Data>(data, error);
      if (result.kind === 'done') key.current = newKey();
      return result;
    },
    [client, document],
  );
  const run = useCallback(
    (variables: Omit<Variables, 'idempotencyKey'>) => {
      underWay.current ??= send(variables).finally(() => {
        underWay.current = null;
        setIsRunning(false);
      });
      setIsRunning(true);
      return underWay.current;
    },
    [send],
  );
  return { run, isRunning };
}

/** She was asked for a proof of identity and did not give one: a refusal that she can mend. */
const NOT_PROVED: RefusalFragment = {
  __typename: 'RefusalError',
  code: 'STEP_UP_REQUIRED',
  message: '',
  field: [],
  details: [],
};

function resultOf<Data extends object>(
  data: Data | undefined,
  error: CombinedError | undefined,
): CommandResult<PayloadOf<Data>> {
  const payload = Object.values(data ?? {}).find(isPayload) as PayloadOf<Data> | undefined;
  if (error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'STEP_UP_REQUIRED') === true)
    return { kind: 'refused', refusals: [NOT_PROVED] };
  if (error !== undefined || payload === undefined) return { kind: 'failed' };
  return payload.userErrors.length > 0 ? { kind: 'refused', refusals: payload.userErrors } : { kind: 'done', payload };
}

const isPayload = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && 'userErrors' in value;
