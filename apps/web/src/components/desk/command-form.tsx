import { Button, Form } from 'antd';
import { use, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RefusalFragment } from '@contract/gql';
import type { CommandResult } from '../../lib/graphql/use-command';
import { useRefusalText } from '../../lib/i18n/use-refusal-text';
import { Note } from '../note';
import { DirtyContext } from './dirty-context';

interface CommandFormProps<Values extends object, P> {
  readonly initial: Partial<Values>;
  readonly submitLabel: string;
  readonly isRunning: boolean;
  readonly onSubmit: (values: Values) => Promise<CommandResult<P>>;
  readonly onDone: (payload: P) => void;
  readonly children: ReactNode;
}

type Problem =
  | { readonly kind: 'none' | 'failed' }
  | { readonly kind: 'refused'; readonly fields: number; readonly others: readonly RefusalFragment[] };

const fieldOf = ({ field }: RefusalFragment): string | undefined => field.at(-1);

/** A form for one command: refusals land on their field, nothing typed is lost, Ctrl+Enter sends. */
export function CommandForm<Values extends object, P>(props: CommandFormProps<Values, P>): ReactNode {
  const { initial, submitLabel, isRunning, onSubmit, onDone, children } = props;
  const [form] = Form.useForm<Values>();
  const [problem, setProblem] = useState<Problem>({ kind: 'none' });
  const refusalText = useRefusalText();
  const noteDirty = use(DirtyContext);
  const place = (refusals: readonly RefusalFragment[]): void => {
    const known = new Set(form.getFieldsError().map(({ name }) => String(name.at(-1))));
    const onFields = refusals.filter((refusal) => known.has(fieldOf(refusal) ?? ''));
    const textsOf = (name: string): string[] =>
      onFields.filter((refusal) => fieldOf(refusal) === name).map(refusalText);
    form.setFields([...known].map((name) => ({ name: name as never, errors: textsOf(name) })));
    setProblem({
      kind: 'refused',
      fields: onFields.length,
      others: refusals.filter((refusal) => !onFields.includes(refusal)),
    });
  };
  const finish = async (values: Values): Promise<void> => {
    if (isRunning) return;
    const result = await onSubmit(values);
    if (result.kind === 'failed') return setProblem({ kind: 'failed' });
    if (result.kind === 'refused') return place(result.refusals);
    noteDirty(false);
    onDone(result.payload);
  };
  const keys = (event: KeyboardEvent): void => {
    if (event.ctrlKey && event.key === 'Enter') form.submit();
  };
  return (
    <Form
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={initial}
      onFinish={(values) => void finish(values)}
      onValuesChange={() => noteDirty(true)}
      onKeyDown={keys}
    >
      <ProblemNote problem={problem} />
      {children}
      <Button type="primary" htmlType="submit" aria-disabled={isRunning}>
        {submitLabel}
      </Button>
    </Form>
  );
}

function ProblemNote({ problem }: { readonly problem: Problem }): ReactNode {
  const { t } = useTranslation('common');
  const refusalText = useRefusalText();
  if (problem.kind === 'none') return null;
  return (
    <div style={{ marginBottom: 14 }}>
      <Note tone="wheat" role="alert">
        {problem.kind === 'failed' ? t('form.failed') : null}
        {problem.kind === 'refused' && problem.fields > 0 ? <p>{t('form.mend', { count: problem.fields })}</p> : null}
        {problem.kind === 'refused'
          ? problem.others.map((refusal) => <p key={refusal.code + refusal.field.join('.')}>{refusalText(refusal)}</p>)
          : null}
      </Note>
    </div>
  );
}
