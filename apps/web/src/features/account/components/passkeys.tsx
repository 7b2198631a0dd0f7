import { useState, type ReactNode, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AddPasskeyDocument,
  BeginPasskeyDocument,
  RemovePasskeyDocument,
  type AccountFactsFragment,
} from '@contract/gql';
import { Confirm } from '../../../components/desk/confirm';
import { Note } from '../../../components/note';
import { PlainField } from '../../../components/plain-field';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand, type CommandResult } from '../../../lib/graphql/use-command';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';
import { makePasskeyFor, noPasskeys } from '../../../lib/session/passkeys';
import { RecoveryCodes } from './recovery-codes';

type Passkey = AccountFactsFragment['passkeys'][number];
type Said = { readonly tone: 'wheat' | 'petrol'; readonly text: string } | null;

interface PasskeysProps {
  readonly passkeys: readonly Passkey[];
}

/** One's own passkeys: what there is, one more on this device, one less. */
export function Passkeys({ passkeys }: PasskeysProps): ReactNode {
  const { t } = useTranslation('account');
  const [said, setSaid] = useState<Said>(null);
  const [codes, setCodes] = useState<readonly string[]>([]);
  const missing = noPasskeys();
  return (
    <section className="card stack" style={{ gap: 14 }} aria-label={t('passkey.title')}>
      <h2>{t('passkey.title')}</h2>
      <p className="s13 mut">{t('passkey.text')}</p>
      {said === null ? null : (
        <Note tone={said.tone} role={said.tone === 'wheat' ? 'alert' : 'status'}>
          {said.text}
        </Note>
      )}
      {passkeys.length === 0 ? <p className="mut">{t('passkey.none')}</p> : null}
      {passkeys.map((passkey) => (
        <OnePasskey key={passkey.id} passkey={passkey} onSaid={setSaid} />
      ))}
      {codes.length > 0 ? <RecoveryCodes text={t('passkey.codes')} codes={codes} onNoted={() => setCodes([])} /> : null}
      {missing === null ? (
        <NewPasskey onSaid={setSaid} onCodes={setCodes} />
      ) : (
        <Note tone="slate">{t(missing === 'ip-address' ? 'passkey.noIp' : 'passkey.noBrowser')}</Note>
      )}
    </section>
  );
}

interface PartProps {
  readonly onSaid: (said: Said) => void;
}

function OnePasskey({ passkey, onSaid }: PartProps & { readonly passkey: Passkey }): ReactNode {
  const { t } = useTranslation('account');
  const format = useFormat();
  const problem = useProblem();
  const { run, isRunning } = useCommand(RemovePasskeyDocument);
  const [isAsking, setIsAsking] = useState(false);
  const { id, name, createdAt, lastUsedAt } = passkey;
  const began = format.instant(createdAt);
  const remove = async (): Promise<void> => {
    setIsAsking(false);
    onSaid(problem(await run({ id })));
  };
  return (
    <div className="li">
      <span className="sp">
        <span className="b">{name}</span>
        <span className="two">
          {lastUsedAt === null
            ? t('passkey.unused', { began })
            : t('passkey.used', { began, used: format.instant(lastUsedAt) })}
        </span>
      </span>
      <button
        type="button"
        className="btn sm"
        aria-label={t('passkey.removeOf', { name })}
        aria-disabled={isRunning}
        onClick={() => setIsAsking(true)}
      >
        {t('passkey.remove')}
      </button>
      {isAsking ? (
        <Confirm
          title={t('passkey.removeOf', { name })}
          text={t('passkey.removeText')}
          yes={t('passkey.remove')}
          onYes={() => void remove()}
          onNo={() => setIsAsking(false)}
        />
      ) : null}
    </div>
  );
}

interface NewPasskeyProps extends PartProps {
  /** Codes that came with it; none with most. */
  readonly onCodes: (codes: readonly string[]) => void;
}

function NewPasskey({ onSaid, onCodes }: NewPasskeyProps): ReactNode {
  const { t } = useTranslation('account');
  const problem = useProblem();
  const begin = useCommand(BeginPasskeyDocument);
  const add = useCommand(AddPasskeyDocument);
  const [isOpen, setIsOpen] = useState(false);
  const [name, setName] = useState('');
  const make = async (): Promise<Said> => {
    const begun = await begin.run({});
    if (begun.kind !== 'done') return problem(begun);
    const made = await makePasskeyFor(begun.payload.request ?? '{}');
    if (made.kind === 'left') return { tone: 'wheat', text: t('passkey.left') };
    const added = await add.run({ name, answer: made.answer });
    if (added.kind !== 'done') return problem(added);
    onCodes(added.payload.recoveryCodes ?? []);
    setName('');
    setIsOpen(false);
    return { tone: 'petrol', text: t('passkey.added') };
  };
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!begin.isRunning && !add.isRunning) void make().then(onSaid);
  };
  if (!isOpen)
    return (
      <div>
        <button type="button" className="btn" onClick={() => setIsOpen(true)}>
          {t('passkey.add')}
        </button>
      </div>
    );
  return (
    <form className="stack" style={{ gap: 14, maxWidth: 420 }} onSubmit={submit}>
      <PlainField label={t('passkey.name')} type="text" autoComplete="off" value={name} onChange={setName} />
      <div>
        <button type="submit" className="btn pri" aria-disabled={begin.isRunning || add.isRunning}>
          {t('passkey.save')}
        </button>
      </div>
    </form>
  );
}

/** The sentence for a command that was not done; null when it was. */
function useProblem(): (result: CommandResult<unknown>) => Said {
  const { t } = useTranslation('account');
  const refusalText = useRefusalText();
  return (result) => {
    if (result.kind === 'refused') return { tone: 'wheat', text: result.refusals.map(refusalText).join(' ') };
    return result.kind === 'failed' ? { tone: 'wheat', text: t('common:form.failed') } : null;
  };
}
