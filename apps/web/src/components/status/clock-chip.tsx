import ClockCircle from '@ant-design/icons-svg/es/asn/ClockCircleOutlined';
import Hourglass from '@ant-design/icons-svg/es/asn/HourglassOutlined';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../lib/format/use-format';
import { ToneChip } from './tone-chip';

interface ClockChipProps {
  readonly until: string;
}

/** How long is left until a day: wheat for today and tomorrow, iris while there is time. */
export function ClockChip({ until }: ClockChipProps): ReactNode {
  const { t } = useTranslation('common');
  const format = useFormat();
  const days = format.daysFromToday(until);
  const key = days < 0 ? 'clock.past' : days === 0 ? 'clock.today' : days === 1 ? 'clock.tomorrow' : 'clock.by';
  return (
    <ToneChip tone={days <= 1 ? 'wheat' : 'iris'} icon={days <= 1 ? ClockCircle : Hourglass}>
      {t(key, { day: format.day(until), count: Math.abs(days) })}
    </ToneChip>
  );
}
