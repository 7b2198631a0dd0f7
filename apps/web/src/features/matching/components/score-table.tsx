import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ScoreWeightsVersionDocument } from '@contract/gql';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { useMatchWords, type JudgedPair } from '../../../components/match/use-match-words';
import { SegmentBar } from '../../../components/figures/segment-bar';

/** The score and its parts, each with the figures behind it; they add up to the total. */
export function ScoreTable({ match }: { readonly match: Pick<JudgedPair, 'score' | 'parts'> }): ReactNode {
  const { t } = useTranslation('matching');
  const format = useFormat();
  const words = useMatchWords();
  const version = useRead(ScoreWeightsVersionDocument, {}).data?.scoreWeightsInForce.version;
  return (
    <>
      <div className="row detail-score">
        <span className="figure">{format.count(match.score)}</span>
        <span className="dim s13">/10,000</span>
        <span className="sp" />
        {version === undefined ? null : <span className="s12 dim">{t('legend', { version })}</span>}
      </div>
      <div className="detail-bar">
        <SegmentBar parts={match.parts} />
      </div>
      <table className="tb dn pt0" role="table">
        <caption className="sr">{t('parts')}</caption>
        <tbody>
          {match.parts.map((part) => (
            <tr key={part.name}>
              <th scope="row" className="part">
                {t(`part.${part.name}`)}
              </th>
              <td className="part-bar">
                <SegmentBar parts={[part]} />
              </td>
              <td className="num">
                <b className="b">{format.count(part.points)}</b>
                <span className="dim">/{format.count(part.of)}</span>
              </td>
              <td className="mut s12">{words.part(part)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
