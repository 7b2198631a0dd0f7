import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { WaysToQualifyDocument, type WaysToQualifyQuery } from '@contract/gql';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';

type Missing = NonNullable<WaysToQualifyQuery['explainMatch']>['missingQualifications'][number];

interface WaysToQualifyProps {
  readonly clientId: string;
  readonly positionId: string;
}

/** For each skill or certificate that is missing: the next course that gives it, or that there is none. */
export function WaysToQualify({ clientId, positionId }: WaysToQualifyProps): ReactNode {
  const { t } = useTranslation('matching');
  const missing =
    useRead(WaysToQualifyDocument, { clientId, positionId }).data?.explainMatch?.missingQualifications ?? [];
  if (missing.length === 0) return null;
  return (
    <ul className="stack g4 s13">
      {missing.map((one) => (
        <li key={one.check + one.qualification.code}>
          <Way missing={one} />
        </li>
      ))}
      <li>
        <Link to="/training-plan">{t('trainingPlan')}</Link>
      </li>
    </ul>
  );
}

function Way({ missing: { qualification, nextSession } }: { readonly missing: Missing }): ReactNode {
  const { t } = useTranslation('matching');
  const format = useFormat();
  if (nextSession === null) return t('noCourse', { name: qualification.name });
  const free = nextSession.seats - nextSession.seatsTaken;
  const facts = {
    name: qualification.name,
    course: nextSession.course.name,
    startsOn: format.day(nextSession.startsOn),
    enrolTo: format.day(nextSession.enrolTo),
  };
  return free > 0 ? t('nextCourse', { ...facts, count: free }) : t('nextCourseFull', facts);
}
