import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SettleAidRequestDocument, type AidAnswer, type AidFragment } from '@contract/gql';
import { ActButton } from '../../../components/desk/act-button';
import { useCommand } from '../../../lib/graphql/use-command';
import { LookAidDrawer, ReferAidDrawer } from './aid-drawers';

interface AidActsProps {
  readonly request: AidFragment;
}

const ANSWERS: readonly AidAnswer[] = ['GRANTED', 'NOT_GRANTED', 'WITHDRAWN'];

/** What can be done about a request now. */
export function AidActs({ request }: AidActsProps): ReactNode {
  const { t } = useTranslation('aid');
  const [drawer, setDrawer] = useState<'refer' | 'look' | null>(null);
  const close = (): void => setDrawer(null);
  const { mayBecome, nextLookOn, kind } = request;
  const label = (act: string): string => `${act} ${t(`kind.${kind}`)}`;
  return (
    <span className="row wrap g6">
      {mayBecome.includes('REFERRED') ? (
        <button
          type="button"
          className="btn sm pri"
          aria-label={label(t('act.refer'))}
          onClick={() => setDrawer('refer')}
        >
          {t('act.refer')}
        </button>
      ) : null}
      {nextLookOn === null ? null : (
        <button type="button" className="btn sm" aria-label={label(t('act.look'))} onClick={() => setDrawer('look')}>
          {t('act.look')}
        </button>
      )}
      {ANSWERS.filter((answer) => mayBecome.includes(answer)).map((answer) => (
        <Settle key={answer} request={request} answer={answer} />
      ))}
      {drawer === 'refer' ? <ReferAidDrawer request={request} onClose={close} /> : null}
      {drawer === 'look' ? <LookAidDrawer request={request} onClose={close} /> : null}
    </span>
  );
}

interface SettleProps extends AidActsProps {
  readonly answer: AidAnswer;
}

function Settle({ request, answer }: SettleProps): ReactNode {
  const { t } = useTranslation('aid');
  const settle = useCommand(SettleAidRequestDocument);
  return (
    <ActButton
      label={t(`answer.${answer}`)}
      isRunning={settle.isRunning}
      confirm={t('answerConfirm', { kind: t(`kind.${request.kind}`) })}
      act={() => settle.run({ id: request.id, expectedVersion: request.version, answer })}
      doneText={t('saved')}
    />
  );
}
