import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { FileOpeningsDocument, ReviewFileOpeningDocument, type OpeningFragment } from '@contract/gql';
import { Card } from '../../../components/card';
import { DataTable, type Column } from '../../../components/data-table';
import { CommandForm } from '../../../components/desk/command-form';
import { InputField, RadioField } from '../../../components/desk/fields';
import { SideDrawer } from '../../../components/desk/side-drawer';
import { EmptyState } from '../../../components/states/empty-state';
import { Loaded } from '../../../components/states/loaded';
import { TwoLines } from '../../../components/two-lines';
import { useFormat } from '../../../lib/format/use-format';
import { useCommand } from '../../../lib/graphql/use-command';
import { useRead } from '../../../lib/graphql/use-read';

/** The supervisor's second look at every file that was opened once. */
export function OpeningReviews(): ReactNode {
  const { t } = useTranslation('caseloads');
  const [open, setOpen] = useState<OpeningFragment | null>(null);
  const read = useRead(FileOpeningsDocument, {});
  const columns = useColumns(setOpen);
  return (
    <Loaded of={read}>
      {({ fileOpenings }) => (
        <Card
          title={t('review.title')}
          count={t('review.waiting', { count: fileOpenings.filter(({ review }) => review === 'PENDING').length })}
        >
          {fileOpenings.length === 0 ? (
            <EmptyState title={t('review.none')} text={t('review.noneText')} />
          ) : (
            <DataTable caption={t('review.title')} columns={columns} rows={fileOpenings} rowKey={({ id }) => id} />
          )}
          {open === null ? null : <ReviewDrawer opening={open} onClose={() => setOpen(null)} />}
        </Card>
      )}
    </Loaded>
  );
}

function useColumns(onReview: (row: OpeningFragment) => void): readonly Column<OpeningFragment>[] {
  const { t } = useTranslation('caseloads');
  const format = useFormat();
  return [
    {
      key: 'who',
      title: t('review.reader'),
      cell: (row) => <TwoLines first={row.readerName} second={row.fileNumber} />,
    },
    { key: 'at', title: t('review.at'), cell: ({ openedAt }) => format.instant(openedAt) },
    {
      key: 'why',
      title: t('review.why'),
      cell: ({ reason, explanation }) => <TwoLines first={t(`reason.${reason}`)} second={explanation} />,
    },
    {
      key: 'state',
      title: t('review.state'),
      cell: ({ review, reviewNote }) => <TwoLines first={t(`review.${review}`)} second={reviewNote} />,
    },
    {
      key: 'act',
      title: t('act'),
      isTitleHidden: true,
      isNumber: true,
      cell: (row) =>
        row.review === 'PENDING' ? (
          <button
            type="button"
            className="btn sm"
            aria-label={t('review.giveFor', { name: row.readerName, number: row.fileNumber })}
            onClick={() => onReview(row)}
          >
            {t('review.give')}
          </button>
        ) : null,
    },
  ];
}

interface ReviewValues {
  readonly verdict: 'JUSTIFIED' | 'NOT_JUSTIFIED';
  readonly note?: string;
}

function ReviewDrawer({
  opening,
  onClose,
}: {
  readonly opening: OpeningFragment;
  readonly onClose: () => void;
}): ReactNode {
  const { t } = useTranslation('caseloads');
  const { run, isRunning } = useCommand(ReviewFileOpeningDocument);
  return (
    <SideDrawer title={t('review.give')} onClose={onClose}>
      <p className="b">{t(`reason.${opening.reason}`)}</p>
      <p>{opening.explanation}</p>
      <CommandForm<ReviewValues, unknown>
        initial={{}}
        submitLabel={t('review.save')}
        isRunning={isRunning}
        onSubmit={({ verdict, note }) => run({ id: opening.id, verdict, note: note ?? '' })}
        onDone={onClose}
      >
        <RadioField
          name="verdict"
          label={t('review.verdict')}
          choices={(['JUSTIFIED', 'NOT_JUSTIFIED'] as const).map((value) => ({ value, label: t(`review.${value}`) }))}
        />
        <InputField name="note" label={t('review.note')} help={t('review.noteHelp')} isOptional />
      </CommandForm>
    </SideDrawer>
  );
}
