import { Form } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AnswerPayFindingDocument,
  type AnswerReason,
  type EnterpriseResponse,
  type ToldFindingFragment,
} from '@contract/gql';
import { CommandForm } from '../../../components/desk/command-form';
import { RadioField, SelectField } from '../../../components/desk/fields';
import { FileField } from '../../../components/desk/file-field';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { useFindingWords } from '../../../components/figures/use-finding-words';
import { Note } from '../../../components/note';
import { useCommand } from '../../../lib/graphql/use-command';

interface AnswerValues {
  readonly response: EnterpriseResponse;
  readonly reason?: AnswerReason;
  readonly evidenceFileId?: string;
}

const RESPONSES = ['ACCEPTED', 'EXPLAINED', 'DISPUTED'] as const;
const REASONS: Readonly<Record<'EXPLAINED' | 'DISPUTED', readonly AnswerReason[]>> = {
  EXPLAINED: [
    'TENURE',
    'SKILL_CERT',
    'DOCUMENTED_PERFORMANCE',
    'SHIFT',
    'HOURS_ERROR',
    'PAYROLL_TIMING',
    'LAWFUL_DEDUCTION',
    'PROBATION',
  ],
  DISPUTED: ['FIGURES_WRONG', 'ALREADY_PAID', 'NOT_DUE'],
};

interface AnswerDrawerProps {
  readonly finding: ToldFindingFragment;
  readonly onClose: () => void;
}

/** The enterprise's answer: it pays, it explains with a paper, or it sees it otherwise. */
export function AnswerDrawer({ finding, onClose }: AnswerDrawerProps): ReactNode {
  const { t } = useTranslation(['enterpriseFindings', 'payEquity']);
  const words = useFindingWords();
  const { run, isRunning } = useCommand(AnswerPayFindingDocument);
  const send = ({ response, reason, evidenceFileId }: AnswerValues) =>
    run({
      id: finding.id,
      input: {
        response,
        ...(response === 'ACCEPTED' || reason === undefined ? {} : { reason }),
        ...(response === 'EXPLAINED' && evidenceFileId !== undefined ? { evidenceFileId } : {}),
      },
    });
  return (
    <SideDrawer title={t('answer')} onClose={onClose}>
      <p className="b">{words.short(finding)}</p>
      <p className="s13 mut">{words.figures(finding)}</p>
      <Note>{t('notVerified')}</Note>
      <p className="s13">
        <a href={`/pay-findings/${finding.id}/letter`} download>
          {t('letter')}
        </a>
      </p>
      <CommandForm<AnswerValues, unknown>
        initial={{}}
        submitLabel={t('send')}
        isRunning={isRunning}
        onSubmit={send}
        onDone={onClose}
      >
        <RadioField
          name="response"
          label={t('field.response')}
          choices={RESPONSES.map((value) => ({ value, label: t(`response.${value}`) }))}
        />
        <WhyFields />
      </CommandForm>
    </SideDrawer>
  );
}

function WhyFields(): ReactNode {
  const { t } = useTranslation(['enterpriseFindings', 'refusals']);
  const response = Form.useWatch<EnterpriseResponse | undefined>('response', Form.useFormInstance());
  if (response === undefined) return null;
  if (response === 'ACCEPTED') return <p className="s13 mut">{t('acceptedText')}</p>;
  return (
    <>
      <SelectField
        name="reason"
        label={t('field.reason')}
        help={t('field.reasonHelp')}
        choices={REASONS[response].map((value) => ({ value, label: t(`reason.${value}`) }))}
      />
      {response === 'EXPLAINED' ? (
        <FileField
          name="evidenceFileId"
          label={t('field.paper')}
          help={t('field.paperHelp')}
          accept=".pdf,.png,.jpg,.jpeg"
          missing={t('refusals:EVIDENCE_REQUIRED')}
        />
      ) : null}
    </>
  );
}
