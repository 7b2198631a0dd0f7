import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PayRunOverviewDocument, RunPayCheckDocument } from '@contract/gql';
import { ActButton } from '../../../components/desk/act-button';
import { useQueryState } from '../../../components/desk/use-query-state';
import { Track } from '../../../components/figures/track';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { GapBoxes } from './gap-boxes';
import { RunCoverage } from './run-coverage';
import type { RunOverviewData } from './run-overview-data';
import { RunTests } from './run-tests';
import { RunVerdicts } from './run-verdicts';

/** One month’s run: how far it is, what came in, what it says, and how sure that is. */
export function RunOverview(): ReactNode {
  const [asked] = useQueryState('month');
  const read = useRead(PayRunOverviewDocument, { period: asked === '' ? null : asked });
  return (
    <Loaded of={read} rows={8}>
      {({ payRunOverview: month }) => (
        <>
          <RunHead month={month} />
          <div className="run-cards">
            <RunCoverage month={month} />
            <RunVerdicts month={month} />
            <GapBoxes groups={month.gaps} />
            <RunTests month={month} />
          </div>
        </>
      )}
    </Loaded>
  );
}

function RunHead({ month }: { readonly month: RunOverviewData }): ReactNode {
  const { t } = useTranslation('payRun');
  const format = useFormat();
  const { run: start, isRunning } = useCommand(RunPayCheckDocument);
  const { period, run } = month;
  return (
    <div className="row g8 wrap run-head">
      <h2>{t('head', { month: format.month(period) })}</h2>
      <MonthSelect month={month} />
      <RunState month={month} />
      <span className="sp" />
      <ActButton
        label={t('againTitle', { month: format.month(period) })}
        className="btn"
        isRunning={isRunning || run?.state === 'RUNNING' || run?.state === 'QUEUED'}
        confirm={t('againText')}
        act={() => start({ period })}
        doneText={t('started')}
      />
    </div>
  );
}

function MonthSelect({ month: { period, months } }: { readonly month: RunOverviewData }): ReactNode {
  const { t } = useTranslation('payRun');
  const format = useFormat();
  const [, choose] = useQueryState('month');
  const choices = months.includes(period) ? months : [period, ...months];
  return (
    <select
      className="inp filter"
      aria-label={t('month')}
      value={period}
      onChange={(event) => choose(event.target.value)}
    >
      {choices.map((value) => (
        <option key={value} value={value}>
          {format.month(value)}
        </option>
      ))}
    </select>
  );
}

/** Where the latest run stands; while it runs, how many enterprises are done. */
function RunState({ month: { run, parts, partsDone, checked } }: { readonly month: RunOverviewData }): ReactNode {
  const { t } = useTranslation('payRun');
  const format = useFormat();
  if (run === null) return <span className="s13 mut">{t('none')}</span>;
  const label = t('label', { done: partsDone, total: parts, count: checked });
  const isOver = run.state === 'DONE' || run.state === 'FAILED';
  return (
    <span className="row g8 wrap" role="status">
      <span className={run.state === 'DONE' ? 'st sage' : 'st petrol'}>{t(`state.${run.state}`)}</span>
      <span className="tag">{t('version', { revision: run.revision })}</span>
      {isOver ? null : (
        <span className="run-progress">
          <Track of={parts} label={label} stretches={[{ kind: 'fill', amount: partsDone }]} />
        </span>
      )}
      <span className="s13 mut">
        {run.finishedAt === null ? label : t('at', { at: format.instant(run.finishedAt) })}
      </span>
    </span>
  );
}
