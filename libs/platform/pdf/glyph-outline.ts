/** One step of an outline, as fontkit gives it. */
export interface OutlineStep {
  readonly command: string;
  readonly args: readonly number[];
}

type Point = readonly [x: number, y: number, isOnCurve: boolean];

const HEADER_BYTES = 10;
const BYTES_PER_POINT = 5;

/**
 * Writes an outline as a simple glyph of a TrueType font. fontkit copies glyphs out of the table `glyf` when it makes a
 * subset, and in a WOFF2 file that table is packed in another form: what it copies there is empty or broken.
 */
export function glyphOf(steps: readonly OutlineStep[]): Uint8Array {
  const contours = contoursOf(steps).filter((contour) => contour.length > 1);
  const points = contours.flat();
  if (points.length === 0) return new Uint8Array(0);
  const size = HEADER_BYTES + contours.length * 2 + 2 + points.length * BYTES_PER_POINT;
  const bytes = Buffer.alloc(Math.ceil(size / 4) * 4);
  let at = 0;
  const write = (value: number): void => void (at = bytes.writeInt16BE(value, at));
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  for (const value of [contours.length, Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)])
    write(value);
  let last = -1;
  for (const contour of contours) write((last += contour.length));
  write(0); // no instructions
  for (const [, , isOnCurve] of points) at = bytes.writeUInt8(isOnCurve ? 1 : 0, at);
  for (const values of [xs, ys]) values.forEach((value, index) => write(value - (values[index - 1] ?? 0)));
  return bytes;
}

function contoursOf(steps: readonly OutlineStep[]): Point[][] {
  const contours: Point[][] = [];
  for (const { command, args } of steps) {
    if (command === 'moveTo') contours.push([]);
    const contour = contours.at(-1);
    if (contour === undefined) throw new Error('An outline begins with a move.');
    const point = (index: number, isOnCurve: boolean): Point => [
      Math.round(args[index] ?? 0),
      Math.round(args[index + 1] ?? 0),
      isOnCurve,
    ];
    if (command === 'moveTo' || command === 'lineTo') contour.push(point(0, true));
    else if (command === 'quadraticCurveTo') contour.push(point(0, false), point(2, true));
    else if (command === 'closePath') withoutReturn(contour);
    else throw new Error(`An outline of quadratic curves has no ${command}.`);
  }
  return contours;
}

/** A contour closes by itself: a last point on top of the first one is left out. */
function withoutReturn(contour: Point[]): void {
  const [first, last] = [contour[0], contour.at(-1)];
  if (contour.length > 1 && first !== undefined && last?.[2] === true && first[0] === last[0] && first[1] === last[1])
    contour.pop();
}
