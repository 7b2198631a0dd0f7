import Check from '@ant-design/icons-svg/es/asn/CheckCircleOutlined';
import Warning from '@ant-design/icons-svg/es/asn/WarningOutlined';
import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AuditChainDocument, VerifyAuditDocument, type AuditChainQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { ActButton } from '../../../components/desk/act-button';
import { FigureStrip } from '../../../components/figures/figure-strip';
import { Note } from '../../../components/note';
import { PageHead } from '../../../components/page-head';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { ToneChip } from '../../../components/status/tone-chip';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';

type Chain = AuditChainQuery['auditChain'];
type Verification = Chain['verifications'][number];

/** While a verification is under way the page looks again. */
const EVERY_MS = 2_000;

/** Whether the audit trail is whole, and who vouches for it. */
export function ChainBoard(): ReactNode {
  const { t } = useTranslation('audit');
  const read = useRead(AuditChainDocument, {});
  const { run, isRunning } = useCommand(VerifyAuditDocument);
  const { lookAgain } = read;
  const isVerifying = read.data?.auditChain.isVerifying ?? false;
  useEffect(() => {
    if (!isVerifying) return undefined;
    const timer = setInterval(lookAgain, EVERY_MS);
    return () => clearInterval(timer);
  }, [isVerifying, lookAgain]);
  return (
    <>
      <title>{t('chain.pageTitle')}</title>
      <PageHead title={t('chain.title')} sub={t('chain.sub')}>
        <ActButton
          label={t('chain.verify')}
          className="btn pri"
          isRunning={isRunning || isVerifying}
          act={() => run({})}
          doneText={t('chain.queued')}
        >
          {t('chain.verify')}
        </ActButton>
      </PageHead>
      <Loaded of={read}>{({ auditChain }) => <State chain={auditChain} />}</Loaded>
    </>
  );
}

function State({ chain }: { readonly chain: Chain }): ReactNode {
  const { t } = useTranslation('audit');
  const format = useFormat();
  const columns = useColumns();
  const [latest] = chain.verifications;
  const figures = [
    { word: t('chain.entries'), value: format.count(chain.entries) },
    { word: t('chain.anchored'), value: format.count(latest?.anchoredSequence ?? 0) },
    { word: t('chain.latest'), value: latest === undefined ? '—' : format.instant(latest.verifiedAt) },
  ];
  return (
    <>
      <FigureStrip label={t('chain.title')} figures={figures} />
      {latest === undefined ? null : <Verdict verification={latest} />}
      <Card title={t('chain.history')}>
        {latest === undefined ? (
          <EmptyState title={t('chain.none')} text={t('chain.noneText')} />
        ) : (
          <DataTable
            caption={t('chain.history')}
            columns={columns}
            rows={chain.verifications}
            rowKey={({ id }) => id}
          />
        )}
      </Card>
    </>
  );
}

function Verdict({ verification }: { readonly verification: Verification }): ReactNode {
  const { t } = useTranslation('audit');
  const { problem, problemSequence } = verification;
  if (problem === null) return <Note role="status">{t('chain.intact')}</Note>;
  return (
    <Note
      tone="clay"
      role="alert"
    >{`${t(`problem.${problem}`)} ${t('chain.at', { place: problemSequence ?? 0 })}`}</Note>
  );
}

function useColumns(): readonly Column<Verification>[] {
  const { t } = useTranslation('audit');
  const format = useFormat();
  return [
    { key: 'at', title: t('column.at'), cell: ({ verifiedAt }) => format.instant(verifiedAt) },
    { key: 'entries', title: t('chain.walked'), isNumber: true, cell: ({ entries }) => entries },
    {
      key: 'anchored',
      title: t('chain.anchored'),
      isNumber: true,
      cell: ({ anchoredSequence }) => anchoredSequence,
    },
    {
      key: 'state',
      title: t('chain.result'),
      cell: ({ problem }) => (
        <ToneChip tone={problem === null ? 'sage' : 'clay'} icon={problem === null ? Check : Warning}>
          {problem === null ? t('chain.fine') : t(`problem.${problem}`)}
        </ToneChip>
      ),
    },
  ];
}
