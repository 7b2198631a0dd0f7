const utf8 = new TextDecoder('utf-8', { fatal: true });
const gb18030 = new TextDecoder('gb18030', { fatal: true });

const NOT_IN_THIS_ENCODING = 'ERR_ENCODING_INVALID_ENCODED_DATA';

// What no table of text holds: control characters other than tab and line ends.
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/u;

/**
 * Reads bytes as UTF-8 (with or without a byte-order mark), else as GB18030; null where they are no text in either. A line
 * in the other encoding than the first line with such characters keeps its plain characters alone, the rest as U+FFFD:
 * whoever reads rows can refuse that one.
 */
export function readText(bytes: Buffer): string | null {
  const text = decoded(utf8, bytes) ?? readLines(bytes);
  return text === null || CONTROL.test(text) ? null : text;
}

const NEWLINE = 10;
const PLAIN = /^[\u0000-\u007f]*$/u;
const FOREIGN = /[\u0080-\u00ff]+/gu;
/** A stretch of GB18030 that is valid UTF-8 of two Chinese characters by chance is next to impossible. */
const TWO_HAN = /\p{Script=Han}.*\p{Script=Han}/u;

function readLines(bytes: Buffer): string | null {
  const lines = linesOf(bytes);
  const first = lines.find((line) => !PLAIN.test(line.toString('latin1')));
  if (first === undefined) return null;
  const isUtf8 = decoded(utf8, first) !== null;
  const read = lines.map((line) => {
    const asUtf8 = decoded(utf8, line);
    if (isUtf8) return asUtf8 ?? plainOf(line);
    return asUtf8 !== null && TWO_HAN.test(asUtf8) ? plainOf(line) : decoded(gb18030, line);
  });
  return read.includes(null) ? null : read.join('');
}

const plainOf = (line: Buffer): string => line.toString('latin1').replace(FOREIGN, '\ufffd');

/** Lines with their ends. In GB18030 no byte of a longer character is a line end. */
function linesOf(bytes: Buffer): Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < bytes.length;) {
    const end = bytes.indexOf(NEWLINE, start);
    const next = end < 0 ? bytes.length : end + 1;
    lines.push(bytes.subarray(start, next));
    start = next;
  }
  return lines;
}

function decoded(decoder: typeof utf8, bytes: Buffer): string | null {
  try {
    return decoder.decode(bytes);
  } catch (error) {
    if ((error as { code?: string }).code === NOT_IN_THIS_ENCODING) return null;
    throw error;
  }
}
