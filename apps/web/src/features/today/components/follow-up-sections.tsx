import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { ClientLink } from '../../../components/client-link';
import { useFormat } from '../../../lib/format/use-format';
import { Line, Nothing } from './line';
import type { TodayData } from './today-data';

interface FollowUpSectionsProps {
  readonly today: TodayData;
  readonly tasks: (rows: TodayData['tasks']) => ReactNode;
}

/** What follow-ups brought to do, and who was not reached. */
export function FollowUpSections({ today, tasks }: FollowUpSectionsProps): ReactNode {
  const { t } = useTranslation('today');
  return (
    <>
      <Card title={t('group.tasks')} count={t('pieces', { count: today.tasks.length })} id="tasks">
        {today.tasks.length === 0 ? <Nothing>{t('empty.tasks')}</Nothing> : tasks(today.tasks)}
      </Card>
      <Unreached rows={today.unreachedFollowUps} />
    </>
  );
}

function Unreached({ rows }: { readonly rows: TodayData['unreachedFollowUps'] }): ReactNode {
  const { t } = useTranslation(['today', 'followUp']);
  const format = useFormat();
  return (
    <Card
      title={t('group.unreachedFollowUps')}
      count={t('common:people', { count: rows.length })}
      id="unreachedFollowUps"
    >
      {rows.length === 0 ? <Nothing>{t('empty.unreachedFollowUps')}</Nothing> : null}
      {rows.map(({ id, client, code, dueOn, placement }) => (
        <Line
          key={id}
          first={<ClientLink client={client} />}
          second={t('unreached', {
            milestone: t(`followUp:code.${code}`, { defaultValue: code }),
            day: format.day(dueOn),
            enterprise: placement.enterpriseName ?? '',
          })}
        />
      ))}
    </Card>
  );
}
