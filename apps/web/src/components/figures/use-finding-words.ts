import { useTranslation } from 'react-i18next';
import type { FindingRowFragment } from '@contract/gql';
import { fenToAmount } from '../../lib/format/money';
import { useFormat } from '../../lib/format/use-format';

/** The part of a finding that makes its sentence. */
type Told = Pick<FindingRowFragment, 'ruleCode' | 'shortfall' | 'figures'>;

/** A finding as a sentence with its amount, and the figures behind it. */
export interface FindingWords {
  readonly short: (finding: Told) => string;
  readonly figures: (finding: Told) => string;
}

export function useFindingWords(): FindingWords {
  const { t } = useTranslation('payEquity');
  const format = useFormat();
  const shown = (name: string, value: string): string => {
    if (name.endsWith('Fen') && /^-?\d+$/.test(value)) return format.money({ amount: fenToAmount(Number(value)) });
    if (name !== 'missing') return /^\d{4}-\d{2}-\d{2}$/.test(value) ? format.day(value) : value;
    return value
      .split(',')
      .map((kind) => t(`insurance.${kind}`))
      .join(t('comma'));
  };
  return {
    short: ({ ruleCode, shortfall }) =>
      shortfall === null ? t(`rule.${ruleCode}`) : t(`short.${ruleCode}`, { amount: format.money(shortfall) }),
    figures: ({ figures }) =>
      figures
        .map(({ name, value }) => ({ word: t(`figure.${name}`, { defaultValue: '' }), value: shown(name, value) }))
        .filter(({ word }) => word !== '')
        .map(({ word, value }) => `${word} ${value}`)
        .join(t('comma')),
  };
}
