/** Digits in groups of three: 3200 → 3,200. */
export const grouped = (whole: string): string => whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** An amount in yuan as the screen writes it; whole yuan without cents, exact amounts with both. */
export function yuan(amount: string, language: string): string {
  const [whole = '0', cents = ''] = amount.split('.');
  const isWhole = /^0*$/.test(cents);
  const digits = grouped(whole.replace('-', '')) + (isWhole ? '' : `.${cents.padEnd(2, '0').slice(0, 2)}`);
  const sign = whole.startsWith('-') ? '−' : '';
  return language === 'en' ? `${sign}¥${digits}` : `${sign}${digits}元`;
}

/** A span of pay: 3,200–3,800元. */
export function yuanRange(from: string, to: string, language: string): string {
  if (from === to) return yuan(from, language);
  const end = yuan(to, language);
  return language === 'en' ? `${yuan(from, language)}–${end.slice(1)}` : `${yuan(from, language).slice(0, -1)}–${end}`;
}

/** Fen as a decimal amount of yuan: 197000 → 1970.00. */
export function fenToAmount(fen: number): string {
  const cents = Math.abs(fen);
  return `${fen < 0 ? '-' : ''}${Math.trunc(cents / 100)}.${String(cents % 100).padStart(2, '0')}`;
}

/** What a person typed, 1,970.50 or 1970, in fen; null where it is no amount. */
export function fenOf(text: string): number | null {
  const match = /^(\d{1,9})(?:\.(\d{1,2}))?$/.exec(text.trim().replaceAll(',', '').replaceAll('，', ''));
  if (match === null) return null;
  return Number(match[1]) * 100 + Number((match[2] ?? '').padEnd(2, '0'));
}
