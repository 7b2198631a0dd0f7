import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FinishFollowUpTaskDocument, FollowUpTasksDocument, type FollowUpTaskLineFragment } from '@contract/gql';
import { Card } from '../../../components/card';
import { ClientLink } from '../../../components/client-link';
import { ActButton } from '../../../components/desk/act-button';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';

interface TaskLinesProps {
  readonly rows: readonly FollowUpTaskLineFragment[];
}

/** What follow-up gave somebody to do, each with its day and one press to say that it is done. */
export function TaskLines({ rows }: TaskLinesProps): ReactNode {
  return rows.map((task) => <TaskLine key={task.id} task={task} />);
}

function TaskLine({ task }: { readonly task: FollowUpTaskLineFragment }): ReactNode {
  const { t } = useTranslation('followUp');
  const format = useFormat();
  const { run, isRunning } = useCommand(FinishFollowUpTaskDocument);
  const { id, kind, dueOn, isLate, client, enterprise } = task;
  return (
    <div className="li">
      <span className="sp">
        <span className="b">{t(`task.${kind}`)}</span>
        <span className="two">
          {client === null ? enterprise?.name : <ClientLink client={client} />} ·{' '}
          {t(isLate ? 'taskLate' : 'taskBy', { day: format.day(dueOn) })}
        </span>
      </span>
      <ActButton label={t('taskDone')} isRunning={isRunning} act={() => run({ id })} doneText={t('taskFinished')} />
    </div>
  );
}

/** The card of a supervisor's own list. */
export function TaskCard(): ReactNode {
  const { t } = useTranslation('followUp');
  const read = useRead(FollowUpTasksDocument, { after: null });
  return (
    <Loaded of={read}>
      {({ followUpTasks }) => (
        <Card title={t('tasks')} count={t('taskCount', { count: followUpTasks.totalCount })} id="followUpTasks">
          {followUpTasks.edges.length === 0 ? <p className="li mut">{t('noTasks')}</p> : null}
          <TaskLines rows={followUpTasks.edges.map(({ node }) => node)} />
        </Card>
      )}
    </Loaded>
  );
}
