import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  EndOtherSessionsDocument,
  EndSessionDocument,
  OwnAccountDocument,
  SwitchMembershipDocument,
  type OwnAccountQuery,
} from '@contract/gql';
import { Confirm } from '../../../components/desk/confirm';
import { Note } from '../../../components/note';
import { PageHead } from '../../../components/page-head';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand, type CommandResult } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';
import { useViewer } from '../../../lib/session/viewer-context';
import '../../../styles/account.css';
import { Passkeys } from './passkeys';
import { PasswordForm } from './password-form';
import { ProviderLink } from './provider-link';
import { SecondFactor } from './second-factor';

type Account = OwnAccountQuery['ownAccount'];

/** One's own account: password, sign-ins, memberships. */
export function AccountBoard(): ReactNode {
  const { t } = useTranslation('account');
  const read = useRead(OwnAccountDocument, {});
  const { role } = useViewer();
  const [problem, setProblem] = useState<string | null>(null);
  return (
    <>
      <title>{t('pageTitle')}</title>
      <PageHead title={t('title')} sub={t('sub')} />
      {problem === null ? null : (
        <Note tone="wheat" role="alert">
          {problem}
        </Note>
      )}
      <Loaded of={read}>
        {({ ownAccount }) => (
          <div className="acct">
            {ownAccount.memberships.length > 1 ? <Memberships account={ownAccount} onProblem={setProblem} /> : null}
            <section className="card stack" style={{ gap: 14 }}>
              <h2>{t('password.title')}</h2>
              <PasswordForm />
            </section>
            <Sessions account={ownAccount} onProblem={setProblem} />
            <Passkeys passkeys={ownAccount.passkeys} />
            {role === 'CLIENT' ? null : <ProviderLink link={ownAccount.providerLink} />}
            <SecondFactor isOn={ownAccount.hasSecondFactor} codesLeft={ownAccount.recoveryCodesLeft} />
          </div>
        )}
      </Loaded>
    </>
  );
}

interface PartProps {
  readonly account: Account;
  readonly onProblem: (problem: string | null) => void;
}

/** The sentence for a command that was not done; null when it was. */
function useProblem(): (result: CommandResult<unknown>) => string | null {
  const { t } = useTranslation('common');
  const refusalText = useRefusalText();
  return (result) => {
    if (result.kind === 'failed') return t('form.failed');
    return result.kind === 'refused' ? result.refusals.map(refusalText).join(' ') : null;
  };
}

function Sessions({ account, onProblem }: PartProps): ReactNode {
  const { t } = useTranslation('account');
  const format = useFormat();
  const end = useCommand(EndSessionDocument);
  const endOthers = useCommand(EndOtherSessionsDocument);
  const problemOf = useProblem();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <section className="card" aria-label={t('session.title')}>
      <div className="row g8 wrap">
        <h2>{t('session.title')}</h2>
        <span className="sp" />
        {account.sessions.length > 1 ? (
          <button type="button" className="btn" onClick={() => setIsAsking(true)}>
            {t('session.endOthers')}
          </button>
        ) : null}
      </div>
      {account.sessions.map(({ id, isCurrent, startedAt, lastSeenAt, role, organisationName }) => (
        <div className="li" key={id}>
          <span className="sp">
            <span className="b">
              {isCurrent ? t('session.here') : `${t(`common:role.${role}`)} · ${organisationName}`}
            </span>
            <span className="two">
              {t('session.times', { began: format.instant(startedAt), used: format.instant(lastSeenAt) })}
            </span>
          </span>
          {isCurrent ? null : (
            <button
              type="button"
              className="btn sm"
              aria-disabled={end.isRunning}
              onClick={() => void end.run({ id }).then((result) => onProblem(problemOf(result)))}
            >
              {t('session.end')}
            </button>
          )}
        </div>
      ))}
      {isAsking ? (
        <Confirm
          title={t('session.endOthers')}
          text={t('session.endOthersText')}
          yes={t('session.endOthers')}
          onYes={() => {
            setIsAsking(false);
            void endOthers.run({}).then((result) => onProblem(problemOf(result)));
          }}
          onNo={() => setIsAsking(false)}
        />
      ) : null}
    </section>
  );
}

function Memberships({ account, onProblem }: PartProps): ReactNode {
  const { t } = useTranslation('account');
  const { run, isRunning } = useCommand(SwitchMembershipDocument);
  const problemOf = useProblem();
  const go = async (id: string): Promise<void> => {
    const result = await run({ id });
    if (result.kind === 'done')
      window.location.assign('/'); // another role, other pages: begin anew
    else onProblem(problemOf(result));
  };
  return (
    <section className="card" aria-label={t('membership.title')}>
      <h2>{t('membership.title')}</h2>
      {account.memberships.map(({ id, role, organisationName, countyName, isCurrent }) => (
        <div className="li" key={id}>
          <span className="sp">
            <span className="b">{`${t(`common:role.${role}`)} · ${organisationName}`}</span>
            <span className="two">{isCurrent ? t('membership.current') : countyName}</span>
          </span>
          {isCurrent ? null : (
            <button type="button" className="btn sm" aria-disabled={isRunning} onClick={() => void go(id)}>
              {t('membership.switch')}
            </button>
          )}
        </div>
      ))}
    </section>
  );
}
