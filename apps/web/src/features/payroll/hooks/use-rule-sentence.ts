import { useTranslation } from 'react-i18next';
import { useFormat } from '../../../lib/format/use-format';
import type { CheckedRow } from './use-payroll-trial';

type Rule = CheckedRow['rules'][number];

const FEN = /Fen$/;
const FEN_PER_YUAN = 100;

/** What a rule saw in a row, as a sentence; amounts in yuan, lists in words. */
export function useRuleSentence(): (rule: Rule) => string {
  const { t } = useTranslation('payroll');
  const format = useFormat();
  const worded = (list: string): string =>
    format.list(
      list
        .split(',')
        .filter((one) => one !== '')
        .map((one) => t(`issue.${one}`, { defaultValue: one })),
    );
  return ({ code, status, figures }) => {
    const values = Object.fromEntries(
      figures.map(({ name, value }) => {
        if (FEN.test(name)) return [name, format.money({ amount: (Number(value) / FEN_PER_YUAN).toFixed(2) })];
        return [name, name === 'issues' || name === 'missing' ? worded(value) : value];
      }),
    );
    const rule = t(`rule.${code}`, { defaultValue: code });
    return t(`ruleSays.${code}.${status}`, { ...values, defaultValue: t(`ruleSays.${status}`, { rule }) });
  };
}
