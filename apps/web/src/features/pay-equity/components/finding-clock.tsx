import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PayFindingBoardQuery } from '@contract/gql';
import { daysBetween } from '../../../lib/format/day';
import { useFormat } from '../../../lib/format/use-format';

type Clock = NonNullable<PayFindingBoardQuery['payFindingBoard'][number]['clock']>;

/** A step’s time: its last day, how much of it is over, and how many working days are left. */
export function FindingClock({ clock: { beganOn, dueOn, workingDaysLeft } }: { readonly clock: Clock }): ReactNode {
  const { t } = useTranslation('findingSteps');
  const format = useFormat();
  const isLate = dueOn < format.today;
  const whole = Math.max(1, daysBetween(beganOn, dueOn));
  const over = Math.min(whole, Math.max(0, daysBetween(beganOn, format.today)));
  const left = isLate
    ? t('board.late', { day: format.day(dueOn) })
    : workingDaysLeft === 0
      ? t('board.today')
      : t('board.left', { count: workingDaysLeft });
  return (
    <span className="finding-clock s13">
      <b className="b">{format.day(dueOn)}</b>
      <span className="bar" role="img" aria-label={`${format.day(dueOn)} ${left}`}>
        <i className={isLate ? 'late' : 'over'} style={{ width: `${isLate ? 100 : (100 * over) / whole}%` }} />
      </span>
      <span className={isLate ? 'late' : 'mut'}>{left}</span>
    </span>
  );
}
