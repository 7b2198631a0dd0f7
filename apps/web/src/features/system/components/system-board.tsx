import Check from '@ant-design/icons-svg/es/asn/CheckCircleOutlined';
import ClockCircle from '@ant-design/icons-svg/es/asn/ClockCircleOutlined';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SystemDocument, type SystemQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { FigureStrip } from '../../../components/figures/figure-strip';
import { PageHead } from '../../../components/page-head';
import { Loaded } from '../../../components/states/loaded';
import { ToneChip } from '../../../components/status/tone-chip';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';

type System = SystemQuery['systemOverview'];

const EVERY_MS = 10_000;

/** A worker that was silent for longer is slow or gone. */
const SILENT_SECONDS = 60;

/** How the programs are doing; numbers only. */
export function SystemBoard(): ReactNode {
  const { t } = useTranslation('system');
  const read = useRead(SystemDocument, {});
  const { lookAgain } = read;
  useEffect(() => {
    const timer = setInterval(lookAgain, EVERY_MS);
    return () => clearInterval(timer);
  }, [lookAgain]);
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t('sub')} />
      <Loaded of={read}>
        {({ systemOverview }) => (
          <>
            <Figures system={systemOverview} />
            <Programs system={systemOverview} />
          </>
        )}
      </Loaded>
    </>
  );
}

function Figures({ system }: { readonly system: System }): ReactNode {
  const { t } = useTranslation('system');
  const format = useFormat();
  const figures = [
    { word: t('figure.accounts'), value: format.count(system.members) },
    {
      word: t('figure.outbox'),
      value: t('seconds', { count: system.outboxOldestSeconds }),
      detail: t('pending', { count: system.outboxPending }),
    },
    { word: t('figure.failed'), value: format.count(system.jobsFailed) },
    { word: t('figure.queue'), value: t(`backend.${system.queueBackend}`) },
  ];
  return <FigureStrip label={t('figures')} figures={figures} />;
}

function Programs({ system }: { readonly system: System }): ReactNode {
  const { t } = useTranslation('system');
  const { workerSeenSecondsAgo: seen } = system;
  const isFine = seen !== null && seen <= SILENT_SECONDS;
  return (
    <Card title={t('programs')}>
      <div className="li">
        <span className="sp">
          <span className="b">{t('worker')}</span>
          <span className="two">{seen === null ? t('neverSeen') : t('seen', { count: seen })}</span>
        </span>
        <ToneChip tone={isFine ? 'sage' : 'clay'} icon={isFine ? Check : ClockCircle}>
          {t(isFine ? 'fine' : 'slow')}
        </ToneChip>
      </div>
    </Card>
  );
}
