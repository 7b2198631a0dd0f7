import Check from '@ant-design/icons-svg/es/asn/CheckCircleOutlined';
import Question from '@ant-design/icons-svg/es/asn/QuestionCircleOutlined';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MinimumWageTableDocument, type MinimumWageFactsFragment } from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { Note } from '../../../components/note';
import { PageHead } from '../../../components/page-head';
import { Loaded } from '../../../components/states/loaded';
import { ToneChip } from '../../../components/status/tone-chip';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { MinimumWageDrawer } from './minimum-wage-drawer';

type Wage = MinimumWageFactsFragment;

/** The minimum wage of the county: dated rows with their source, and whether somebody confirmed them. */
export function MinimumWageBoard(): ReactNode {
  const { t } = useTranslation('minimumWage');
  const read = useRead(MinimumWageTableDocument, {});
  const [open, setOpen] = useState<Wage | 'new' | null>(null);
  const columns = useColumns(setOpen);
  const add = (
    <button type="button" className="btn pri sm" onClick={() => setOpen('new')}>
      {t('add')}
    </button>
  );
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t('sub')} />
      <Card title={t('rows')} more={add}>
        <Loaded of={read}>
          {({ minimumWages }) => (
            <DataTable caption={t('rows')} columns={columns} rows={minimumWages} rowKey={({ id }) => id} />
          )}
        </Loaded>
      </Card>
      <Note tone="slate">{t('excluded')}</Note>
      {open === null ? null : <MinimumWageDrawer wage={open === 'new' ? null : open} onClose={() => setOpen(null)} />}
    </>
  );
}

function useColumns(onOpen: (wage: Wage) => void): readonly Column<Wage>[] {
  const { t } = useTranslation('minimumWage');
  const format = useFormat();
  const state = ({ isVerified }: Wage): ReactNode => (
    <ToneChip tone={isVerified ? 'sage' : 'wheat'} icon={isVerified ? Check : Question}>
      {t(isVerified ? 'confirmed' : 'notConfirmed')}
    </ToneChip>
  );
  const act = (wage: Wage): ReactNode => (
    <button
      type="button"
      className="btn sm"
      aria-label={t('changeOf', { day: format.day(wage.effectiveFrom) })}
      onClick={() => onOpen(wage)}
    >
      {t('change')}
    </button>
  );
  return [
    { key: 'from', title: t('from'), cell: ({ effectiveFrom }) => <b>{format.day(effectiveFrom)}</b> },
    { key: 'monthly', title: t('monthly'), isNumber: true, cell: ({ monthly }) => format.money(monthly) },
    { key: 'hourly', title: t('hourly'), isNumber: true, cell: ({ hourly }) => format.money(hourly) },
    { key: 'source', title: t('source'), cell: ({ source }) => source },
    {
      key: 'published',
      title: t('published'),
      cell: ({ publishedOn }) => (publishedOn === null ? t('common:none') : format.day(publishedOn)),
    },
    { key: 'state', title: t('state'), cell: state },
    { key: 'act', title: t('act'), isTitleHidden: true, isNumber: true, cell: act },
  ];
}
