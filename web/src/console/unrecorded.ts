/**
 * Presses that the journal could not take. They have no alarm and the server may not say them twice, so this browser
 * keeps them, across a reload, until a guard says that they have been seen to.
 */
import type { UnrecordedPress } from "../api/types";

const KEY = "saqta.unrecorded";
const KEPT = 200;

export class UnrecordedShelf {
  private readonly storage: Pick<Storage, "getItem" | "setItem"> | null;
  private list: readonly UnrecordedPress[];

  constructor(storage: Pick<Storage, "getItem" | "setItem"> | null) {
    this.storage = storage;
    this.list = read(storage);
  }

  presses(): readonly UnrecordedPress[] {
    return this.list;
  }

  /** The same press, tried again and refused again, stays one row with its first time. */
  add(press: UnrecordedPress): void {
    if (this.list.some((known) => known.press.key === press.press.key)) return;
    this.list = [press, ...this.list].slice(0, KEPT);
    this.write();
  }

  remove(key: string): void {
    this.list = this.list.filter(({ press }) => press.key !== key);
    this.write();
  }

  private write(): void {
    try {
      this.storage?.setItem(KEY, JSON.stringify(this.list));
    } catch {
      // A full or forbidden storage costs the rows their life across a reload, nothing else.
    }
  }
}

function read(storage: Pick<Storage, "getItem"> | null): readonly UnrecordedPress[] {
  try {
    const list: unknown = JSON.parse(storage?.getItem(KEY) ?? "[]");
    return Array.isArray(list) ? list.filter((item) => typeof item?.press?.key === "string") : [];
  } catch {
    return [];
  }
}
