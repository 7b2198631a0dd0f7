import { ReadablePdf } from './readable-pdf';

describe('a readable PDF', () => {
  it('embeds the signs that it uses, on as many pages as it needs', async () => {
    const pdf = new ReadablePdf('我的资料', '仅限本人使用，不得再提供。');
    pdf.heading('基本情况');
    for (let line = 0; line < 60; line += 1) pdf.line('姓名', `周水莲 No. ${line}`);
    pdf.paragraph('这份资料只包括本系统里与您有关的内容。');
    const bytes = await pdf.end();
    const text = bytes.toString('latin1');
    expect(text.startsWith('%PDF-')).toBe(true);
    expect(text.match(/\/Type \/Page\b/g)).toHaveLength(2);
    expect(text).toContain('/FontFile2');
    expect(bytes.length).toBeLessThan(200_000); // the signs that it uses, not the ten megabytes of the font
  });
});
