import { MediaType, mediaTypeOf } from './media-type';

describe('telling the kind of a file from its content', () => {
  it.each([
    ['a workbook', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from('…xl/workbook.xml…')]), MediaType.XLSX],
    ['another archive', Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.from('…word/document.xml…')]), null],
    ['UTF-8 text', Buffer.from('姓名,手机\n'), MediaType.CSV],
    ['GB18030 text', Buffer.from('d0d5c3fb2ccad6bbfa0a', 'hex'), MediaType.CSV],
    ['text with control characters', Buffer.from('a,b\u0001\n'), null],
    ['a PDF', Buffer.from('%PDF-1.7\n'), MediaType.PDF],
    ['a PNG', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0]), MediaType.PNG],
    ['a JPEG', Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 0x10]), MediaType.JPEG],
    ['an old XLS', Buffer.from('d0cf11e0a1b11ae1', 'hex'), null],
    ['a program', Buffer.from('7f454c4602010100', 'hex'), null],
  ])('takes %s for what it is', (_, bytes, expected) => {
    expect(mediaTypeOf(bytes)).toBe(expected);
  });
});
