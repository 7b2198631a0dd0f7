import { useId, type ReactNode } from 'react';

interface DigitFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (digits: string) => void;
  readonly isShown?: boolean;
  readonly most?: number;
}

/** A line for digits: the number keys come up, and nothing offers to keep what is typed. */
export function DigitField({ label, value, onChange, isShown = false, most = 6 }: DigitFieldProps): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <input
        className="inp digits"
        id={id}
        type={isShown ? 'text' : 'password'}
        inputMode="numeric"
        autoComplete="off"
        required
        value={value}
        onChange={(event) => onChange(event.target.value.normalize('NFKC').replace(/\D/g, '').slice(0, most))}
      />
    </div>
  );
}
