import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import {
  AcceptInvitationDocument,
  AcceptOfferDocument,
  ConsentToReferralDocument,
  DeclineReferralDocument,
  type MyReferralCardFragment,
} from '@contract/gql';
import { Note } from '../../../components/note';
import { useCommand, type CommandResult } from '../../../lib/graphql/use-command';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';
import { awaitsDecision } from './awaits-decision';

interface DecisionProps {
  readonly referral: MyReferralCardFragment;
}

/** Yes and no, of equal size and weight; what happens on no stands below: nothing. */
export function Decision({ referral }: DecisionProps): ReactNode {
  const { t } = useTranslation('myWork');
  const [sharesName, setSharesName] = useState(false);
  const [result, setResult] = useState<CommandResult<unknown> | null>(null);
  const answer = useAnswer(referral, sharesName);
  if (!awaitsDecision(referral)) return null;
  const { status } = referral;
  return (
    <>
      <Problem result={result} />
      {status === 'PROPOSED' ? (
        <label className="pick">
          <input type="checkbox" checked={sharesName} onChange={(event) => setSharesName(event.target.checked)} />
          {t('shareName')}
        </label>
      ) : null}
      <div className="pair">
        <button type="button" className="btn" onClick={() => void answer.no().then(setResult)}>
          {t(`no.${status}`)}
        </button>
        <button type="button" className="btn" onClick={() => void answer.yes().then(setResult)}>
          {t(`yes.${status}`)}
        </button>
      </div>
      <p className="dim">{t('onNo')}</p>
    </>
  );
}

function useAnswer(
  { id, status }: MyReferralCardFragment,
  shareIdentity: boolean,
): { readonly yes: () => Promise<CommandResult<unknown>>; readonly no: () => Promise<CommandResult<unknown>> } {
  const consent = useCommand(ConsentToReferralDocument);
  const invitation = useCommand(AcceptInvitationDocument);
  const offer = useCommand(AcceptOfferDocument);
  const decline = useCommand(DeclineReferralDocument);
  const yes = (): Promise<CommandResult<unknown>> => {
    if (status === 'PROPOSED') return consent.run({ id, shareIdentity });
    return status === 'INVITED' ? invitation.run({ id }) : offer.run({ id });
  };
  return { yes, no: () => decline.run({ id }) };
}

/** Why an answer was not taken. */
export function Problem({ result }: { readonly result: CommandResult<unknown> | null }): ReactNode {
  const { t } = useTranslation('common');
  const refusalText = useRefusalText();
  if (result?.kind === 'failed') {
    return (
      <Note tone="wheat" role="alert">
        {t('form.failed')}
      </Note>
    );
  }
  const refusal = result?.kind === 'refused' ? result.refusals[0] : undefined;
  return refusal === undefined ? null : (
    <Note tone="wheat" role="alert">
      {refusalText(refusal)}
    </Note>
  );
}
