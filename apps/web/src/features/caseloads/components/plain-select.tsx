import { useId, type ReactNode } from 'react';

interface PlainSelectProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
  readonly onChange: (value: string) => void;
}

/** A closed list by the browser's own control, with its label above. */
export function PlainSelect({ label, value, choices, onChange }: PlainSelectProps): ReactNode {
  const id = useId();
  return (
    <div className="field">
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <select className="inp" id={id} value={value} onChange={(event) => onChange(event.target.value)}>
        {choices.some((choice) => choice.value === value) ? null : <option value="" />}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </div>
  );
}
