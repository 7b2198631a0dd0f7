import Check from '@ant-design/icons-svg/es/asn/CheckCircleOutlined';
import Question from '@ant-design/icons-svg/es/asn/QuestionCircleOutlined';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable, type Column } from '../../../components/data-table';
import { Note } from '../../../components/note';
import { ToneChip } from '../../../components/status/tone-chip';
import { useFormat } from '../../../lib/format/use-format';
import type { CheckedRow, Trial } from '../hooks/use-payroll-trial';
import { useRuleSentence } from '../hooks/use-rule-sentence';

interface TrialResultProps {
  readonly trial: Trial;
}

/** What the checks said: rows that need a look, each with what was seen; how many are as they should be. */
export function TrialResult({ trial }: TrialResultProps): ReactNode {
  const { t } = useTranslation(['payroll', 'imports']);
  const format = useFormat();
  if (trial.kind === 'none') return null;
  if (trial.kind === 'running')
    return <p role="status">{t('checking', { done: format.count(trial.done), of: format.count(trial.of) })}</p>;
  if (trial.kind === 'failed')
    return (
      <Note tone="wheat" role="alert">
        {t('checkFailed')}
      </Note>
    );
  if (trial.kind === 'refused')
    return (
      <Note tone="wheat" role="alert">
        {t(`imports:fileRefusal.${trial.code}`, { defaultValue: t('fileRefused') })}
        {trial.field.length === 0 ? null : t('imports:columns', { columns: format.list(trial.field) })}
      </Note>
    );
  return <Rows rows={trial.rows} />;
}

const NEEDS_LOOK: readonly string[] = ['FAIL', 'REVIEW', 'INSUFFICIENT'];
const MOST_SHOWN = 200;

const needsLook = ({ refusals, rules }: CheckedRow): boolean =>
  refusals.length > 0 || rules.some(({ status }) => NEEDS_LOOK.includes(status));

function Rows({ rows }: { readonly rows: readonly CheckedRow[] }): ReactNode {
  const { t } = useTranslation('payroll');
  const format = useFormat();
  const columns = useColumns();
  const open = rows.filter(needsLook);
  const refused = rows.filter(({ refusals }) => refusals.length > 0).length;
  return (
    <>
      <p className="row g6" role="status">
        <ToneChip tone="sage" icon={Check}>
          {t('rowsPassed', { count: format.count(rows.length - open.length) })}
        </ToneChip>
        <ToneChip tone={open.length === 0 ? 'line' : 'wheat'} icon={Question}>
          {t('rowsToLookAt', { count: format.count(open.length) })}
        </ToneChip>
        {refused === 0 ? null : <span className="s13">{t('rowsRefused', { count: format.count(refused) })}</span>}
      </p>
      {open.length === 0 ? null : (
        <DataTable
          caption={t('rowsToLookAtCaption')}
          columns={columns}
          rows={open.slice(0, MOST_SHOWN)}
          rowKey={({ rowNumber }) => String(rowNumber)}
        />
      )}
      {open.length > MOST_SHOWN ? (
        <p className="s13">{t('moreRows', { count: format.count(open.length - MOST_SHOWN) })}</p>
      ) : null}
    </>
  );
}

function useColumns(): readonly Column<CheckedRow>[] {
  const { t } = useTranslation(['payroll', 'imports']);
  const format = useFormat();
  const sentence = useRuleSentence();
  const refusal = ({ code, field }: CheckedRow['refusals'][number]): string => {
    const reason = t(`imports:rowRefusal.${code}`, { defaultValue: code });
    return field.length === 0 ? reason : t('imports:reasonOf', { columns: format.list(field), reason });
  };
  const seen = ({ refusals, rules }: CheckedRow): ReactNode => (
    <>
      {refusals.map((one) => (
        <p key={one.code + one.field.join()}>{refusal(one)}</p>
      ))}
      {rules
        .filter(({ status }) => NEEDS_LOOK.includes(status))
        .map((rule) => (
          <p key={rule.code}>{sentence(rule)}</p>
        ))}
    </>
  );
  return [
    { key: 'row', title: t('imports:row'), cell: ({ rowNumber }) => t('rowNumber', { number: rowNumber }) },
    { key: 'key', title: t('code'), cell: ({ key }) => key ?? t('common:none') },
    { key: 'seen', title: t('seen'), cell: seen },
    {
      key: 'state',
      title: t('state'),
      cell: ({ refusals }) => (
        <ToneChip tone="wheat" icon={Question}>
          {t(refusals.length > 0 ? 'toMend' : 'toVerify')}
        </ToneChip>
      ),
    },
  ];
}
