/** For what records the real program's answers. */

/** Ten digits are more than any screen shows. */
export function rounded(_: string, value: unknown): unknown {
  return typeof value === "number" && !Number.isInteger(value) ? Number(value.toPrecision(10)) : value;
}
