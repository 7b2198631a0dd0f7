import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DataTable } from '../../../components/data-table';
import type { PreparedPayroll } from '../hooks/prepared-payroll';

interface PayrollPreviewProps {
  readonly payroll: PreparedPayroll;
}

const SHOWN = 3;

/** The first rows exactly as they will be sent. */
export function PayrollPreview({ payroll }: PayrollPreviewProps): ReactNode {
  const { t } = useTranslation('payroll');
  const rows = payroll.rows.slice(0, SHOWN).map((cells, index) => ({ id: String(index), cells }));
  const columns = payroll.header.map((title, place) => ({
    key: title,
    title,
    cell: ({ cells }: (typeof rows)[number]) => cells[place] ?? '',
  }));
  return (
    <details>
      <summary>{t('preview', { count: rows.length })}</summary>
      <DataTable caption={t('previewCaption')} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </details>
  );
}
