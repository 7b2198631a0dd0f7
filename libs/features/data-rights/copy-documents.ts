import { DISCLOSURE_NOTICES } from '#domain/consent/disclosure-notice';
import { COPY_LABELS, COPY_SECTIONS, type CopySection } from '#domain/data-rights/copy-section';
import { copyText } from '#domain/data-rights/copy-words';
import { ReadablePdf } from '#platform/pdf/readable-pdf';

const NOTICE = DISCLOSURE_NOTICES.OWN_COPY;

/** A copy for machines: every value under its name, with the notice. */
export function copyAsJson(sections: readonly CopySection[], madeAt: Date): Buffer {
  const data = Object.fromEntries(sections.map(({ key, rows }) => [key, rows]));
  return Buffer.from(JSON.stringify({ notice: NOTICE, madeAt: madeAt.toISOString(), data }, null, 2), 'utf8');
}

/** A copy for people, in Chinese: a heading per kind, a line per value; the notice at the top and at the foot of each page. */
export function copyAsPdf(sections: readonly CopySection[], madeOn: string): Promise<Buffer> {
  const pdf = new ReadablePdf('我的资料', NOTICE.chinese);
  pdf.paragraph(`制作日期：${madeOn}`);
  pdf.paragraph(NOTICE.chinese);
  pdf.paragraph('这里是本系统记着的、和您有关的全部内容。哪里不对，可以在手机上“我的资料”里申请更正。');
  for (const { key, rows } of sections) {
    pdf.heading(COPY_SECTIONS[key]);
    if (rows.length === 0) pdf.paragraph('没有记录。');
    rows.forEach((row, index) => {
      if (rows.length > 1) pdf.paragraph(`（${index + 1}）`);
      for (const [name, value] of Object.entries(row)) {
        const text = copyText(key, name, value);
        if (text !== null) pdf.line(COPY_LABELS[name] ?? name, text);
      }
    });
  }
  return pdf.end();
}
