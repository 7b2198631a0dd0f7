/** The bytes of a value as they may stand somewhere: plain, as hexadecimal digits, in an address, as base64. */
export function formsOf(value: string): string[] {
  const bytes = Buffer.from(value, 'utf8');
  const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)); // what follows changes the last signs
  return [bytes.toString('latin1'), bytes.toString('hex'), encodeURIComponent(value), whole.toString('base64')];
}
