/** What the steps of colour stand for: the name of the measure, the steps, the limits between them. */

import type { Numbers } from "../numbers";
import { step } from "./palette";
import { Letters } from "./parts";
import { tickDigits } from "./scale";
import type { Surface } from "./surface";

export const SCALE_BAR_HEIGHT = 48;

interface Props {
  readonly surface: Surface;
  readonly name: string;
  readonly bounds: readonly number[];
  /** How wide one step is. */
  readonly swatch: number;
  readonly numbers: Numbers;
}

export function ScaleBar({ surface: { palette }, name, bounds, swatch, numbers }: Props) {
  const classes = bounds.length - 1;
  const digits = tickDigits(bounds);
  return (
    <g>
      <Letters x={0} y={11} size={12} fill={palette.soft}>
        {name}
      </Letters>
      {bounds.slice(1).map((bound, index) => (
        <rect
          key={bound}
          x={index * swatch + 1}
          y="18"
          width={swatch}
          height="13"
          fill={step(palette, index, classes).fill}
          stroke={palette.line}
          strokeWidth="0.6"
        />
      ))}
      {bounds.map((bound, index) => (
        <Letters
          key={bound}
          x={index * swatch + 1}
          y={44}
          size={11}
          anchor={index === 0 ? "start" : "middle"}
          fill={palette.soft}
        >
          {numbers.fixed(bound, digits)}
        </Letters>
      ))}
    </g>
  );
}
