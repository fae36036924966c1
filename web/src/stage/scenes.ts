/**
 * The scenes, in the order in which they are told. A scene's words are `stage-{name}-title`, `-story` and `-see`;
 * an action's or a visit's button is `stage-do-{name}`. A scene that the program cannot play yet is absent, never faked.
 */

import type { SceneAction } from "./api";

/** A page of the program that the console's frame can be turned to, without anything happening. */
export type Visit = "headline" | "release";

export interface Scene {
  name: string;
  /** Where it stands in the five minutes. */
  at: string;
  actions: readonly SceneAction[];
  visits?: readonly Visit[];
  /** The frame to look at first, where only one fits on the screen. */
  look: "phone" | "console";
}

export const SCENES: readonly Scene[] = [
  { name: "start", at: "0:00", actions: [], look: "console" },
  { name: "calm", at: "0:15", actions: [], look: "console" },
  { name: "assist", at: "0:30", actions: ["assist"], look: "phone" },
  { name: "blow", at: "0:50", actions: ["blow"], look: "console" },
  { name: "two-more", at: "1:20", actions: ["two-more"], look: "console" },
  { name: "hurt", at: "1:55", actions: ["hurt"], look: "console" },
  { name: "kill", at: "3:40", actions: ["kill", "restart"], look: "phone" },
  { name: "figures", at: "4:10", actions: ["count"], visits: ["headline", "release"], look: "console" },
  { name: "verify", at: "4:40", actions: ["verify", "flip"], look: "console" },
  { name: "yours", at: "4:55", actions: [], look: "console" },
];

/** Whether an action has a sense now: a dead server can be started but not killed again. */
export function isPlayable(action: SceneAction, server: "up" | "down"): boolean {
  return action === "restart" || action === "reset" ? server === "down" || action === "reset" : server === "up";
}

/** The scene at `index`, clamped to the story. */
export function sceneAt(index: number): { scene: Scene; index: number } {
  const clamped = Math.min(SCENES.length - 1, Math.max(0, index));
  return { scene: SCENES[clamped] as Scene, index: clamped };
}

/** The scene that an address's fragment names (`#scene=blow`), else the first. */
export function sceneOf(fragment: string): number {
  const name = new URLSearchParams(fragment.replace(/^#/, "")).get("scene");
  return Math.max(
    0,
    SCENES.findIndex((scene) => scene.name === name),
  );
}
