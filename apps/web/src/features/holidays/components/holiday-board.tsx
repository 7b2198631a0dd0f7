import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { HolidayYearsDocument, type HolidayYearsQuery } from '@contract/gql';
import { DataTable, type Column } from '../../../components/data-table';
import { PageHead } from '../../../components/page-head';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { HolidayDrawer } from './holiday-drawer';

type Row = HolidayYearsQuery['holidayYears'][number];

/** The years whose notice of holidays is loaded; days of other years may still move. */
export function HolidayBoard(): ReactNode {
  const { t } = useTranslation('holidays');
  const format = useFormat();
  const [isLoading, setIsLoading] = useState(false);
  const read = useRead(HolidayYearsDocument, {});
  const columns: readonly Column<Row>[] = [
    { key: 'year', title: t('year'), cell: ({ year }) => String(year) },
    { key: 'off', title: t('daysOff'), isNumber: true, cell: ({ daysOff }) => daysOff },
    { key: 'make', title: t('makeUp'), cell: ({ makeUpDays }) => makeUpDays.map(format.day).join(t('comma')) },
    { key: 'source', title: t('source'), cell: ({ source }) => source },
  ];
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t('sub')}>
        <button type="button" className="btn pri" onClick={() => setIsLoading(true)}>
          {t('load')}
        </button>
      </PageHead>
      <section className="card" aria-label={t('title')}>
        <Loaded of={read}>
          {({ holidayYears }) => (
            <DataTable caption={t('title')} columns={columns} rows={holidayYears} rowKey={({ year }) => String(year)} />
          )}
        </Loaded>
      </section>
      {isLoading ? <HolidayDrawer onClose={() => setIsLoading(false)} /> : null}
    </>
  );
}
