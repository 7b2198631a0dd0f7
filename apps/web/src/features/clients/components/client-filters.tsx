import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { TownshipsDocument, type EntryStatus } from '@contract/gql';
import { FilterSelect, SearchBox } from '../../../components/desk/filter-fields';
import { useRead } from '../../../lib/graphql/use-read';

const STATUSES: readonly EntryStatus[] = ['ACTIVE', 'PAUSED', 'CLOSED'];

/** Search, and filters that stand in the address. */
export function ClientFilters(): ReactNode {
  const { t } = useTranslation(['clients', 'status']);
  const townships = useRead(TownshipsDocument, {}).data?.townships ?? [];
  return (
    <div className="row g6 wrap" role="search">
      <SearchBox label={t('search')} hint={t('searchHint')} />
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
