import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface PlaceStepperProps {
  /** What is stepped, for screen readers: the session or the position. */
  readonly name: string;
  readonly kind: 'seats' | 'slots';
  readonly value: number;
  readonly onChange: (value: number) => void;
}

const MOST = 100;

/** How many seats or slots more, one step at a time. */
export function PlaceStepper({ name, kind, value, onChange }: PlaceStepperProps): ReactNode {
  const { t } = useTranslation('trainingPlan');
  return (
    <span className="seg" role="group" aria-label={t(`more.${kind}`, { name })}>
      <button
        type="button"
        aria-label={t(`fewer.${kind}`)}
        disabled={value === 0}
        onClick={() => onChange(Math.max(0, value - 1))}
      >
        −
      </button>
      <span className="s13 tnum" style={{ padding: '2px 8px' }} aria-live="polite">
        {t('plus', { value })}
      </span>
      <button
        type="button"
        aria-label={t(`oneMore.${kind}`)}
        disabled={value === MOST}
        onClick={() => onChange(Math.min(MOST, value + 1))}
      >
        +
      </button>
    </span>
  );
}
