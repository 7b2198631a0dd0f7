import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { FileOpeningsDocument, OpenFileDocument, type OpeningFragment, type OpeningReason } from '@contract/gql';
import { Card } from '../../../components/card';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField, RadioField } from '../../../components/desk/fields';
import { Note } from '../../../components/note';
import { PageHead } from '../../../components/page-head';
import { Loaded } from '../../../components/states/loaded';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';

const REASONS = ['CASEWORKER_AWAY', 'CLIENT_ASKED', 'DEADLINE_TODAY', 'WORKPLACE_MATTER', 'OTHER'] as const;

interface OpenValues {
  readonly search: string;
  readonly reason: OpeningReason;
  readonly explanation: string;
}

interface OpenFileBoardProps {
  /** True for a supervisor, who reads her team's files but not their notes. */
  readonly isTeam: boolean;
}

/** Looks for one client of a colleague; what follows is said before it is done. */
export function OpenFileBoard({ isTeam }: OpenFileBoardProps): ReactNode {
  const { t } = useTranslation('caseloads');
  const navigate = useNavigate();
  const open = useCommand(OpenFileDocument);
  return (
    <>
      <title>{t('opening.pageTitle')}</title>
      <PageHead title={t('opening.title')} sub={t(isTeam ? 'opening.subTeam' : 'opening.sub')} />
      <Card title={t('opening.form')}>
        <div style={{ maxWidth: 560, padding: '0 14px 14px' }}>
          <div style={{ marginBottom: 14 }}>
            <Note tone="wheat">
              <p>{t('opening.before')}</p>
              <ul>
                <li>{t('opening.beforeClient')}</li>
                <li>{t('opening.beforeSupervisor')}</li>
                <li>{t('opening.beforeHour')}</li>
              </ul>
            </Note>
          </div>
          <CommandForm<OpenValues, { readonly fileOpening: { readonly id: string } | null }>
            initial={{}}
            submitLabel={t('opening.open')}
            isRunning={open.isRunning}
            onSubmit={(input) => open.run({ input })}
            onDone={({ fileOpening }) => fileOpening !== null && void navigate(`/opened-file/${fileOpening.id}`)}
          >
            <InputField name="search" label={t('opening.search')} help={t('opening.searchHelp')} />
            <RadioField
              name="reason"
              label={t('opening.reason')}
              choices={REASONS.map((value) => ({ value, label: t(`reason.${value}`) }))}
            />
            <InputField name="explanation" label={t('opening.explanation')} help={t('opening.explanationHelp')} />
          </CommandForm>
        </div>
      </Card>
      {isTeam ? null : <OwnOpenings />}
    </>
  );
}

function OwnOpenings(): ReactNode {
  const { t } = useTranslation('caseloads');
  const read = useRead(FileOpeningsDocument, {});
  return (
    <Card title={t('opening.own')}>
      <Loaded of={read}>
        {({ fileOpenings }) =>
          fileOpenings.length === 0 ? (
            <p className="li mut">{t('opening.ownNone')}</p>
          ) : (
            fileOpenings.map((opening) => <OwnLine key={opening.id} opening={opening} />)
          )
        }
      </Loaded>
    </Card>
  );
}

function OwnLine({ opening }: { readonly opening: OpeningFragment }): ReactNode {
  const { t } = useTranslation('caseloads');
  const format = useFormat();
  const isOpen = Date.parse(opening.closesAt) > Date.now();
  return (
    <div className="li">
      <span className="sp">
        <TwoLines first={t(`reason.${opening.reason}`)} second={opening.explanation} />
        <span className="two">
          {format.instant(opening.openedAt)} · {t(`review.${opening.review}`)}
        </span>
      </span>
      {isOpen ? (
        <Link className="btn sm" to={`/opened-file/${opening.id}`}>
          {t('opening.again', { at: format.instant(opening.closesAt) })}
        </Link>
      ) : (
        <span className="mut">{t('opening.closed')}</span>
      )}
    </div>
  );
}
