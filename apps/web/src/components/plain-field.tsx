import { useId, type ReactNode } from 'react';

interface PlainFieldProps {
  readonly label: string;
  readonly type: 'text' | 'password';
  /** What a password manager may fill in; also the name of the field. */
  readonly autoComplete: 'username' | 'current-password' | 'new-password' | 'one-time-code' | 'off';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

/** A line of a form at the door, which loads no more than it needs. */
export function PlainField({ label, type, autoComplete, value, onChange }: PlainFieldProps): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <input
        className="inp"
        id={id}
        name={autoComplete}
        type={type}
        autoComplete={autoComplete}
        required
        autoCapitalize="none"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}
