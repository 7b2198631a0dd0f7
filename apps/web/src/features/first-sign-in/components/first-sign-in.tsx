import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ClientSignInDocument, IssueSignInCodeDocument, type ClientSignInQuery } from '@contract/gql';
import { ActButton } from '../../../components/desk/act-button';
import { Note } from '../../../components/note';
import { NotHere } from '../../../components/states/error-state';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { Letter } from './letter';

type SignInOfClient = NonNullable<ClientSignInQuery['clientSignIn']>;

interface Issued {
  readonly login: string;
  readonly code: string;
  readonly expiresAt: string;
}

/** A one-time code for a client, and the letter that carries it. */
export function FirstSignIn({ clientId }: { readonly clientId: string }): ReactNode {
  const read = useRead(ClientSignInDocument, { clientId });
  return (
    <Loaded of={read}>
      {({ clientSignIn }) => (clientSignIn === null ? <NotHere /> : <Board key={clientId} of={clientSignIn} />)}
    </Loaded>
  );
}

function Board({ of }: { readonly of: SignInOfClient }): ReactNode {
  const { t } = useTranslation('letter');
  const format = useFormat();
  const { run, isRunning } = useCommand(IssueSignInCodeDocument);
  const [issued, setIssued] = useState<Issued | null>(null);
  const issue = async () => {
    const result = await run({ clientId: of.id });
    if (result.kind === 'done') {
      const { code, clientSignIn } = result.payload;
      const { login = null, codeExpiresAt = null } = clientSignIn ?? {};
      if (code !== null && login !== null && codeExpiresAt !== null)
        setIssued({ code, login, expiresAt: codeExpiresAt });
    }
    return result;
  };
  const waits = of.codeExpiresAt !== null;
  return (
    <>
      <section className="card no-print" aria-labelledby="first-sign-in">
        <div className="ch">
          <h2 id="first-sign-in">{t('title')}</h2>
        </div>
        <div className="cb stack g8">
          <p className="mut">{t('text')}</p>
          <dl className="facts">
            <dt>{t('login')}</dt>
            <dd>{of.login ?? t('none')}</dd>
            <dt>{t('lastSeen')}</dt>
            <dd>{of.lastSeenAt === null ? t('never') : format.instant(of.lastSeenAt)}</dd>
            <dt>{t('waiting')}</dt>
            <dd>{of.codeExpiresAt === null ? t('none') : t('until', { at: format.instant(of.codeExpiresAt) })}</dd>
          </dl>
          <div className="row g8 wrap">
            <ActButton
              label={t(issued === null && !waits ? 'issue' : 'issueAgain')}
              className={issued === null ? 'btn pri' : 'btn'}
              isRunning={isRunning}
              {...(of.lastSeenAt === null && !waits ? {} : { confirm: t('issueHelp') })}
              act={issue}
            />
          </div>
          {issued === null ? null : <Note tone="wheat">{t('once')}</Note>}
        </div>
      </section>
      {issued === null ? null : <Letter key={issued.code} {...issued} />}
    </>
  );
}
