import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../icon';
import { statusMap, type Look, type StatusKind, type StatusOf } from './status-map';

interface StatusChipProps<K extends StatusKind> {
  readonly kind: K;
  readonly state: StatusOf<K>;
  /** A number inside the word, such as the days late. */
  readonly count?: number;
  /** The shorter words that a trainee reads; colour and picture stay. */
  readonly isForTrainee?: boolean;
}

/** A state: one colour, one picture, one word. */
export function StatusChip<K extends StatusKind>({
  kind,
  state,
  count,
  isForTrainee = false,
}: StatusChipProps<K>): ReactNode {
  const { t } = useTranslation('status');
  const [tone, icon] =
    (statusMap as Readonly<Record<string, Readonly<Record<string, Look>>>>)[kind]?.[state] ?? UNKNOWN;
  const words = isForTrainee && kind === 'referral' ? 'myReferral' : kind;
  return (
    <span className={`st ${tone}`}>
      <Icon of={icon} />
      {t(`${words}.${state}`, { count })}
    </span>
  );
}

const UNKNOWN: Look = statusMap.verdict.INSUFFICIENT_DATA;
