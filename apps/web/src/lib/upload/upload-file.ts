import { patientFetch } from '../session/interruptions';

/** What the server keeps of a sent file. */
export interface UploadedFile {
  readonly fileId: string;
  readonly name: string;
}

export type UploadResult =
  { readonly kind: 'done'; readonly file: UploadedFile } | { readonly kind: 'refused'; readonly code: string };

/** Sends one file; a refusal comes back as its code. */
export async function uploadFile(file: File): Promise<UploadResult> {
  const body = new FormData();
  body.append('file', file);
  const response = await patientFetch('/files', {
    method: 'POST',
    body,
    headers: { 'X-Tonggong-Upload': '1' },
    credentials: 'same-origin',
  }).catch(() => null);
  if (response === null) return { kind: 'refused', code: 'NO_ANSWER' };
  const answer = (await response.json().catch(() => ({}))) as Partial<UploadedFile & { code: string }>;
  if (response.ok && answer.fileId !== undefined)
    return { kind: 'done', file: { fileId: answer.fileId, name: answer.name ?? file.name } };
  return { kind: 'refused', code: answer.code ?? 'UPLOAD_FAILED' };
}
