/** The reader's text of a mail. */
export function bodyOf(mail: string): string {
  const at = mail.search(/\r?\n\r?\n/);
  const [head, body] = [mail.slice(0, at), mail.slice(at).trim()];
  if (/^Content-Transfer-Encoding: base64/im.test(head)) return Buffer.from(body, 'base64').toString('utf8');
  const bytes = body
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/** A mail with its encoded headers and its body as a person reads them. */
export function decoded(mail: string): string {
  const [head = ''] = mail.split(/\r?\n\r?\n/);
  const headers = head.replace(/=\?utf-8\?b\?([^?]*)\?=/gi, (_, base64: string) =>
    Buffer.from(base64, 'base64').toString('utf8'),
  );
  return `${headers}\n${bodyOf(mail)}`;
}
