import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { clockText } from './clock-text';

const STEP = 30;
const DAY = 1_440;
/** What stands in the fields when somebody begins to choose: an early evening. */
const FIRST_CHOICE = { fromMinute: 1_080, toMinute: 1_200 } as const;

interface Hours {
  readonly fromMinute: number | null;
  readonly toMinute: number | null;
}

interface HoursFieldProps extends Hours {
  readonly onChange: (hours: Hours) => void;
}

const minutes = (from: number, to: number): readonly number[] =>
  Array.from({ length: (to - from) / STEP + 1 }, (_, index) => from + index * STEP);

/** The usual hours, or a part of the day of one's own, by half hours. */
export function HoursField({ fromMinute, toMinute, onChange }: HoursFieldProps): ReactNode {
  const { t } = useTranslation('contact');
  const isOwn = fromMinute !== null && toMinute !== null;
  return (
    <fieldset className="ticks">
      <legend>{t('hoursLabel')}</legend>
      <label className="li">
        <input
          type="radio"
          name="hours"
          checked={!isOwn}
          onChange={() => onChange({ fromMinute: null, toMinute: null })}
        />
        <span>{t('usualHours')}</span>
      </label>
      <label className="li">
        <input type="radio" name="hours" checked={isOwn} onChange={() => onChange(FIRST_CHOICE)} />
        <span>{t('ownHours')}</span>
      </label>
      {isOwn ? (
        <div className="row g6 wrap">
          <TimeField
            label={t('from')}
            value={fromMinute}
            choices={minutes(0, DAY - STEP)}
            onChange={(from) => onChange({ fromMinute: from, toMinute: Math.max(toMinute, from + STEP) })}
          />
          <TimeField
            label={t('to')}
            value={toMinute}
            choices={minutes(fromMinute + STEP - (fromMinute % STEP), DAY)}
            onChange={(to) => onChange({ fromMinute, toMinute: to })}
          />
        </div>
      ) : null}
    </fieldset>
  );
}

interface TimeFieldProps {
  readonly label: string;
  readonly value: number;
  readonly choices: readonly number[];
  readonly onChange: (minute: number) => void;
}

function TimeField({ label, value, choices, onChange }: TimeFieldProps): ReactNode {
  const id = useId();
  const all = choices.includes(value) ? choices : [value, ...choices];
  return (
    <div className="field">
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <select className="inp" id={id} value={value} onChange={(event) => onChange(Number(event.target.value))}>
        {all.map((minute) => (
          <option key={minute} value={minute}>
            {clockText(minute)}
          </option>
        ))}
      </select>
    </div>
  );
}
