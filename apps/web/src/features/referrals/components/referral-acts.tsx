import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SendReferralDocument, type ReferralRowFragment } from '@contract/gql';
import { ActButton } from '../../../components/desk/act-button';
import { useCommand } from '../../../lib/graphql/use-command';

/** What needs a form of its own. */
export type ReferralAct = 'recordConsent' | 'recordAcceptance' | 'withdraw' | 'proposeAgain';

interface ReferralActsProps {
  readonly row: ReferralRowFragment;
  readonly onOpen: (act: ReferralAct) => void;
}

/** The steps that are open to the caseworker, as the server lists them. */
export function ReferralActs({ row, onOpen }: ReferralActsProps): ReactNode {
  const { t } = useTranslation('referrals');
  const { run, isRunning } = useCommand(SendReferralDocument);
  const may = new Set(row.mayBecome);
  const acts: readonly ReferralAct[] = [
    ...(row.status === 'PROPOSED' ? (['recordConsent'] as const) : []),
    ...(row.status === 'OFFERED' ? (['recordAcceptance'] as const) : []),
    ...(may.has('PROPOSED') ? (['proposeAgain'] as const) : []),
    ...(may.has('WITHDRAWN') ? (['withdraw'] as const) : []),
  ];
  return (
    <span className="row g6 end">
      {may.has('SENT') ? (
        <ActButton
          label={t('act.send')}
          className="btn sm pri"
          isRunning={isRunning}
          act={() => run({ id: row.id })}
          doneText={t('sent', { enterprise: row.position.enterprise.name })}
        />
      ) : null}
      {acts.map((act) => (
        <button type="button" key={act} className="btn sm" onClick={() => onOpen(act)}>
          {t(`act.${act}`)}
        </button>
      ))}
    </span>
  );
}
