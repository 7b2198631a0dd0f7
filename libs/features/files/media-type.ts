import { readText } from './text-encoding';

/** The kinds of file that are taken. */
export const MediaType = {
  XLSX: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  CSV: 'text/csv',
  PDF: 'application/pdf',
  PNG: 'image/png',
  JPEG: 'image/jpeg',
  /** Never taken in: what we make ourselves. */
  JSON: 'application/json',
} as const;

/** One of the kinds of file. */
export type MediaType = (typeof MediaType)[keyof typeof MediaType];

const SIGNATURES: readonly (readonly [MediaType, Buffer])[] = [
  [MediaType.PDF, Buffer.from('%PDF-')],
  [MediaType.PNG, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])],
  [MediaType.JPEG, Buffer.from([0xff, 0xd8, 0xff])],
];
const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04]);

/** Tells the kind of a file from its content alone; null where it is none that is taken. Names and headers are not believed. */
export function mediaTypeOf(bytes: Buffer): MediaType | null {
  const signed = SIGNATURES.find(([, signature]) => bytes.subarray(0, signature.length).equals(signature));
  if (signed !== undefined) return signed[0];
  if (bytes.subarray(0, ZIP.length).equals(ZIP)) return bytes.includes('xl/workbook.xml') ? MediaType.XLSX : null;
  return readText(bytes) === null ? null : MediaType.CSV;
}
