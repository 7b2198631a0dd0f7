import { useCallback, useState } from 'react';
import { useClient } from 'urql';
import { PayrollTrialDocument, type PayrollTrialQuery } from '@contract/gql';
import { partsOf, type PreparedPayroll } from './prepared-payroll';

type TrialRow = PayrollTrialQuery['payrollTrial']['rows'][number];

/** One row with its number in the person's own file. */
export type CheckedRow = Pick<TrialRow, 'rowNumber' | 'key' | 'rules'> & {
  readonly refusals: readonly { readonly code: string; readonly field: readonly string[] }[];
};

/** What the checks said so far. */
export type Trial =
  | { readonly kind: 'none' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'running'; readonly done: number; readonly of: number }
  | { readonly kind: 'refused'; readonly code: string; readonly field: readonly string[] }
  | { readonly kind: 'done'; readonly rows: readonly CheckedRow[] };

const NONE: Trial = { kind: 'none' };
const HEADER_ROWS = 1;

/** Has a prepared payroll checked part by part; nothing of it is kept anywhere. */
export function usePayrollTrial(period: string) {
  const client = useClient();
  const [trial, setTrial] = useState<Trial>(NONE);
  const check = useCallback(
    async (payroll: PreparedPayroll): Promise<void> => {
      const rows: CheckedRow[] = [];
      for (const { csv, before } of partsOf(payroll)) {
        setTrial({ kind: 'running', done: before, of: payroll.rows.length });
        const { data } = await client
          .query(PayrollTrialDocument, { period, csv }, { requestPolicy: 'network-only' })
          .toPromise();
        if (data === undefined) return setTrial({ kind: 'failed' });
        const { fileRefusal, rows: checked } = data.payrollTrial;
        if (fileRefusal !== null) return setTrial({ kind: 'refused', ...fileRefusal });
        rows.push(...checked.map((row) => ({ ...row, rowNumber: numberOf(payroll, before, row) })));
      }
      setTrial({ kind: 'done', rows: withDuplicates(rows) });
    },
    [client, period],
  );
  const forget = useCallback(() => setTrial(NONE), []);
  return { trial, check, forget };
}

const numberOf = ({ rowNumbers }: PreparedPayroll, before: number, { rowNumber }: TrialRow): number =>
  rowNumbers[before + rowNumber - HEADER_ROWS - 1] ?? rowNumber;

/** Parts do not know of each other: the same number in two of them is found here, as the import will find it. */
function withDuplicates(rows: readonly CheckedRow[]): readonly CheckedRow[] {
  const seen = new Set<string>();
  return rows.map((row) => {
    if (row.key === null || row.refusals.length > 0) return row;
    if (seen.has(row.key)) return { ...row, refusals: [{ code: 'DUPLICATE_IN_FILE', field: [] }], rules: [] };
    seen.add(row.key);
    return row;
  });
}
