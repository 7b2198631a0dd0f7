import { useEffect, useState } from 'react';
import { useSearchParams } from 'react-router';

const NAME = 'provider';

/** What came of the way to the sign-in provider, one of these words in the address; null = nobody comes from there. It is read once. */
export function useProviderAnswer<T extends string>(answers: readonly T[]): T | null {
  const [params, setParams] = useSearchParams();
  const given = params.get(NAME);
  const [answer] = useState(() => answers.find((one) => one === given) ?? null);
  useEffect(() => {
    if (given !== null)
      setParams(
        (last) => {
          last.delete(NAME);
          return last;
        },
        { replace: true },
      );
  }, [given, setParams]);
  return answer;
}
