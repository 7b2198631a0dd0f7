import { readText } from './text-encoding';

/** 姓名,王 in GB18030. */
const NAME_GB = Buffer.from('d0d5c3fb2ccdf5', 'hex');
const UTF8 = Buffer.from('工号,姓名');
const LINE = Buffer.from('\n');

describe('reading text', () => {
  it.each([
    ['UTF-8', UTF8, '工号,姓名'],
    ['UTF-8 with a byte-order mark', Buffer.concat([Buffer.from('efbbbf', 'hex'), UTF8]), '工号,姓名'],
    ['GB18030', NAME_GB, '姓名,王'],
    ['a character of four bytes in GB18030', Buffer.concat([NAME_GB, Buffer.from('8139ee39', 'hex')]), '姓名,王㐀'],
    ['plain characters', Buffer.from('a,b\r\n1,2'), 'a,b\r\n1,2'],
  ])('reads %s', (_, bytes, text) => {
    expect(readText(bytes)).toBe(text);
  });

  it('keeps of a line in the other encoding its plain characters alone', () => {
    const utf8First = Buffer.concat([UTF8, LINE, Buffer.from('A1,'), NAME_GB, LINE, UTF8]);
    expect(readText(utf8First)).toBe('工号,姓名\nA1,\ufffd,\ufffd\n工号,姓名');
    const gbFirst = Buffer.concat([NAME_GB, LINE, Buffer.from('A1,王秀英'), LINE, NAME_GB]);
    expect(readText(gbFirst)).toBe('姓名,王\nA1,\ufffd\n姓名,王');
  });

  it('takes what is text in neither for no text', () => {
    expect(readText(Buffer.from('ff00ff', 'hex'))).toBeNull();
    expect(readText(Buffer.from('a\u0001b'))).toBeNull();
  });
});
