import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MyFileOpeningsDocument } from '@contract/gql';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';

/** Who besides her caseworker opened her file, when and why, in plain words. */
export function MyOpenings(): ReactNode {
  const { t } = useTranslation('caseloads');
  const format = useFormat();
  const read = useRead(MyFileOpeningsDocument, {});
  return (
    <Loaded of={read}>
      {({ myFileOpenings }) =>
        myFileOpenings.length === 0 ? null : (
          <section className="card" aria-label={t('mine.title')}>
            <h2 className="pd s18">{t('mine.title')}</h2>
            {myFileOpenings.map((opening) => (
              <div className="pd stack g8" key={opening.id}>
                <b>{t('mine.line', { who: opening.readerName, at: format.instant(opening.openedAt) })}</b>
                <span>{t('mine.why', { why: t(`reason.${opening.reason}`), words: opening.explanation })}</span>
                <span>{t(`mine.review.${opening.review}`)}</span>
              </div>
            ))}
          </section>
        )
      }
    </Loaded>
  );
}
