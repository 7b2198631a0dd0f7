import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useClient } from 'urql';
import { BeginProviderSignInDocument, SignInProviderDocument } from '@contract/gql';
import { Note } from '../../../components/note';
import { useRead } from '../../../lib/graphql/use-read';
import { useRefusalText } from '../../../lib/i18n/use-refusal-text';

/** What may come of the way to the provider. */
export const PROVIDER_ANSWERS = ['step', 'refused', 'over', 'unavailable', 'left', 'delayed'] as const;

/** One of them. */
export type ProviderAnswer = (typeof PROVIDER_ANSWERS)[number];

interface ProviderEntranceProps {
  /** What came of the last time; null = there was none. */
  readonly answer: ProviderAnswer | null;
}

/** The way in through the provider, where the operator set one up; and what came of it. */
export function ProviderEntrance({ answer }: ProviderEntranceProps): ReactNode {
  const { t } = useTranslation('signIn');
  const client = useClient();
  const refusalText = useRefusalText();
  const label = useRead(SignInProviderDocument, {}).data?.signInProvider?.label;
  const [isLeaving, setIsLeaving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  if (label === undefined) return null;
  const leave = async (): Promise<void> => {
    setIsLeaving(true);
    const { data } = await client.mutation(BeginProviderSignInDocument, {}).toPromise();
    const begun = data?.beginProviderSignIn;
    if (typeof begun?.url === 'string') return window.location.assign(begun.url);
    setIsLeaving(false);
    setProblem(begun === undefined ? t('failed') : begun.userErrors.map(refusalText).join(' '));
  };
  const said = problem ?? (answer === null || answer === 'step' ? null : t(`provider.${answer}`, { label }));
  return (
    <div className="stack" style={{ gap: 14, marginTop: 14 }}>
      {said === null ? null : (
        <Note tone="wheat" role="alert">
          {said}
        </Note>
      )}
      <button
        type="button"
        className="btn wide"
        aria-disabled={isLeaving}
        onClick={() => (isLeaving ? undefined : void leave())}
      >
        {t('provider.enter', { label })}
      </button>
    </div>
  );
}
