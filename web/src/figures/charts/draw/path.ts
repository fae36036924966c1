/** Path data for lines and bands; where a value is missing, the line breaks. */

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Span {
  readonly x: number;
  readonly upper: number;
  readonly lower: number;
}

const round = (value: number) => Math.round(value * 100) / 100;
const at = (x: number, y: number) => `${round(x)},${round(y)}`;

/** Runs of neighbours that are there. */
export function runs<T>(values: readonly (T | null)[]): readonly (readonly T[])[] {
  const found: T[][] = [];
  let open: T[] | null = null;
  for (const value of values) {
    if (value === null) {
      open = null;
    } else if (open === null) {
      open = [value];
      found.push(open);
    } else {
      open.push(value);
    }
  }
  return found;
}

/** One line for each run; a single point draws nothing here, its mark shows it. */
export function linePath(points: readonly (Point | null)[]): string {
  return runs(points)
    .filter((run) => run.length > 1)
    .map((run) => `M${run.map(({ x, y }) => at(x, y)).join("L")}`)
    .join("");
}

/** A closed shape for each run, out along the upper limits and back along the lower. */
export function bandPath(spans: readonly (Span | null)[]): string {
  return runs(spans)
    .filter((run) => run.length > 1)
    .map((run) => {
      const out = run.map(({ x, upper }) => at(x, upper));
      const back = [...run].reverse().map(({ x, lower }) => at(x, lower));
      return `M${[...out, ...back].join("L")}Z`;
    })
    .join("");
}
