import PDFDocument from 'pdfkit';
import { fontRuns, type FontRun } from './font-slices';
import { glyphOf, type OutlineStep } from './glyph-outline';
import { linesOf } from './text-lines';

/** What pdfkit keeps of an embedded font, as far as it is touched here. */
interface EmbeddedFont {
  readonly font: {
    getGlyph(id: number): {
      readonly path: { readonly commands: readonly OutlineStep[] };
      readonly advanceWidth: number;
    };
  };
  readonly subset: GlyphSubset;
}

interface GlyphSubset {
  _addGlyph(id: number): number;
  readonly glyf: Uint8Array[];
  readonly loca: { readonly offsets: number[] };
  readonly hmtx: { readonly metrics: { advance: number; bearing: number }[] };
  offset: number;
}

const MARGIN = 56;
/** The outlines in the files are the thinnest, and fontkit does not vary those of WOFF2: a stroke gives them weight, in parts of the size. */
const STROKE = 0.04;
const SIZES = { title: 20, heading: 14, text: 11, small: 9 } as const;
const LINE = 1.6;
const LABEL_WIDTH = 130;

/** A document of headings, lines and paragraphs in Chinese or English, with the signs that it uses embedded. */
export class ReadablePdf {
  private readonly document: PDFKit.PDFDocument;
  private readonly parts: Buffer[] = [];
  private readonly patched = new Set<string>();
  private y = MARGIN;

  /** `footer` stands at the foot of every page, before its number. */
  constructor(
    title: string,
    private readonly footer: string,
  ) {
    this.document = new PDFDocument({
      size: 'A4',
      margin: 0,
      bufferPages: true,
      lang: 'zh-CN',
      info: { Title: title },
    });
    this.document.on('data', (part: Buffer) => this.parts.push(part));
    this.write(title, SIZES.title, MARGIN, this.width);
  }

  heading(text: string): void {
    this.y += SIZES.heading;
    this.write(text, SIZES.heading, MARGIN, this.width);
  }

  paragraph(text: string): void {
    this.write(text, SIZES.text, MARGIN, this.width);
  }

  /** A label with its value beside it. */
  line(label: string, value: string): void {
    this.breakPage(SIZES.text * LINE);
    const top = this.y;
    this.write(label, SIZES.text, MARGIN, LABEL_WIDTH - 8, '#595959');
    const afterLabel = this.y;
    this.y = top;
    this.write(value, SIZES.text, MARGIN + LABEL_WIDTH, this.width - LABEL_WIDTH);
    this.y = Math.max(this.y, afterLabel);
  }

  /** Ends the document and gives its bytes. */
  async end(): Promise<Buffer> {
    const { start, count } = this.document.bufferedPageRange();
    for (let page = start; page < start + count; page += 1) {
      this.document.switchToPage(page);
      this.draw(
        `${this.footer}  ${page + 1} / ${count}`,
        SIZES.small,
        MARGIN,
        this.document.page.height - MARGIN / 1.5,
        '#595959',
      );
    }
    const ended = new Promise((resolve) => this.document.once('end', resolve));
    this.document.end();
    await ended;
    return Buffer.concat(this.parts);
  }

  private get width(): number {
    return this.document.page.width - 2 * MARGIN;
  }

  private write(text: string, size: number, x: number, width: number, colour = '#000000'): void {
    for (const line of linesOf(text, width, (run) => this.widthOf(run, size))) {
      this.breakPage(size * LINE);
      this.draw(line, size, x, this.y, colour);
      this.y += size * LINE;
    }
  }

  private draw(line: string, size: number, x: number, y: number, colour: string): void {
    let at = x;
    for (const run of fontRuns(line)) {
      const width = this.widthOf(run, size);
      this.document
        .fillColor(colour)
        .strokeColor(colour)
        .lineWidth(size * STROKE);
      this.document.text(run.text, at, y, { lineBreak: false, fill: true, stroke: true });
      at += width;
    }
  }

  private widthOf(run: FontRun, size: number): number {
    this.useFont(run);
    return this.document.fontSize(size).widthOfString(run.text);
  }

  private useFont({ slice, file }: FontRun): void {
    this.document.font(file);
    if (this.patched.has(slice)) return;
    this.patched.add(slice);
    const { font, subset } = (this.document as unknown as { readonly _font: EmbeddedFont })._font;
    subset._addGlyph = (id) => addGlyph(subset, font.getGlyph(id));
  }

  private breakPage(height: number): void {
    if (this.y + height <= this.document.page.height - 1.5 * MARGIN) return;
    this.document.addPage();
    this.y = MARGIN;
  }
}

function addGlyph(subset: GlyphSubset, glyph: ReturnType<EmbeddedFont['font']['getGlyph']>): number {
  const bytes = glyphOf(glyph.path.commands);
  subset.glyf.push(bytes);
  subset.loca.offsets.push(subset.offset);
  subset.hmtx.metrics.push({ advance: Math.round(glyph.advanceWidth), bearing: 0 });
  subset.offset += bytes.length;
  return subset.glyf.length - 1;
}
