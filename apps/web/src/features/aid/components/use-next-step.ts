import { useTranslation } from 'react-i18next';
import type { AidFragment } from '@contract/gql';
import { useFormat } from '../../../lib/format/use-format';

/** The next step of a request as a sentence. */
export function useNextStep(): (request: AidFragment) => string {
  const { t } = useTranslation('aid');
  const format = useFormat();
  return ({ status, nextLookOn, settledOn, isLookDue }) => {
    if (nextLookOn === null) return settledOn === null ? '' : t('settled', { day: format.day(settledOn) });
    if (status === 'NOTED') return t('step.take', { day: format.day(nextLookOn) });
    return t(isLookDue ? 'step.askNow' : 'step.askOn', { day: format.day(nextLookOn) });
  };
}
