import { fontRuns, type FontRun } from './font-slices';

/** Signs that do not begin a line. */
const NEVER_FIRST = new Set([...'，。、；：！？）」』》】〉”’%,.;:!?)']);

/** Breaks a text into lines of at most `width`, by the width of its signs; a word of Latin letters or figures stays whole where it can. */
export function linesOf(text: string, width: number, widthOf: (run: FontRun) => number): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const word of wordsOf(paragraph)) {
      const wider = line + word;
      if (line === '' || measured(wider, widthOf) <= width) line = wider;
      else if (NEVER_FIRST.has(word)) {
        const last = [...line].at(-1) ?? '';
        lines.push(line.slice(0, line.length - last.length));
        line = last + word;
      } else {
        lines.push(line.trimEnd());
        line = word.trimStart();
      }
    }
    lines.push(line);
  }
  return lines;
}

const measured = (text: string, widthOf: (run: FontRun) => number): number =>
  fontRuns(text).reduce((sum, run) => sum + widthOf(run), 0);

/** Chinese signs one by one, anything else word by word. */
const wordsOf = (text: string): string[] =>
  text.match(
    /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]|[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u3000-\u303f]+|\s+/gu,
  ) ?? [];
