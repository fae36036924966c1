/** Where labels go so that none covers another. */
import { textWidth, type Weight } from "./text";

export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Wish {
  readonly id: string;
  /** What it may be called, the best first. */
  readonly texts: readonly string[];
  /** The point that the label names. */
  readonly x: number;
  readonly y: number;
}

export interface Placed extends Wish {
  readonly text: string;
  readonly anchor: "start" | "middle" | "end";
  readonly textX: number;
  readonly baseline: number;
  readonly box: Box;
}

/** Directions to try, nearest and most readable first: right, left, above, below, then the corners further out. */
const TRIES: readonly (readonly [number, number])[] = [
  [1, 0],
  [-1, 0],
  [0, -1],
  [0, 1],
  [1, -1],
  [1, 1],
  [-1, -1],
  [-1, 1],
  [1, -2],
  [1, 2],
  [-1, -2],
  [-1, 2],
  [1, -3],
  [1, 3],
  [-1, -3],
  [-1, 3],
];

/**
 * Labels beside their points, in the order of the wishes; `taken` are boxes to keep clear of. A label that fits nowhere
 * is left out: its point can still be read by pointing at it, and in the table.
 */
export function place(
  wishes: readonly Wish[],
  area: Box,
  taken: readonly Box[],
  size: number,
  weight: Weight = 400,
): readonly Placed[] {
  const boxes = [...taken];
  const placed: Placed[] = [];
  for (const wish of wishes) {
    const found = wish.texts
      .flatMap((text) => TRIES.map((direction) => tryAt(wish, text, direction, textWidth(text, size, weight), size)))
      .find(({ box }) => within(box, area) && !boxes.some((other) => overlap(box, other)));
    if (found === undefined) continue;
    placed.push(found);
    boxes.push(found.box);
  }
  return placed;
}

function tryAt(
  wish: Wish,
  text: string,
  [across, down]: readonly [number, number],
  width: number,
  size: number,
): Placed {
  const gap = 9;
  const anchor = across > 0 ? "start" : across < 0 ? "end" : "middle";
  const textX = wish.x + across * gap;
  const middle = wish.y + down * size * 1.15;
  const left = anchor === "start" ? textX : anchor === "end" ? textX - width : textX - width / 2;
  const box = { left, right: left + width, top: middle - size * 0.6, bottom: middle + size * 0.6 };
  return { ...wish, text, anchor, textX, baseline: middle + size * 0.35, box };
}

export function overlap(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function within(box: Box, area: Box): boolean {
  return box.left >= area.left && box.right <= area.right && box.top >= area.top && box.bottom <= area.bottom;
}

/** Places on one axis pushed apart to at least `gap`, in their order, within the bounds where there is room. */
export function pushApart(places: readonly number[], gap: number, from: number, to: number): readonly number[] {
  const order = places.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  let least = from;
  for (const item of order) {
    item.place = Math.max(item.place, least);
    least = item.place + gap;
  }
  let most = to;
  for (const item of [...order].reverse()) {
    item.place = Math.min(item.place, most);
    most = item.place - gap;
  }
  const result = new Array<number>(places.length).fill(0);
  for (const { place, index } of order) result[index] = place;
  return result;
}
