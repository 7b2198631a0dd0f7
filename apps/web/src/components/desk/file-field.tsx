import Upload from '@ant-design/icons-svg/es/asn/UploadOutlined';
import { useId, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { uploadFile, type UploadedFile } from '../../lib/upload/upload-file';
import { Icon } from '../icon';

interface FileFieldProps {
  readonly label: string;
  readonly help?: string;
  readonly accept?: string;
  readonly onUploaded: (file: UploadedFile | null) => void;
}

type FileState =
  | { readonly kind: 'empty' }
  | { readonly kind: 'sending' }
  | { readonly kind: 'done'; readonly name: string }
  | { readonly kind: 'refused'; readonly code: string };

/** A file that is sent as soon as it is chosen; the form around it gets its id. */
export function FileField({ label, help, accept, onUploaded }: FileFieldProps): ReactNode {
  const id = useId();
  const latest = useRef(0);
  const [state, setState] = useState<FileState>({ kind: 'empty' });
  const choose = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const turn = ++latest.current;
    setState({ kind: 'sending' });
    onUploaded(null);
    const result = await uploadFile(file);
    if (turn !== latest.current) return;
    if (result.kind === 'refused') return setState(result);
    setState({ kind: 'done', name: result.file.name });
    onUploaded(result.file);
  };
  return (
    <div className="field" style={{ marginBottom: 14 }}>
      <label className="lab" htmlFor={id}>
        {label}
      </label>
      <input
        className="inp file"
        id={id}
        type="file"
        {...(accept === undefined ? {} : { accept })}
        onChange={(event) => void choose(event.target.files?.[0])}
      />
      {help === undefined ? null : <p className="help">{help}</p>}
      <FileLine state={state} />
    </div>
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
    <p className="help" role="status">
      <Icon of={Upload} /> {state.kind === 'sending' ? t('upload.sending') : state.name}
    </p>
  );
}
