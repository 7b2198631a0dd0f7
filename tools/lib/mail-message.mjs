const ENCODED_WORD = /=\?([\w-]+)\?([BQ])\?([^?]*)\?=/gi;

function decodeBytes(bytes, charset) {
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch (error) {
    if (error instanceof RangeError) return bytes.toString('latin1');
    throw error;
  }
}

function quotedPrintable(text) {
  const joined = text.replace(/=\r?\n/g, '');
  return Buffer.from(
    joined.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
    'latin1',
  );
}

function decodeWord(_, charset, encoding, text) {
  const bytes =
    encoding.toUpperCase() === 'B' ? Buffer.from(text, 'base64') : quotedPrintable(text.replaceAll('_', ' '));
  return decodeBytes(bytes, charset);
}

function decodeHeader(value) {
  return value.replace(/\?=\s+=\?/g, '?==?').replace(ENCODED_WORD, decodeWord);
}

function split(source) {
  const gap = /\r?\n\r?\n/.exec(source);
  const head = gap === null ? source : source.slice(0, gap.index);
  const body = gap === null ? '' : source.slice(gap.index + gap[0].length);
  const headers = new Map();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const colon = line.indexOf(':');
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
  return { headers, body };
}

function parameter(contentType, name) {
  const found = new RegExp(`${name}="?([^";]+)"?`, 'i').exec(contentType);
  return found === null ? null : found[1];
}

function textOf({ headers, body }) {
  const contentType = headers.get('content-type') ?? 'text/plain';
  const boundary = parameter(contentType, 'boundary');
  if (boundary !== null) {
    const parts = body
      .split(`--${boundary}`)
      .slice(1, -1)
      .map((part) => split(part.replace(/^\r?\n/, '')));
    const plain =
      parts.find((part) => (part.headers.get('content-type') ?? 'text/plain').startsWith('text/plain')) ?? parts[0];
    return plain === undefined ? '' : textOf(plain);
  }
  const encoding = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
  const bytes = { base64: () => Buffer.from(body, 'base64'), 'quoted-printable': () => quotedPrintable(body) }[
    encoding
  ]?.();
  return decodeBytes(bytes ?? Buffer.from(body, 'latin1'), parameter(contentType, 'charset') ?? 'utf-8');
}

/** What the list page shows of a message, from the bytes of its .eml file. */
export function readMessage(bytes) {
  const message = split(bytes.toString('latin1'));
  const header = (name) => decodeHeader(decodeBytes(Buffer.from(message.headers.get(name) ?? '', 'latin1'), 'utf-8'));
  return {
    from: header('from'),
    to: header('to'),
    subject: header('subject'),
    date: header('date'),
    text: textOf(message),
  };
}
