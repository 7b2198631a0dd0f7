import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Track } from './track';

interface SlotPipsProps {
  readonly slots: { readonly total: number; readonly filled: number; readonly held: number; readonly open: number };
}

const MOST_PIPS = 20;

/** One mark per slot: filled, held, open; a bar where there are too many to count. */
export function SlotPips({ slots }: SlotPipsProps): ReactNode {
  const { t } = useTranslation('common');
  const { total, filled, held, open } = slots;
  const label = t('slots.label', { filled, held, open });
  if (total > MOST_PIPS) {
    return (
      <Track
        of={total}
        label={label}
        stretches={[
          { kind: 'fill', amount: filled },
          { kind: 'hold', amount: held },
        ]}
      />
    );
  }
  const marks = [...Array<string>(filled).fill('f'), ...Array<string>(held).fill('h'), ...Array<string>(open).fill('')];
  return (
    <span className="pips" role="img" aria-label={label}>
      {marks.map((mark, index) => (
        <i key={index} className={mark} />
      ))}
    </span>
  );
}
