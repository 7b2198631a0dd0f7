import { useTranslation } from 'react-i18next';
import type { RefusalFragment } from '@contract/gql';
import { useFormat } from '../format/use-format';
import { fenToAmount } from '../format/money';

const IS_DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The sentence of a refusal in this person's language; an unknown code shows the server's own sentence. */
export function useRefusalText(): (refusal: RefusalFragment) => string {
  const { t } = useTranslation('refusals');
  const format = useFormat();
  const shown = (name: string, value: string): string => {
    if (name.endsWith('Fen')) return format.money({ amount: fenToAmount(Number(value)) });
    return IS_DAY.test(value) ? format.day(value) : value;
  };
  return ({ code, message, details }) => {
    const values = Object.fromEntries(details.map(({ name, value }) => [name, shown(name, value)]));
    return t(code, { defaultValue: message, ...values });
  };
}
