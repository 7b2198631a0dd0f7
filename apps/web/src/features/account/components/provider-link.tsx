import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  BeginProviderLinkDocument,
  SignInProviderDocument,
  UnlinkProviderDocument,
  type AccountFactsFragment,
} from '@contract/gql';
import { Confirm } from '../../../components/desk/confirm';
import { Note } from '../../../components/note';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand, type CommandResult } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';
import { useProviderAnswer } from '../../../lib/session/use-provider-answer';

const ANSWERS = ['linked', 'taken', 'already', 'refused', 'over', 'unavailable', 'left', 'delayed'] as const;

interface ProviderLinkProps {
  readonly link: AccountFactsFragment['providerLink'];
}

/** The link to the sign-in provider, where the operator set one up. */
export function ProviderLink({ link }: ProviderLinkProps): ReactNode {
  const { t } = useTranslation('account');
  const answer = useProviderAnswer(ANSWERS);
  const [problem, setProblem] = useState<string | null>(null);
  const label = useRead(SignInProviderDocument, {}).data?.signInProvider?.label;
  if (label === undefined) return null;
  const said = problem ?? (answer === null ? null : t(`provider.answer.${answer}`, { label }));
  const isGood = problem === null && answer === 'linked';
  return (
    <section className="card stack" style={{ gap: 14 }} aria-label={t('provider.title', { label })}>
      <h2>{t('provider.title', { label })}</h2>
      <p className="s13 mut">{t('provider.text', { label })}</p>
      {said === null ? null : (
        <Note tone={isGood ? 'petrol' : 'wheat'} role={isGood ? 'status' : 'alert'}>
          {said}
        </Note>
      )}
      {link === null ? <Unlinked onSaid={setProblem} /> : <Linked link={link} label={label} onSaid={setProblem} />}
    </section>
  );
}

interface PartProps {
  readonly onSaid: (problem: string | null) => void;
}

function useProblem(): (result: CommandResult<unknown>) => string | null {
  const { t } = useTranslation('common');
  const refusalText = useRefusalText();
  return (result) => {
    if (result.kind === 'failed') return t('form.failed');
    return result.kind === 'refused' ? result.refusals.map(refusalText).join(' ') : null;
  };
}

function Unlinked({ onSaid }: PartProps): ReactNode {
  const { t } = useTranslation('account');
  const problemOf = useProblem();
  const { run, isRunning } = useCommand(BeginProviderLinkDocument);
  const leave = async (): Promise<void> => {
    const result = await run({});
    const url = result.kind === 'done' ? result.payload.url : null;
    if (url === null) onSaid(problemOf(result));
    else window.location.assign(url);
  };
  return (
    <>
      <p className="mut">{t('provider.none')}</p>
      <div>
        <button
          type="button"
          className="btn"
          aria-disabled={isRunning}
          onClick={() => (isRunning ? undefined : void leave())}
        >
          {t('provider.link')}
        </button>
      </div>
    </>
  );
}

interface LinkedProps extends PartProps {
  readonly link: NonNullable<ProviderLinkProps['link']>;
  readonly label: string;
}

function Linked({ link, label, onSaid }: LinkedProps): ReactNode {
  const { t } = useTranslation('account');
  const format = useFormat();
  const problemOf = useProblem();
  const { run, isRunning } = useCommand(UnlinkProviderDocument);
  const [isAsking, setIsAsking] = useState(false);
  const began = format.instant(link.linkedAt);
  const unlink = async (): Promise<void> => {
    setIsAsking(false);
    onSaid(problemOf(await run({})));
  };
  return (
    <div className="li">
      <span className="sp">
        <span className="b">{t('provider.linked')}</span>
        <span className="two">
          {link.lastUsedAt === null
            ? t('provider.unused', { began })
            : t('provider.used', { began, used: format.instant(link.lastUsedAt) })}
        </span>
      </span>
      <button type="button" className="btn sm" aria-disabled={isRunning} onClick={() => setIsAsking(true)}>
        {t('provider.unlink')}
      </button>
      {isAsking ? (
        <Confirm
          title={t('provider.unlink')}
          text={t('provider.unlinkText', { label })}
          yes={t('provider.unlink')}
          onYes={() => void unlink()}
          onNo={() => setIsAsking(false)}
        />
      ) : null}
    </div>
  );
}
