import { useTranslation } from 'react-i18next';
import type { MatchFieldsFragment } from '@contract/gql';
import { fenToAmount } from '../../lib/format/money';
import { useFormat } from '../../lib/format/use-format';

export type Match = MatchFieldsFragment;

/** A client and a position with the score, its parts and the hard checks, whichever of the two was asked for. */
export type JudgedPair = Omit<Match, '__typename' | 'answerRate'>;
type Part = Match['parts'][number];
export type Check = Match['hardChecks'][number];
type Figure = Part['figures'][number];

const IS_DAY = /^\d{4}-\d{2}-\d{2}$/;

interface Named {
  readonly code: string;
  readonly name: string;
}

/** What a position asks for, by name, so that what is missing can be named. */
export interface Asking {
  readonly requiredSkills: readonly Named[];
  readonly requiredCertificates: readonly Named[];
}

/** How a match is put into words: each figure behind a part or a check as a sentence. */
export interface MatchWords {
  readonly part: (part: Part) => string;
  readonly check: (check: Check, position: Asking) => string;
}

/** Which of the sentences of a part or a check the figures call for. */
function variantOf(name: string, figures: ReadonlyMap<string, string>): string {
  const has = (key: string): boolean => figures.has(key);
  if (name === 'SKILLS' && figures.get('listed') === '0') return 'none';
  if (name === 'OCCUPATION')
    return has('rank')
      ? 'rank'
      : figures.get('wishes') === '0'
        ? 'none'
        : figures.get('sameMajorGroup') === '1'
          ? 'near'
          : 'other';
  if (name === 'COMMUTE' || name === 'TRAVEL') return has('minutes') ? 'known' : 'unknown';
  if (name === 'PAY') return has('wantedFen') ? 'known' : 'unknown';
  if (name === 'SHIFT_AND_HOURS') return figures.get('shiftWished') === '0' ? 'other' : 'wished';
  if (name === 'BENEFITS' && figures.get('wished') === '0') return 'none';
  if ((name === 'CERTIFICATES' || name === 'SKILLS') && figures.get('required') === '0') return 'none';
  if (name === 'START_DATE') return has('closesOn') ? 'closes' : 'open';
  return 'known';
}

export function useMatchWords(): MatchWords {
  const { t } = useTranslation(['matching', 'status']);
  const format = useFormat();
  const shown = (name: string, value: string): string => {
    if (name.endsWith('Fen')) return format.money({ amount: fenToAmount(Number(value)) });
    if (IS_DAY.test(value)) return format.day(value);
    if (name === 'shift') return t(`common:shift.${value}`, { defaultValue: value });
    if (name === 'status') return t(`status:agreement.${value}`, { defaultValue: value });
    if (name === 'broken')
      return format.list(value.split(',').map((code) => t(`common:capacity.${code}`, { defaultValue: code })));
    return value;
  };
  const valuesOf = (figures: readonly Figure[]): Record<string, string> =>
    Object.fromEntries(figures.map(({ name, value }) => [name, shown(name, value)]));
  const mapOf = (figures: readonly Figure[]): ReadonlyMap<string, string> =>
    new Map(figures.map(({ name, value }) => [name, value]));
  return {
    part: ({ name, figures }) => t(`reason.${name}.${variantOf(name, mapOf(figures))}`, valuesOf(figures)),
    check: ({ name, passed, figures }, position) => {
      const values = valuesOf(figures);
      const names = new Map(
        [...position.requiredSkills, ...position.requiredCertificates].map(({ code, name: word }) => [code, word]),
      );
      const missing = (values['missing'] ?? '')
        .split(',')
        .filter((code) => code !== '')
        .map((code) => names.get(code) ?? code);
      const key = passed ? `check.${name}.${variantOf(name, mapOf(figures))}` : `short.${name}`;
      return t(key, { ...values, missing: format.list(missing) });
    },
  };
}
