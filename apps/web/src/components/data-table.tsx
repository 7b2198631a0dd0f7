import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useScrollable } from './use-scrollable';

/** A column: its heading and what it shows of a row. */
export interface Column<Row> {
  readonly key: string;
  readonly title: string;
  readonly isNumber?: boolean;
  /** The heading is for screen readers only, as over a column of buttons. */
  readonly isTitleHidden?: boolean;
  readonly cell: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly currentIndex?: number;
}

/**
 * A table with a caption for screen readers; the current row of a key-driven list is marked. On a phone each row is a
 * block of named lines; the roles stand there because a browser may forget those of a table that is laid out as blocks.
 */
export function DataTable<Row>({ caption, columns, rows, rowKey, currentIndex }: DataTableProps<Row>): ReactNode {
  const { t } = useTranslation('common');
  const scroll = useScrollable(t('sideways', { name: caption }));
  return (
    <div className="scroll" {...scroll}>
      <table className="tb rows" role="table">
        <caption className="sr">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map(({ key, title, isNumber, isTitleHidden }) => (
              <th key={key} scope="col" role="columnheader" className={isNumber === true ? 'num' : ''}>
                {isTitleHidden === true ? <span className="sr">{title}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {rows.map((row, index) => (
            <tr
              key={rowKey(row)}
              role="row"
              className={index === currentIndex ? 'cur' : ''}
              {...(index === currentIndex ? { 'aria-current': 'true' as const } : {})}
            >
              {columns.map((column) => (
                <td
                  key={column.key}
                  role="cell"
                  className={column.isNumber === true ? 'num' : ''}
                  {...(column.isTitleHidden === true ? {} : { 'data-title': column.title })}
                >
                  <div className="cell">{column.cell(row)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
