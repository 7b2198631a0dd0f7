import Download from '@ant-design/icons-svg/es/asn/DownloadOutlined';
import Upload from '@ant-design/icons-svg/es/asn/UploadOutlined';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Card } from '../../../components/card';
import { Icon } from '../../../components/icon';
import { useFormat } from '../../../lib/format/use-format';
import { readTable, type Table, type TableProblem } from '../../../lib/tables/read-table';

/** A table that was read in this browser. */
export interface ChosenTable {
  readonly name: string;
  readonly table: Table;
}

interface ChooseTableProps {
  readonly chosen: ChosenTable | null;
  readonly onChoose: (chosen: ChosenTable | null) => void;
}

/** The file, read here and not sent; the templates stand beside it. */
export function ChooseTable({ chosen, onChoose }: ChooseTableProps): ReactNode {
  const { t } = useTranslation('payroll');
  const format = useFormat();
  const [problem, setProblem] = useState<TableProblem | null>(null);
  const choose = async (file: File): Promise<void> => {
    const table = await readTable(file);
    const isTable = typeof table === 'object';
    setProblem(isTable ? null : table);
    onChoose(isTable ? { name: file.name, table } : null);
  };
  return (
    <Card title={t('file')} more={<Templates />}>
      <div className="cb stack g8">
        <p className="s13">{t('fileText')}</p>
        <span className="btn file-button">
          <Icon of={Upload} />
          {t(chosen === null ? 'choose' : 'chooseAnother')}
          <input
            type="file"
            accept=".csv,.xlsx"
            aria-label={t('file')}
            onChange={({ target }) => {
              const file = target.files?.[0];
              if (file !== undefined) void choose(file);
              target.value = ''; // so that the same file, mended, can be chosen again
            }}
          />
        </span>
        {problem === null ? null : (
          <p className="err" role="alert">
            {t(`tableProblem.${problem}`)}
          </p>
        )}
        {chosen === null ? null : (
          <p className="s13" role="status">
            {t('readFile', { name: chosen.name, rows: format.count(chosen.table.rows.length) })}
          </p>
        )}
      </div>
    </Card>
  );
}

function Templates(): ReactNode {
  const { t } = useTranslation('payroll');
  return (
    <span className="row g6">
      <Icon of={Download} />
      <a href="/payroll-template/xlsx" download>
        {t('templateXlsx')}
      </a>
      <a href="/payroll-template/csv" download>
        {t('templateCsv')}
      </a>
    </span>
  );
}
