import Search from '@ant-design/icons-svg/es/asn/SearchOutlined';
import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TownshipsDocument, type EntryStatus } from '@contract/gql';
import { useQueryState } from '../../../components/desk/use-query-state';
import { Icon } from '../../../components/icon';
import { useRead } from '../../../lib/graphql/use-read';
import { useKeys } from '../../../lib/keys/use-keys';

const STATUSES: readonly EntryStatus[] = ['ACTIVE', 'PAUSED', 'CLOSED'];

/** Search and filters; all of them stand in the address. */
export function ClientFilters(): ReactNode {
  const { t } = useTranslation(['clients', 'status']);
  const townships = useRead(TownshipsDocument, {}).data?.townships ?? [];
  return (
    <div className="row g6 wrap" role="search">
      <SearchBox />
      <FilterSelect
        name="status"
        label={t('filter.status')}
        choices={STATUSES.map((value) => ({ value, label: t(`status:entry.${value}`) }))}
      />
      <FilterSelect
        name="township"
        label={t('filter.township')}
        choices={townships.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </div>
  );
}

function SearchBox(): ReactNode {
  const { t } = useTranslation('clients');
  const [search, setSearch] = useQueryState('search');
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
        aria-label={t('search')}
        placeholder={t('searchHint')}
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

function FilterSelect({ name, label, choices }: FilterSelectProps): ReactNode {
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
