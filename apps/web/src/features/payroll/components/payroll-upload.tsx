import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PayrollTemplateDocument, type PayrollTemplateQuery } from '@contract/gql';
import { Card } from '../../../components/card';
import { Note } from '../../../components/note';
import { Loaded } from '../../../components/states/loaded';
import { useRead } from '../../../lib/graphql/use-read';
import { PASSPHRASE_LENGTH } from '../../../lib/pseudonym/pseudonym';
import {
  matchingOf,
  missingColumns,
  preparedPayroll,
  type Matching,
  type PreparedPayroll,
} from '../hooks/prepared-payroll';
import { usePayrollTrial } from '../hooks/use-payroll-trial';
import { useSendPayroll } from '../hooks/use-send-payroll';
import { ChooseTable, type ChosenTable } from './choose-table';
import { EmployeeCodes, type CodesChoice } from './employee-codes';
import { MatchColumns } from './match-columns';
import { PayrollPreview } from './payroll-preview';
import { TrialResult } from './trial-result';

interface PayrollUploadProps {
  readonly period: string;
  readonly onStarted: (runId: string) => void;
}

/** A month's payroll from the enterprise's own file: matched, pseudonymised and checked here before anything is sent. */
export function PayrollUpload(props: PayrollUploadProps): ReactNode {
  const read = useRead(PayrollTemplateDocument, {});
  return <Loaded of={read}>{({ payrollTemplate }) => <Steps {...props} template={payrollTemplate} />}</Loaded>;
}

interface StepsProps extends PayrollUploadProps {
  readonly template: PayrollTemplateQuery['payrollTemplate'];
}

function Steps({ period, onStarted, template }: StepsProps): ReactNode {
  const [chosen, setChosen] = useState<ChosenTable | null>(null);
  const [matching, setMatching] = useState<Matching>([]);
  const choose = (next: ChosenTable | null): void => {
    setChosen(next);
    setMatching(next === null ? [] : matchingOf(next.table, template));
  };
  return (
    <>
      <ChooseTable chosen={chosen} onChoose={choose} />
      {chosen === null ? null : (
        <>
          <MatchColumns table={chosen.table} template={template} matching={matching} onMatch={setMatching} />
          <CheckAndSend
            key={`${chosen.name}-${matching.join('|')}`}
            period={period}
            template={template}
            chosen={chosen}
            matching={matching}
            onStarted={onStarted}
          />
        </>
      )}
    </>
  );
}

interface CheckAndSendProps extends StepsProps {
  readonly chosen: ChosenTable;
  readonly matching: Matching;
}

function CheckAndSend({ period, template, chosen, matching, onStarted }: CheckAndSendProps): ReactNode {
  const { t } = useTranslation('payroll');
  const [codes, setCodes] = useState<CodesChoice>({ kind: 'make', passphrase: '', again: '' });
  const [prepared, setPrepared] = useState<PreparedPayroll | null>(null);
  const { trial, check, forget } = usePayrollTrial(period);
  const { send, isSending, problem } = useSendPayroll({ period, onStarted });
  const missing = missingColumns(matching, template);
  const isReady = missing.length === 0 && isCodesReady(codes);
  const change = (next: CodesChoice): void => {
    setCodes(next);
    setPrepared(null);
    forget();
  };
  const run = async (): Promise<void> => {
    if (!isReady) return;
    const passphrase = codes.kind === 'make' ? codes.passphrase : null;
    const payroll = await preparedPayroll({ table: chosen.table, matching, template, passphrase });
    setPrepared(payroll);
    await check(payroll);
  };
  return (
    <>
      <EmployeeCodes choice={codes} onChange={change} />
      <Card title={t('checks')}>
        <div className="cb stack g8">
          <p className="s13">{t('checksText')}</p>
          {missing.length === 0 ? null : (
            <Note tone="wheat">{t('missingColumns', { columns: missing.join('、') })}</Note>
          )}
          <span>
            <button type="button" className="btn" aria-disabled={!isReady} onClick={() => void run()}>
              {t('check')}
            </button>
          </span>
          <TrialResult trial={trial} />
          {prepared === null || trial.kind !== 'done' ? null : (
            <Send
              payroll={prepared}
              problem={problem}
              isSending={isSending}
              onSend={() => void send(prepared, chosen, matching)}
            />
          )}
        </div>
      </Card>
    </>
  );
}

interface SendProps {
  readonly payroll: PreparedPayroll;
  readonly problem: string | null;
  readonly isSending: boolean;
  readonly onSend: () => void;
}

function Send({ payroll, problem, isSending, onSend }: SendProps): ReactNode {
  const { t } = useTranslation('payroll');
  return (
    <>
      <PayrollPreview payroll={payroll} />
      {problem === null ? null : (
        <Note tone="wheat" role="alert">
          {problem}
        </Note>
      )}
      <p className="s13">{t('sendText')}</p>
      <span>
        <button type="button" className="btn pri" aria-disabled={isSending} onClick={onSend}>
          {t('send')}
        </button>
      </span>
    </>
  );
}

const isCodesReady = (codes: CodesChoice): boolean =>
  codes.kind === 'own' || (codes.passphrase.length >= PASSPHRASE_LENGTH && codes.passphrase === codes.again);
