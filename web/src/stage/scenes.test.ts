import { describe, expect, it } from "vitest";
import { isPlayable, SCENES, sceneAt, sceneOf } from "./scenes";
import { isSaid } from "./words";

describe("the scenes", () => {
  it("have all their words in each language", () => {
    const needed = SCENES.flatMap(({ name, actions, visits = [] }) => [
      ...["title", "story", "see"].map((part) => `stage-${name}-${part}`),
      ...[...actions, ...visits].map((act) => `stage-do-${act}`),
    ]);
    expect(needed.filter((id) => !isSaid(id))).toEqual([]);
  });

  it("are found by the address, and the first stands in for one that is not there", () => {
    expect(sceneAt(sceneOf("#scene=kill")).scene.name).toBe("kill");
    expect(sceneOf("#scene=camera")).toBe(0);
    expect(sceneAt(99).index).toBe(SCENES.length - 1);
  });

  it("let a dead server only be started", () => {
    expect(isPlayable("restart", "down")).toBe(true);
    expect(isPlayable("restart", "up")).toBe(false);
    expect(isPlayable("kill", "down")).toBe(false);
    expect(isPlayable("verify", "down")).toBe(false);
  });
});
