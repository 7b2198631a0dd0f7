const utf8 = new TextDecoder('utf-8', { fatal: true });
const gb18030 = new TextDecoder('gb18030', { fatal: true });

const NOT_IN_THIS_ENCODING = 'ERR_ENCODING_INVALID_ENCODED_DATA';

// What no table of text holds: control characters other than tab and line ends.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;

/** Reads bytes as UTF-8 (with or without a byte-order mark), else as GB18030; null where they are no text in either. */
export function readText(bytes: Buffer): string | null {
  const text = decoded(utf8, bytes) ?? decoded(gb18030, bytes);
  return text === null || CONTROL.test(text) ? null : text;
}

function decoded(decoder: typeof utf8, bytes: Buffer): string | null {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if ((error as { code?: string }).code === NOT_IN_THIS_ENCODING) return null;
    throw error;
  }
}
