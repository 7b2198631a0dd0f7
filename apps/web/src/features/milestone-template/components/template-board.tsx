import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { MilestoneTemplatesDocument, type TemplateVersionFragment } from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { Note } from '../../../components/note';
import { PageHead } from '../../../components/page-head';
import { Loaded } from '../../../components/states/loaded';
import { useFormat } from '../../../lib/format/use-format';
import { useRead } from '../../../lib/graphql/use-read';
import { TemplateEditor } from './template-editor';

/** The county's milestones after a placement: what counts, another version on trial, and all versions so far. */
export function TemplateBoard(): ReactNode {
  const { t } = useTranslation('milestoneTemplate');
  const read = useRead(MilestoneTemplatesDocument, {});
  const [isDone, setIsDone] = useState(false);
  return (
    <>
      <title>{t('pageTitle')}</title>
      <Loaded of={read} rows={8}>
        {({ milestoneTemplate, milestoneTemplates }) => (
          <>
            <PageHead title={t('title')} sub={t('sub', { version: milestoneTemplate.version })} />
            <div className="stack">
              {isDone ? <Note role="status">{t('changed')}</Note> : null}
              <Note tone="slate">{t('effect')}</Note>
              <TemplateEditor
                key={milestoneTemplates.length}
                inForce={milestoneTemplate}
                latestVersion={Math.max(...milestoneTemplates.map(({ version }) => version))}
                onDone={() => {
                  setIsDone(true);
                  read.retry();
                }}
              />
              <Versions versions={milestoneTemplates} inForce={milestoneTemplate.version} />
            </div>
          </>
        )}
      </Loaded>
    </>
  );
}

interface VersionsProps {
  readonly versions: readonly TemplateVersionFragment[];
  readonly inForce: number;
}

function Versions({ versions, inForce }: VersionsProps): ReactNode {
  const { t } = useTranslation(['milestoneTemplate', 'followUp']);
  const format = useFormat();
  const columns: readonly Column<TemplateVersionFragment>[] = [
    {
      key: 'version',
      title: t('version'),
      cell: ({ version }) => (
        <>
          {version} {version === inForce ? <span className="tag pick">{t('inForce')}</span> : null}
        </>
      ),
    },
    {
      key: 'from',
      title: t('from'),
      cell: ({ effectiveFrom }) => (effectiveFrom === null ? t('first') : format.day(effectiveFrom)),
    },
    {
      key: 'out',
      title: t('leftOut'),
      cell: ({ milestones }) => {
        const out = milestones.filter(({ isPlanned }) => !isPlanned);
        return out.length === 0 ? t('none') : format.list(out.map(({ code }) => t(`followUp:code.${code}`)));
      },
    },
  ];
  return (
    <Card title={t('versions')}>
      <DataTable caption={t('versions')} columns={columns} rows={versions} rowKey={({ version }) => String(version)} />
    </Card>
  );
}
