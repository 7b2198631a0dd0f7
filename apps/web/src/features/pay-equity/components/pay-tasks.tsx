import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PayTasksDocument, SettlePayTaskDocument, type PayTaskOutcome, type PayTasksQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { ActButton } from '../../../components/desk/act-button';
import { useFindingWords } from '../../../components/figures/use-finding-words';
import { Loaded } from '../../../components/states/loaded';
import { ClockChip } from '../../../components/status/clock-chip';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { FindingLink } from './finding-link';

type PayTask = PayTasksQuery['payTasks'][number];
type Gathered = PayTask['gathered'][number];

const OUTCOMES: readonly PayTaskOutcome[] = ['IN_ORDER', 'TAKEN_UP'];

/** What a supervisor judges herself: segregated posts, requests for a whole payroll, what followed a letter. Nothing where none is open. */
export function PayTasks(): ReactNode {
  const { t } = useTranslation('payRun');
  const read = useRead(PayTasksDocument, {});
  return (
    <Loaded of={read}>
      {({ payTasks: tasks }) =>
        tasks.length === 0 ? null : (
          <Card title={t('tasks.title')} count={t('tasks.count', { count: tasks.length })}>
            <ul className="plain pay-tasks">
              {tasks.map((task) => (
                <TaskItem key={task.id} task={task} />
              ))}
            </ul>
          </Card>
        )
      }
    </Loaded>
  );
}

function TaskItem({ task }: { readonly task: PayTask }): ReactNode {
  const { t } = useTranslation('payRun');
  const format = useFormat();
  const words = useFindingWords();
  const { id, kind, enterprise, period, dueOn, finding, gathered } = task;
  const { run, isRunning } = useCommand(SettlePayTaskDocument);
  return (
    <li className="cb stack g6">
      <div className="row g8 wrap">
        <b className="b">{t(`tasks.kind.${kind}`)}</b>
        <span className="mut">
          {period === null ? enterprise.name : `${enterprise.name} · ${format.month(period)}`}
        </span>
        <span className="sp" />
        <ClockChip until={dueOn} />
      </div>
      <p className="s13 mut">{t(`tasks.text.${kind}`)}</p>
      {finding === null ? null : (
        <p className="s13">
          {finding.client.name} · <FindingLink id={finding.id}>{words.short(finding)}</FindingLink>
        </p>
      )}
      {gathered.map((post) => (
        <SideBySide key={post.post} post={post} />
      ))}
      <div className="row g8 wrap">
        {OUTCOMES.map((outcome) => (
          <ActButton
            key={outcome}
            label={t(`tasks.outcome.${kind}.${outcome}`)}
            isRunning={isRunning}
            confirm={t('tasks.confirm')}
            act={() => run({ id, outcome })}
            doneText={t('tasks.done')}
          />
        ))}
      </div>
    </li>
  );
}

/** A segregated post’s own median, the posted pay, and other jobs of the enterprise. */
function SideBySide({
  post: { post, clients, workers, median, postedMin, others },
}: {
  readonly post: Gathered;
}): ReactNode {
  const { t } = useTranslation('payRun');
  const format = useFormat();
  return (
    <div className="stack g4 s13">
      <span>{t('tasks.post', { post, clients, workers })}</span>
      <dl className="side-by-side">
        <Figure word={t('tasks.median')} value={median === null ? t('tasks.fewMedian') : format.money(median)} />
        <Figure word={t('tasks.posted')} value={postedMin === null ? t('tasks.noPosted') : format.money(postedMin)} />
        {others.map((other) => (
          <Figure
            key={other.post}
            word={t('tasks.other', { post: other.post, count: other.workers })}
            value={format.money(other.median)}
          />
        ))}
      </dl>
      <span className="s12 mut">
        {others.length === 0 ? `${t('tasks.noOthers')} · ${t('tasks.rounding')}` : t('tasks.rounding')}
      </span>
    </div>
  );
}

function Figure({ word, value }: { readonly word: string; readonly value: string }): ReactNode {
  return (
    <div>
      <dt className="s12 mut">{word}</dt>
      <dd>{value}</dd>
    </div>
  );
}
