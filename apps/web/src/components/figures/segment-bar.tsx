import type { CSSProperties, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { MatchFieldsFragment } from '@contract/gql';

type Part = MatchFieldsFragment['parts'][number];

interface SegmentBarProps {
  readonly parts: readonly Part[];
  readonly isThin?: boolean;
}

const styleOf = ({ points, of }: Part): CSSProperties => ({
  flex: of,
  ['--f' as string]: `${of === 0 ? 0 : (100 * points) / of}%`,
});

/** A score made of its parts: widths are the weights, in the same order everywhere. */
export function SegmentBar({ parts, isThin = false }: SegmentBarProps): ReactNode {
  const { t } = useTranslation('matching');
  const label = parts.map(({ name, points, of }) => `${t(`part.${name}`)} ${points}/${of}`).join('，');
  return (
    <span className={isThin ? 'sg th' : 'sg'} role="img" aria-label={label}>
      {parts.map((part) => (
        <i key={part.name} style={styleOf(part)} />
      ))}
    </span>
  );
}
