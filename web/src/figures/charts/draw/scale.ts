/** From values to places on the drawing. */

export type Scale = (value: number) => number;

/** From zero to `top`, drawn from `start` to `end`. */
export function fromZero(top: number, start: number, end: number): Scale {
  const length = end - start;
  return top > 0 ? (value) => start + (value / top) * length : () => start;
}

/** Round numbers from zero to at least `top`, in about `wanted` steps of 1, 2, 2.5 or 5 times a power of ten. */
export function ticks(top: number, wanted = 5, whole = false): readonly number[] {
  if (!(top > 0) || !Number.isFinite(top)) return [0, 1];
  const step = niceStep(top / wanted, whole);
  const steps = Math.ceil(top / step - 1e-9);
  // Dividing by the whole number of steps per unit keeps 0.3 from becoming 0.30000000000000004.
  return Array.from({ length: steps + 1 }, (_, index) => Number((index * step).toPrecision(12)));
}

function niceStep(rough: number, whole: boolean): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = [1, 2, 2.5, 5, 10].find((candidate) => candidate * power >= rough * (1 - 1e-9)) ?? 10;
  const step = factor * power;
  return whole ? Math.max(1, Math.ceil(step)) : step;
}

/** How many decimals tell neighbouring ticks apart. */
export function tickDigits(values: readonly number[]): number {
  return Math.max(0, ...values.map((value) => (String(value).split(".")[1] ?? "").length));
}

/** Which of the classes between ticks a value falls into; the highest tick belongs to the last class. */
export function classOf(value: number, bounds: readonly number[]): number {
  const classes = bounds.length - 1;
  for (let index = 0; index < classes; index++) {
    if (value < (bounds[index + 1] ?? 0)) return index;
  }
  return Math.max(0, classes - 1);
}
