import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ClientLink } from '../../../components/client-link';
import { Card } from '../../../components/card';
import { ClockChip } from '../../../components/status/clock-chip';
import { useFormat } from '../../../lib/format/use-format';
import { Line, Nothing } from './line';
import type { TodayData } from './today-data';

interface EnterpriseSectionsProps {
  readonly today: TodayData;
}

/** What waits with others: answers, consents that end, enterprises to talk to. */
export function EnterpriseSections({ today }: EnterpriseSectionsProps): ReactNode {
  return (
    <div className="stack" style={{ gap: 14 }}>
      <AwaitedAnswers rows={today.awaitedAnswers} people={today.counts.awaitedAnswers} />
      <ExpiringConsents rows={today.expiringConsents} />
      <EnterprisesToChase rows={today.staleEnterprises} />
    </div>
  );
}

function AwaitedAnswers({
  rows,
  people,
}: {
  readonly rows: TodayData['awaitedAnswers'];
  readonly people: number;
}): ReactNode {
  const { t } = useTranslation('today');
  const format = useFormat();
  return (
    <Card
      title={t('group.awaitedAnswers')}
      count={t('common:people', { count: people })}
      more={<Link to="/referrals?status=waiting">{t('common:all')}</Link>}
      id="awaitedAnswers"
    >
      {rows.length === 0 ? <Nothing>{t('empty.awaitedAnswers')}</Nothing> : null}
      {rows.map(({ enterprise, people: count, earliestRespondBy }) => (
        <Line
          key={enterprise.id}
          first={<Link to="/referrals?status=waiting">{enterprise.name}</Link>}
          second={t('earliest', { count, day: format.day(earliestRespondBy) })}
        >
          <ClockChip until={earliestRespondBy} />
        </Line>
      ))}
    </Card>
  );
}

function ExpiringConsents({ rows }: { readonly rows: TodayData['expiringConsents'] }): ReactNode {
  const { t } = useTranslation('today');
  const format = useFormat();
  return (
    <Card title={t('group.expiringConsents')} count={t('copies', { count: rows.length })} id="expiringConsents">
      {rows.length === 0 ? <Nothing>{t('empty.expiringConsents')}</Nothing> : null}
      {rows.map(({ id, client, recipientName, purpose, validTo }) => (
        <Line
          key={id}
          first={client === null ? recipientName : <ClientLink client={client} tab={`consent?renew=${id}`} />}
          second={t('consentFor', { recipient: recipientName, purpose: t(`common:purpose.${purpose}`) })}
        >
          <span className="s12 nw">{format.day(validTo)}</span>
        </Line>
      ))}
    </Card>
  );
}

function EnterprisesToChase({ rows }: { readonly rows: TodayData['staleEnterprises'] }): ReactNode {
  const { t } = useTranslation('today');
  const format = useFormat();
  return (
    <Card
      title={t('group.enterprisesToChase')}
      count={t('enterprises', { count: rows.length })}
      id="enterprisesToChase"
    >
      {rows.length === 0 ? <Nothing>{t('empty.enterprisesToChase')}</Nothing> : null}
      {rows.map(({ enterprise, reason, since, positions }) => (
        <Line
          key={enterprise.id + reason}
          first={<Link to={`/positions?search=${encodeURIComponent(enterprise.name)}`}>{enterprise.name}</Link>}
          second={t(`chase.${reason}`, { count: positions, day: since === null ? '' : format.day(since) })}
        />
      ))}
    </Card>
  );
}
