/** A dot with its interval on a scale that has zero in it. The numbers stand beside it, so it is decoration to readers. */
import type { Estimate } from "../charts/data";
import classes from "./Public.module.css";

interface Props {
  readonly estimate: Estimate;
  /** The ends of the scale; one of them may be 0. */
  readonly from: number;
  readonly to: number;
  /** The numbers at the ends and at zero, where the scale stands alone. */
  readonly format?: (value: number) => string;
  /** Hatched: expected, not yet reported. */
  readonly expected?: boolean;
}

export function Strip({ estimate: { value, lower, upper }, from, to, format, expected = false }: Props) {
  const span = to - from || 1;
  const at = (number: number) => `${(100 * (Math.min(to, Math.max(from, number)) - from)) / span}%`;
  const middle = 9;
  const marks = [...new Set([from, 0, to])].filter((mark) => mark >= from && mark <= to);
  return (
    <svg className={classes.strip} data-expected={expected || undefined} height={format ? 34 : 18} aria-hidden="true">
      <line x1="0" x2="100%" y1={middle} y2={middle} className={classes.ground} />
      {marks.map((mark) => (
        <line key={mark} x1={at(mark)} x2={at(mark)} y1={middle - 6} y2={middle + 6} className={classes.ground} />
      ))}
      {lower !== null && upper !== null && (
        <>
          <line x1={at(lower)} x2={at(upper)} y1={middle} y2={middle} className={classes.stroke} />
          <line x1={at(lower)} x2={at(lower)} y1={middle - 4} y2={middle + 4} className={classes.limit} />
          <line x1={at(upper)} x2={at(upper)} y1={middle - 4} y2={middle + 4} className={classes.limit} />
        </>
      )}
      {!expected && <circle cx={at(value)} cy={middle} r="4.5" className={classes.dot} />}
      {format &&
        marks.map((mark) => (
          <text
            key={mark}
            x={at(mark)}
            y="30"
            textAnchor={mark === from ? "start" : mark === to ? "end" : "middle"}
            className={classes.mark}
          >
            {format(mark)}
          </text>
        ))}
    </svg>
  );
}

/** The first round number at or above: where a scale ends that people can read. */
export function roundUp(value: number): number {
  if (value <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((one) => one * power >= value * 0.999999) ?? 10;
  return Number((step * power).toPrecision(3));
}
