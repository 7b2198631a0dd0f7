import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { ToneChip } from '../../../components/status/tone-chip';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import CheckCircle from '@ant-design/icons-svg/es/asn/CheckCircleOutlined';
import Diff from '@ant-design/icons-svg/es/asn/DiffOutlined';
import QuestionCircle from '@ant-design/icons-svg/es/asn/QuestionCircleOutlined';
import type { RunOverviewData } from './run-overview-data';

type Test = RunOverviewData['tests'][number];

interface MonthProps {
  readonly month: RunOverviewData;
}

const LEAST_P = 0.0001;
const pText = (p: number): string => (p < LEAST_P ? '<0.0001' : p.toFixed(4));

/** The month’s family of tests: what was tested, how sure it is, and what was not tested and why. */
export function RunTests({ month }: MonthProps): ReactNode {
  const { t } = useTranslation('payRun');
  const { tests, testsMade, ownTests, clearOwnTests } = month;
  const columns = useColumns();
  return (
    <Card title={t('tests.title')} count={testsMade === 0 ? '' : t('tests.count', { count: testsMade })}>
      {tests.length === 0 ? (
        <p className="cb mut">{t('tests.none')}</p>
      ) : (
        <DataTable caption={t('tests.title')} columns={columns} rows={tests} rowKey={({ id }) => id} />
      )}
      <div className="cb stack g6 s13">
        <p>{ownTests === 0 ? t('tests.noOwn') : t('tests.own', { count: ownTests, clear: clearOwnTests })}</p>
        <p className="mut">{t('tests.weak')}</p>
        <Untested month={month} />
      </div>
    </Card>
  );
}

function Untested({ month: { untested } }: MonthProps): ReactNode {
  const { t } = useTranslation('payRun');
  if (untested.length === 0) return null;
  return (
    <details>
      <summary>{t('tests.untested')}</summary>
      <ul className="plain stack g4">
        {untested.map(({ kind, reason, enterprises }) => (
          <li key={`${kind} ${reason}`}>
            {t('tests.untestedLine', {
              kind: t(`tests.name.${kind}`),
              count: enterprises,
              why: t(`tests.reason.${kind}.${reason}`),
            })}
          </li>
        ))}
      </ul>
    </details>
  );
}

function useColumns(): readonly Column<Test>[] {
  const { t } = useTranslation('payRun');
  const format = useFormat();
  const effect = ({ gapPercent }: Test): string => {
    if (gapPercent === null) return t('tests.hidden');
    if (gapPercent === 0) return t('tests.percentNone');
    return t(gapPercent > 0 ? 'tests.percent' : 'tests.percentMore', { gap: Math.abs(gapPercent) });
  };
  const method = ({ kind, level, isConfirmed, permutations, isExact, seed }: Test): string => {
    if (kind === 'REGRESSION')
      return [t('tests.level', { level }), ...(isConfirmed === true ? [t('tests.confirmed')] : [])].join(' · ');
    return t(isExact === true ? 'tests.exact' : 'tests.drawn', { count: permutations, seed });
  };
  return [
    {
      key: 'test',
      title: t('tests.kind'),
      cell: (test) => (
        <TwoLines first={test.enterprise.name} second={`${t(`tests.name.${test.kind}`)} · ${method(test)}`} />
      ),
    },
    {
      key: 'people',
      title: t('tests.people'),
      isNumber: true,
      cell: ({ clients, comparators }) => `${format.count(clients)}/${format.count(comparators)}`,
    },
    { key: 'effect', title: t('tests.effect'), isNumber: true, cell: effect },
    {
      key: 'p',
      title: t('tests.p'),
      isNumber: true,
      cell: ({ p, adjustedP }) => <TwoLines first={pText(p)} second={t('tests.adjusted', { p: pText(adjustedP) })} />,
    },
    { key: 'result', title: t('tests.result'), cell: (test) => <Conclusion test={test} /> },
  ];
}

function Conclusion({ test: { isClear, exceedsLimit } }: { readonly test: Test }): ReactNode {
  const { t } = useTranslation('payRun');
  if (isClear)
    return (
      <ToneChip tone="iris" icon={Diff}>
        {t('tests.clear')}
      </ToneChip>
    );
  return exceedsLimit ? (
    <ToneChip tone="slate" icon={QuestionCircle}>
      {t('tests.unclear')}
    </ToneChip>
  ) : (
    <ToneChip tone="sage" icon={CheckCircle}>
      {t('tests.within')}
    </ToneChip>
  );
}
