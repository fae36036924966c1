/** What a picture is drawn on: so wide, in these colours, with or without somebody there to point at its marks. */
import type { ReactNode } from "react";
import type { Palette } from "./palette";

/** A part of a picture that can be read by itself: a tile, a point, a bar. */
export interface Mark {
  readonly id: string;
  /** All that the mark says, in words: for the line under the picture and for screen readers. */
  readonly name: string;
  /** Its middle, by which the arrow keys find it. */
  readonly x: number;
  readonly y: number;
}

export type MarkProps = Readonly<Record<string, unknown>>;

export interface Surface {
  readonly width: number;
  readonly palette: Palette;
  /** An id that no other picture on the page has, for patterns. */
  readonly id: (name: string) => string;
  /** What makes the group of a mark something to point at; nothing in a file. */
  readonly mark: (mark: Mark) => MarkProps;
}

export interface Picture {
  readonly height: number;
  readonly marks: readonly Mark[];
  readonly node: ReactNode;
}

export type Draw = (surface: Surface) => Picture;

/** Below this the layout is for a phone. */
export const NARROW = 560;
