import { readFileSync } from 'node:fs';
import path from 'node:path';

/** What somebody does with a field. */
export type MatrixAction = 'read' | 'change' | 'create';

/** One line of the hand-kept matrix: what each role may do with a field of a type. */
export interface MatrixLine {
  readonly type: string;
  /** A column, or * for every column of the type that has no line of its own. */
  readonly field: string;
  readonly action: MatrixAction;
  /** What a cell rests on: the duty of the role, or the purposes of a consent, a contract or a seat. */
  readonly purpose: string;
  /** Which walls hold the line: both, or the application alone, for the reason that the file gives behind it. */
  readonly heldBy: 'both' | 'application';
  /** By role, ANONYMOUS among them: the words of docs/security/matrix.csv, none = nothing. */
  readonly expected: ReadonlyMap<string, readonly string[]>;
}

const FILE = path.resolve(__dirname, '../../../docs/security/matrix.csv');

/** The lines of docs/security/matrix.csv. Throws where the file is not as it should be. */
export function matrixLines(): MatrixLine[] {
  const [head = '', ...lines] = readFileSync(FILE, 'utf8').trim().split('\n');
  const [, , , , , ...roles] = head.split(',');
  return lines.map((line) => {
    const [type = '', field = '', action = '', purpose = '', wall = '', ...cells] = line.split(',');
    const heldBy = BY_THE_APPLICATION.test(wall) ? 'application' : wall;
    if (cells.length !== roles.length || !isAction(action) || !isWall(heldBy))
      throw new Error(`docs/security/matrix.csv has a line that cannot be read: ${line}`);
    const expected = roles.map((role, index) => [role, wordsOf(cells[index] ?? '')] as const);
    return { type, field, action, purpose, heldBy, expected: new Map(expected) };
  });
}

/** A line that one wall holds says why the other cannot. */
const BY_THE_APPLICATION = /^application: \S.{20,}$/;
const isAction = (word: string): word is MatrixAction => ['read', 'change', 'create'].includes(word);
const isWall = (word: string): word is MatrixLine['heldBy'] => word === 'both' || word === 'application';
const wordsOf = (cell: string): readonly string[] => (cell === '-' || cell === '' ? [] : cell.split('+'));
