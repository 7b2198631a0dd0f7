import { pdfText } from '#testing/pdf-text';
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

  it('says what was written to whoever copies or searches its text', async () => {
    const pdf = new ReadablePdf('核对函', '仅限核对工资使用，不得再提供。');
    pdf.line('算出的差额', '90.00元');
    pdf.paragraph('请不要因为这项核对影响本人的工作和待遇。');
    const text = pdfText(await pdf.end());
    for (const written of ['核对函', '算出的差额', '90.00元', '请不要因为这项核对影响本人的工作和待遇。', '不得再提供'])
      expect(text).toContain(written);
  });
});
