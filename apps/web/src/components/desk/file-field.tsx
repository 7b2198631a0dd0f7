import Upload from '@ant-design/icons-svg/es/asn/UploadOutlined';
import { Form } from 'antd';
import { use, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { uploadFile } from '../../lib/upload/upload-file';
import { Icon } from '../icon';
import { DirtyContext } from './dirty-context';

interface FileFieldProps {
  readonly name: string;
  readonly label: string;
  readonly help?: string;
  readonly accept: string;
  /** Said where the form is sent without a file. */
  readonly missing: string;
}

type FileState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'done'; readonly name: string }
  | { readonly kind: 'refused'; readonly code: string };

/** A file that is sent as soon as it is chosen; the value of the field is the id that it got. */
export function FileField({ name, label, help, accept, missing }: FileFieldProps): ReactNode {
  const { t } = useTranslation('common');
  const form = Form.useFormInstance();
  const noteDirty = use(DirtyContext);
  const latest = useRef(0);
  const [state, setState] = useState<FileState>({ kind: 'empty' });
  const put = (value: string | undefined): void => form.setFields([{ name, value, errors: [] }]);
  const choose = async (file: File): Promise<void> => {
    const turn = ++latest.current;
    setState({ kind: 'sending' });
    put(undefined);
    noteDirty(true);
    const result = await uploadFile(file);
    if (turn !== latest.current) return;
    if (result.kind === 'refused') return setState(result);
    setState({ kind: 'done', name: result.file.name });
    put(result.file.fileId);
  };
  return (
    <Form.Item
      name={name}
      label={label}
      validateTrigger={[]}
      rules={[{ required: true, message: state.kind === 'sending' ? t('upload.wait') : missing }]}
      {...(help === undefined ? {} : { extra: help })}
    >
      <FilePicker accept={accept} state={state} onChoose={(file) => void choose(file)} />
    </Form.Item>
  );
}

interface FilePickerProps {
  readonly accept: string;
  readonly state: FileState;
  readonly onChoose: (file: File) => void;
  /** Given by the form around it. */
  readonly id?: string;
  readonly 'aria-describedby'?: string;
  readonly 'aria-invalid'?: boolean | 'true' | 'false';
}

/** The browser's own file control under a button in the language of the page. */
function FilePicker({ accept, state, onChoose, id, ...aria }: FilePickerProps): ReactNode {
  const { t } = useTranslation('common');
  return (
    <>
      <span className="btn file-button">
        <Icon of={Upload} />
        {t(state.kind === 'done' ? 'upload.chooseAnother' : 'upload.choose')}
        <input
          id={id}
          type="file"
          accept={accept}
          aria-describedby={aria['aria-describedby']}
          aria-invalid={aria['aria-invalid']}
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file !== undefined) onChoose(file);
            target.value = ''; // so that the same file, mended, can be chosen again
          }}
        />
      </span>
      <FileLine state={state} />
    </>
  );
}

function FileLine({ state }: { readonly state: FileState }): ReactNode {
  const { t } = useTranslation('common');
  if (state.kind === 'empty') return null;
  if (state.kind === 'refused') {
    return (
      <p className="err" role="alert">
        {t(`upload.${state.code}`, { defaultValue: t('upload.refused', { code: state.code }) })}
      </p>
    );
  }
  return (
    <p className="s13 file-line" role="status">
      {state.kind === 'sending' ? t('upload.sending') : state.name}
    </p>
  );
}
