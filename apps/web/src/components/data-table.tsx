import type { ReactNode } from 'react';
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

/** A table with a caption for screen readers; the current row of a key-driven list is marked. */
export function DataTable<Row>({ caption, columns, rows, rowKey, currentIndex }: DataTableProps<Row>): ReactNode {
  const scroll = useScrollable(caption);
  return (
    <div className="scroll" {...scroll}>
      <table className="tb">
        <caption className="sr">{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ key, title, isNumber, isTitleHidden }) => (
              <th key={key} scope="col" className={isNumber === true ? 'num' : ''}>
                {isTitleHidden === true ? <span className="sr">{title}</span> : title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            <tr
              key={rowKey(row)}
              className={index === currentIndex ? 'cur' : ''}
              {...(index === currentIndex ? { 'aria-current': 'true' as const } : {})}
            >
              {columns.map((column) => (
                <td key={column.key} className={column.isNumber === true ? 'num' : ''}>
                  {column.cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
