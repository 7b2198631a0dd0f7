import Search from '@ant-design/icons-svg/es/asn/SearchOutlined';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useKeys } from '../../lib/keys/use-keys';
import { Icon } from '../icon';
import { useQueryState } from './use-query-state';
import { useSearchState } from './use-search-state';

interface SearchBoxProps {
  readonly label: string;
  readonly hint: string;
}

/** Searches a list; the key / goes there. */
export function SearchBox({ label, hint }: SearchBoxProps): ReactNode {
  const [search, setSearch] = useSearchState();
  const [typed, setTyped] = useState(search);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => setTyped(search), [search]);
  useKeys({ '/': () => box.current?.focus() });
  return (
    <form
      className="find"
      onSubmit={(event) => {
        event.preventDefault();
        setSearch(typed.trim());
      }}
    >
      <Icon of={Search} />
      <input
        ref={box}
        className="bare"
        type="search"
        aria-label={label}
        placeholder={hint}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <kbd>/</kbd>
    </form>
  );
}

interface FilterSelectProps {
  readonly name: string;
  readonly label: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** One of a few values, or all; stands in the address. */
export function FilterSelect({ name, label, choices }: FilterSelectProps): ReactNode {
  const { t } = useTranslation('common');
  const [value, setValue] = useQueryState(name);
  return (
    <select className="inp filter" aria-label={label} value={value} onChange={(event) => setValue(event.target.value)}>
      <option value="">{`${label} · ${t('all')}`}</option>
      {choices.map((choice) => (
        <option key={choice.value} value={choice.value}>
          {choice.label}
        </option>
      ))}
    </select>
  );
}

interface FilterDayProps {
  readonly name: string;
  readonly label: string;
}

/** A day; stands in the address. */
export function FilterDay({ name, label }: FilterDayProps): ReactNode {
  const [value, setValue] = useQueryState(name);
  return (
    <input
      className="inp filter"
      type="date"
      aria-label={label}
      title={label}
      value={value}
      onChange={(event) => setValue(event.target.value)}
    />
  );
}
