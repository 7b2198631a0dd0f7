import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { Track } from '../../../components/figures/track';
import { Note } from '../../../components/note';
import { useFormat } from '../../../lib/format/use-format';
import type { RunOverviewData } from './run-overview-data';

type Row = RunOverviewData['coverage'][number];

interface MonthProps {
  readonly month: RunOverviewData;
}

/** What came in of a month, before anything that it says. */
export function RunCoverage({ month }: MonthProps): ReactNode {
  const { t } = useTranslation('payRun');
  const { enterprises, declared, late, placements, lines, comparable } = month;
  return (
    <Card title={t('coverage.title')} count={t('coverage.hint')}>
      <div className="cb stack g6">
        {enterprises === 0 ? <p className="mut">{t('coverage.nobody')}</p> : null}
        <Share
          word={t('coverage.declared')}
          amount={declared}
          of={enterprises}
          detail={late === 0 ? '' : t('coverage.late', { count: late })}
        />
        <Share
          word={t('coverage.lines')}
          amount={lines}
          of={placements}
          detail={lines === placements ? '' : t('coverage.notReceived', { count: placements - lines })}
        />
        <Share word={t('coverage.comparable')} amount={comparable} of={lines} detail={t('coverage.comparableHint')} />
        <WhatIsMissing month={month} />
        <CoverageList month={month} />
      </div>
    </Card>
  );
}

interface ShareProps {
  readonly word: string;
  readonly amount: number;
  readonly of: number;
  readonly detail: string;
}

function Share({ word, amount, of, detail }: ShareProps): ReactNode {
  const { t } = useTranslation('payRun');
  return (
    <div className="run-share">
      <span>{word}</span>
      <Track of={of} label={`${word} ${t('coverage.bar', { amount, of })}`} stretches={[{ kind: 'fill', amount }]} />
      <span className="num">
        <b className="b">{amount}</b>/{of}
      </span>
      <span className="s12 mut">{detail}</span>
    </div>
  );
}

function WhatIsMissing({ month: { missing, lines, placements, deadline } }: MonthProps): ReactNode {
  const { t } = useTranslation('payRun');
  const format = useFormat();
  if (missing > 0) return <Note tone="wheat">{t('coverage.missing', { count: missing, lines, placements })}</Note>;
  if (deadline < format.today || lines === placements) return null;
  return <Note tone="slate">{t('coverage.stillTime', { day: format.day(deadline) })}</Note>;
}

function CoverageList({ month: { coverage, enterprises, deadline } }: MonthProps): ReactNode {
  const { t } = useTranslation('payRun');
  const format = useFormat();
  const when = ({ receivedAt, isLate, isMissing, missingSince }: Row): string => {
    if (receivedAt !== null) {
      const at = format.dayOfInstant(receivedAt);
      return isLate ? t('coverage.isLate', { at }) : at;
    }
    if (missingSince !== null) return t('coverage.missingSince', { day: format.dayOfInstant(missingSince) });
    return isMissing || deadline < format.today ? t('coverage.isMissing') : t('coverage.isStillTime');
  };
  const columns: readonly Column<Row>[] = [
    { key: 'who', title: t('coverage.enterprise'), cell: ({ enterprise }) => enterprise.name },
    {
      key: 'people',
      title: t('coverage.people'),
      isNumber: true,
      cell: ({ lines, placements }) => `${lines}/${placements}`,
    },
    { key: 'when', title: t('coverage.when'), cell: when },
  ];
  if (enterprises === 0) return null;
  return (
    <details>
      <summary className="s13">{t('coverage.list', { count: enterprises })}</summary>
      <DataTable
        caption={t('coverage.caption')}
        columns={columns}
        rows={coverage}
        rowKey={({ enterprise }) => enterprise.id}
      />
    </details>
  );
}
