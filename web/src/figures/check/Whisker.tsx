/** A dot with its interval on a scale from zero, and a line where it is compared with something. */
import { useScribe } from "../charts/frame/words";
import classes from "./Check.module.css";
import type { Drawn } from "./recomputed";

const WIDTH = 300;
const HEIGHT = 26;
const SIDE = 6;

/** Several are drawn to one scale, so that they can be compared. */
export function topOf(drawn: readonly Drawn[]): number {
  return (
    1.06 *
    Math.max(
      ...drawn.map(({ estimate, reference }) => Math.max(estimate.value, estimate.upper ?? 0, reference?.value ?? 0)),
    )
  );
}

export function Whisker({ drawn, top }: { readonly drawn: Drawn; readonly top: number }) {
  const { t, numbers } = useScribe();
  const { name, estimate, digits, reference } = drawn;
  const x = (value: number) => SIDE + (Math.max(0, value) / (top || 1)) * (WIDTH - 2 * SIDE);
  const middle = HEIGHT / 2;
  const words = t("drawn-says", {
    name,
    value: numbers.estimate(estimate, digits),
    reference: reference === null ? "" : `${reference.name}: ${numbers.upTo(reference.value, Math.max(digits, 1))}`,
  });
  return (
    <figure className={classes.whisker}>
      <figcaption>
        {name} <strong>{numbers.estimate(estimate, digits)}</strong>
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words}>
        <line x1={SIDE} x2={WIDTH - SIDE} y1={HEIGHT - 3} y2={HEIGHT - 3} className={classes.axis} />
        <line x1={SIDE} x2={SIDE} y1={HEIGHT - 7} y2={HEIGHT - 3} className={classes.axis} />
        {reference !== null && (
          <line x1={x(reference.value)} x2={x(reference.value)} y1={2} y2={HEIGHT - 3} className={classes.reference} />
        )}
        <line
          x1={x(estimate.lower ?? 0)}
          x2={x(estimate.upper ?? 0)}
          y1={middle}
          y2={middle}
          className={classes.stroke}
        />
        {[estimate.lower, estimate.upper].map(
          (limit) =>
            limit !== null && (
              <line
                key={limit}
                x1={x(limit)}
                x2={x(limit)}
                y1={middle - 4}
                y2={middle + 4}
                className={classes.stroke}
              />
            ),
        )}
        <circle cx={x(estimate.value)} cy={middle} r="4.5" className={classes.dot} />
      </svg>
      {reference !== null && (
        <span className={classes.against}>
          {reference.name}: {numbers.upTo(reference.value, Math.max(digits, 1))}
        </span>
      )}
    </figure>
  );
}
