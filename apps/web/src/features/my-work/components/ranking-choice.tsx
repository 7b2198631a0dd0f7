import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ObjectToRankingDocument } from '@contract/gql';
import { useCommand } from '../../../lib/graphql/use-command';

interface RankingChoiceProps {
  readonly objects: boolean;
}

/** Whether one takes part in the ranking of positions; saying no costs nothing. */
export function RankingChoice({ objects }: RankingChoiceProps): ReactNode {
  const { t } = useTranslation('trainee');
  const { run, isRunning } = useCommand(ObjectToRankingDocument);
  return (
    <section className="card pd stack g8" aria-label={t('ranking.title')}>
      <h2 className="s18">{t('ranking.title')}</h2>
      <p>{t('ranking.text')}</p>
      <label className="pick">
        <input
          type="checkbox"
          checked={objects}
          disabled={isRunning}
          onChange={(event) => void run({ objects: event.target.checked })}
        />
        {t('ranking.object')}
      </label>
    </section>
  );
}
