import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AgreementsDocument } from '@contract/gql';
import { DataTable, type Column } from '../../../components/data-table';
import { PageHead } from '../../../components/page-head';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { AgreementState, AgreementUse, type Agreement } from './agreement-use';

/** All agreements of the county with their use. */
export function AgreementList(): ReactNode {
  const { t } = useTranslation('agreements');
  const read = useRead(AgreementsDocument, {});
  const columns = useColumns();
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('listTitle')} sub={t('listSub')} />
      <section className="card" aria-label={t('listTitle')}>
        <Loaded of={read}>
          {({ agreements }) =>
            agreements.length === 0 ? (
              <EmptyState title={t('none')} text={t('noneText')} />
            ) : (
              <DataTable caption={t('listTitle')} columns={columns} rows={agreements} rowKey={({ id }) => id} />
            )
          }
        </Loaded>
      </section>
    </>
  );
}

function useColumns(): readonly Column<Agreement>[] {
  const { t } = useTranslation('agreements');
  const format = useFormat();
  return [
    {
      key: 'enterprise',
      title: t('enterprise'),
      cell: ({ enterprise }) => <span className="b">{enterprise.name}</span>,
    },
    { key: 'state', title: t('state'), cell: (agreement) => <AgreementState agreement={agreement} /> },
    {
      key: 'term',
      title: t('term'),
      cell: ({ effectiveFrom, effectiveTo }) => `${format.day(effectiveFrom)}–${format.day(effectiveTo)}`,
    },
    { key: 'use', title: t('slots'), cell: (agreement) => <AgreementUse agreement={agreement} /> },
    {
      key: 'figures',
      title: t('figures'),
      isNumber: true,
      cell: ({ filledSlots, publishedSlots, pledgedSlots }) => `${filledSlots}/${publishedSlots}/${pledgedSlots}`,
    },
  ];
}
