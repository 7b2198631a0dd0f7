import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { RequestErasureDocument, WithdrawErasureRequestDocument, type MyOwnDataQuery } from '@contract/gql';
import { Confirm } from '../../../components/desk/confirm';
import { Note } from '../../../components/note';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useProblem } from './use-problem';

type Request = NonNullable<MyOwnDataQuery['myErasureRequest']>;

/** Having what is kept about her erased: what goes, what stays, by when; she may take it back until it is confirmed. */
export function OwnErasure({ request }: { readonly request: Request | null }): ReactNode {
  const { t } = useTranslation('ownData');
  const isUnderWay = request?.status === 'REQUESTED' || request?.status === 'CONFIRMED';
  return (
    <section className="card" aria-labelledby="own-erasure">
      <div className="pd stack g8">
        <h2 className="s18" id="own-erasure">
          {t('erasure.title')}
        </h2>
        {isUnderWay ? <UnderWay request={request} /> : <Ask />}
      </div>
    </section>
  );
}

function UnderWay({ request: { id, status, requestedOn, dueOn } }: { readonly request: Request }): ReactNode {
  const { t } = useTranslation('ownData');
  const format = useFormat();
  const { run, isRunning } = useCommand(WithdrawErasureRequestDocument);
  const { problem, note } = useProblem();
  return (
    <>
      <Note role="status">
        {t(`erasure.state.${status}`, { asked: format.day(requestedOn), due: format.day(dueOn) })}
      </Note>
      {problem === null ? null : (
        <Note tone="wheat" role="alert">
          {problem}
        </Note>
      )}
      {status === 'REQUESTED' ? (
        <button type="button" className="btn" aria-disabled={isRunning} onClick={() => void run({ id }).then(note)}>
          {t('erasure.takeBack')}
        </button>
      ) : null}
    </>
  );
}

function Ask(): ReactNode {
  const { t } = useTranslation('ownData');
  const { run, isRunning } = useCommand(RequestErasureDocument);
  const { problem, note } = useProblem();
  const [isAsking, setIsAsking] = useState(false);
  const send = async (): Promise<void> => {
    setIsAsking(false);
    note(await run({}));
  };
  return (
    <>
      <p>{t('erasure.text')}</p>
      <p className="mut">{t('erasure.stays')}</p>
      {problem === null ? null : (
        <Note tone="wheat" role="alert">
          {problem}
        </Note>
      )}
      <button type="button" className="btn" aria-disabled={isRunning} onClick={() => setIsAsking(true)}>
        {t('erasure.ask')}
      </button>
      {isAsking ? (
        <Confirm
          title={t('erasure.confirm')}
          text={t('erasure.confirmText')}
          yes={t('erasure.ask')}
          onYes={() => void send()}
          onNo={() => setIsAsking(false)}
        />
      ) : null}
    </>
  );
}
