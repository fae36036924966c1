/**
 * The stage: a phone on the left, the console on the right, the story below.
 *
 * The cast: a **scene** has words and **actions**; an action asks the demo's parent process (`api.ts`) to make
 * something really happen; the **frames** show the program's own pages, which learn of it in their own ways. The story
 * moves on only when the visitor asks.
 */

import "./stage.css";
import { play, readState, type SceneAction, type SceneResult, type StageState } from "./api";
import { el, fill } from "./dom";
import { Frames } from "./frames";
import { isPlayable, SCENES, sceneAt, sceneOf, type Visit } from "./scenes";
import { asLanguage, LANGUAGE_NAMES, LANGUAGES, type Language, say } from "./words";

const LOOK_MS = 1500;
const APPLY = "saqta apply --server URL --token-file FILE my-site.toml";

type Outcome = { action: SceneAction; kind: "working" | "failed" } | { action: SceneAction; result: SceneResult };

/** What the page shows; `null` state: the parent has not answered yet, or not any more. */
const now = {
  language: firstLanguage(),
  index: sceneOf(location.hash),
  state: null as StageState | null,
  everAnswered: false,
  outcome: null as Outcome | null,
  tab: sceneAt(sceneOf(location.hash)).scene.look,
};

const phoneFrame = el("iframe", { class: "screen" });
const consoleFrame = el("iframe", { class: "screen", allow: "autoplay" });
const ribbon = el("header", { class: "ribbon" });
const tabs = el("div", { class: "tabs", role: "group" });
const phoneRoom = el("div", { class: "room phone" }, phoneFrame);
const consoleRoom = el("div", { class: "room console" }, consoleFrame);
// The frames measure the rooms they stand in, so the rooms come first.
const frames = new Frames(phoneFrame, consoleFrame);
const story = el("section", { class: "story" });

function firstLanguage(): Language {
  const named = new URLSearchParams(location.hash.replace(/^#/, "")).get("lang");
  const known = [named, ...navigator.languages].map(asLanguage).find((it) => it !== null);
  return known ?? "ru";
}

function word(id: string, values?: Record<string, string | number>): string {
  return say(now.language, id, values);
}

function draw(): void {
  const { scene } = sceneAt(now.index);
  document.documentElement.lang = now.language;
  document.title = word("stage-title");
  document.body.dataset.tab = now.tab;
  phoneFrame.title = word("stage-phone");
  consoleFrame.title = word("stage-console");
  fill(ribbon, [now.language, now.state?.server, now.state?.version], drawRibbon);
  fill(tabs, [now.language, now.tab], drawTabs);
  fill(story, [now.language, scene.name, now.state, now.everAnswered, now.outcome], drawStory);
}

function drawRibbon(): Node[] {
  const server = now.state?.server;
  return [
    el("h1", {}, word("stage-ribbon")),
    el("p", {}, word("stage-ribbon-detail")),
    el(
      "span",
      { class: `server ${server ?? "unknown"}`, role: "status" },
      server === undefined ? "" : word(`stage-server-${server}`),
    ),
    el(
      "div",
      { class: "languages", role: "group", "aria-label": word("stage-language") },
      ...LANGUAGES.map((it) =>
        el(
          "button",
          { lang: it, "aria-pressed": String(it === now.language), onclick: () => speak(it) },
          LANGUAGE_NAMES[it],
        ),
      ),
    ),
  ];
}

function drawTabs(): Node[] {
  return (["phone", "console"] as const).map((tab) =>
    el("button", { "aria-pressed": String(tab === now.tab), onclick: () => show(tab) }, word(`stage-${tab}`)),
  );
}

function drawStory(): Node[] {
  const { scene, index } = sceneAt(now.index);
  const words = el(
    "div",
    { class: "words" },
    el(
      "p",
      { class: "at" },
      el("b", {}, scene.at),
      ` · ${word("stage-progress", { number: index + 1, count: SCENES.length })}`,
    ),
    el("h2", { tabindex: "-1" }, word(`stage-${scene.name}-title`)),
    el("p", {}, word(`stage-${scene.name}-story`)),
    el("p", { class: "see" }, el("b", {}, `${word("stage-see")}: `), word(`stage-${scene.name}-see`)),
    scene.name === "yours" && el("code", {}, APPLY),
  );
  return [words, drawActs(), drawPages(index)];
}

function drawActs(): Node {
  const { scene } = sceneAt(now.index);
  if (now.state === null)
    return el("p", { class: "acts", role: "status" }, word(now.everAnswered ? "stage-away" : "stage-waiting"));
  const server = now.state.server;
  const working = now.outcome !== null && "kind" in now.outcome && now.outcome.kind === "working";
  const buttons = scene.actions.map((action) =>
    el(
      "button",
      { class: "act", disabled: working || !isPlayable(action, server), onclick: () => void act(action) },
      word(`stage-do-${action}`),
    ),
  );
  return el(
    "div",
    { class: "acts" },
    ...buttons,
    ...(scene.visits ?? []).map((visit) =>
      el(
        "button",
        { class: "act", disabled: working || server === "down", onclick: () => void frames.visit(addressOf(visit)) },
        word(`stage-do-${visit}`),
      ),
    ),
    scene.name === "yours" && drawPass(now.state),
    el("p", { class: "outcome", role: "status" }, drawOutcome()),
  );
}

/** The code for the visitor's own phone. */
function drawPass({ urls }: StageState): Node {
  const link = urls.press_for_phone;
  return el(
    "div",
    { class: "pass" },
    el("img", { src: "/demo/qr.svg", alt: word("stage-qr"), width: "148", height: "148" }),
    el(
      "div",
      {},
      link !== null && el("a", { href: link, target: "_blank", rel: "noopener" }, word("stage-open-link")),
      el("button", { onclick: () => void startAgain() }, word("stage-reset")),
    ),
  );
}

function drawOutcome(): string {
  const outcome = now.outcome;
  if (outcome === null) return "";
  if ("kind" in outcome) return word(`stage-${outcome.kind}`);
  const { action, result } = outcome;
  if (action === "verify" && result.ok === true)
    return word("stage-verified", { entries: result.entries ?? 0, root: (result.root ?? "").slice(0, 16) });
  if (action === "flip" && result.ok === true) return word("stage-flip-missed");
  if (result.ok === false) return word("stage-flipped", { position: result.position ?? "?" });
  return word("stage-done");
}

function drawPages(index: number): Node {
  return el(
    "nav",
    { class: "pages" },
    el("button", { disabled: index === 0, onclick: () => void turn(-1) }, word("stage-back")),
    el("small", {}, word("stage-keys")),
    el(
      "button",
      { class: "next", disabled: index === SCENES.length - 1, onclick: () => void turn(1) },
      word("stage-next"),
    ),
  );
}

function speak(language: Language): void {
  now.language = language;
  if (now.state !== null) frames.speak(now.state, language);
  draw();
}

function show(tab: "phone" | "console"): void {
  now.tab = tab;
  draw();
}

async function turn(pages: number): Promise<void> {
  const { scene, index } = sceneAt(now.index + pages);
  if (index === now.index) return;
  // The scenes that follow need a living server.
  if (now.state?.server === "down") void act("restart");
  now.index = index;
  now.tab = scene.look;
  now.outcome = null;
  if (now.state?.server === "up") void frames.comeBack(now.state).catch(() => undefined);
  history.replaceState(null, "", `#scene=${scene.name}`);
  draw();
  story.querySelector<HTMLElement>("h2")?.focus();
}

async function act(action: SceneAction): Promise<void> {
  now.outcome = { action, kind: "working" };
  draw();
  const outcome: Outcome = await play(action)
    .then((result) => ({ action, result }))
    .catch(() => ({ action, kind: "failed" as const }));
  if (now.outcome?.action === action) now.outcome = outcome;
  if ("result" in outcome && now.state !== null) await follow(now.state, outcome.result);
  await look();
}

/** Shows what came of an action, where that is a page: the draft of an injury, or the quarter it is counted in. */
async function follow({ figures }: StageState, { alarm, period }: SceneResult): Promise<void> {
  if (period !== undefined) await frames.visit(`/figures/explore?period=${period}`, figures);
  else if (alarm !== undefined) await frames.visit(`/register/new?alarm=${alarm}`);
}

/** Pages for which nobody need sign in. */
function addressOf(visit: Visit): string {
  return visit === "release" ? "/figures" : `/figures/check?example=${now.language}`;
}

async function startAgain(): Promise<void> {
  await act("reset");
  await turn(-SCENES.length);
}

/** Asks the parent how things are, and loads the frames once there is something to load. */
async function look(): Promise<void> {
  now.state = await readState().catch(() => null);
  now.everAnswered ||= now.state !== null;
  draw();
  if (now.state?.server === "up") await frames.load(now.state, now.language).catch(() => undefined);
}

async function keepLooking(): Promise<void> {
  await look();
  setTimeout(() => void keepLooking(), LOOK_MS);
}

addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (event.key === "ArrowRight") void turn(1);
  if (event.key === "ArrowLeft") void turn(-1);
});
// Somebody follows a link to a scene, or types its name.
addEventListener("hashchange", () => void turn(sceneOf(location.hash) - now.index));
document.getElementById("stage")?.replaceChildren(ribbon, tabs, el("main", {}, phoneRoom, consoleRoom), story);
draw();
void keepLooking();
