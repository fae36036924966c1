/** The marks of a picture under keyboard and pointer: one stop for Tab, arrows go to the neighbour in that direction. */
import { type KeyboardEvent, useState } from "react";
import type { Mark, MarkProps } from "../draw/surface";

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowRight: [1, 0],
  ArrowLeft: [-1, 0],
  ArrowDown: [0, 1],
  ArrowUp: [0, -1],
};

/** The nearest mark in a direction; what lies aside counts as further away. Null at the edge. */
export function neighbour(marks: readonly Mark[], from: Mark, [right, down]: readonly [number, number]): Mark | null {
  let best: { mark: Mark; distance: number } | null = null;
  for (const mark of marks) {
    const ahead = (mark.x - from.x) * right + (mark.y - from.y) * down;
    const aside = Math.abs((mark.x - from.x) * down) + Math.abs((mark.y - from.y) * right);
    if (ahead <= 0.5) continue;
    const distance = ahead + 2.5 * aside;
    if (best === null || distance < best.distance) best = { mark, distance };
  }
  return best?.mark ?? null;
}

interface Marks {
  /** Called once for each drawing: what it returns makes the groups of the marks something to point at. */
  readonly begin: () => (mark: Mark) => MarkProps;
  /** The mark under the pointer or the keyboard. */
  readonly read: string | null;
  readonly onKeyDown: (event: KeyboardEvent<SVGSVGElement>, marks: readonly Mark[]) => void;
  readonly onPointerLeave: () => void;
  /** Told which marks there are, so that Tab does not wait for one that has gone. */
  readonly settle: (marks: readonly Mark[]) => void;
}

export function useMarks(): Marks {
  const [stop, setStop] = useState<string | null>(null);
  const [read, setRead] = useState<string | null>(null);
  return {
    begin: () => {
      // The first mark drawn is where Tab enters until another one has been visited.
      let entry = stop;
      return ({ id, name }) => {
        entry ??= id;
        return {
          "data-mark": id,
          role: "img",
          "aria-label": name,
          tabIndex: id === entry ? 0 : -1,
          onFocus: () => {
            setStop(id);
            setRead(id);
          },
          onPointerEnter: () => setRead(id),
        };
      };
    },
    read,
    onKeyDown: (event, marks) => {
      const direction = DIRECTIONS[event.key];
      const from = marks.find(({ id }) => id === (event.target as Element).getAttribute("data-mark"));
      if (direction === undefined || from === undefined) return;
      event.preventDefault();
      const next = neighbour(marks, from, direction);
      if (next === null) return;
      event.currentTarget.querySelector<SVGElement>(`[data-mark="${CSS.escape(next.id)}"]`)?.focus();
    },
    onPointerLeave: () => setRead(null),
    settle: (marks) => {
      if (stop !== null && !marks.some(({ id }) => id === stop)) setStop(null);
    },
  };
}
