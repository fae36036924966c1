/** The two dialogs: the phone's settings, and "I disagree: it was real". */

import { drawing, el } from "./dom";
import { DOTS, type Look } from "./icons";
import type { Speech } from "./language";
import type { Settings } from "./storage";
import { LANGUAGES, type Language } from "./wire";

const LANGUAGE_NAMES: Record<Language, string> = { kk: "Қазақша", ru: "Русский", en: "English" };
const LEGEND: readonly Look[] = ["sending", "undelivered", "sent", "seen", "coming", "arrived", "closed"];

/** What the settings dialog shows: the settings in force, chosen or not. */
export interface InForce {
  silent: boolean;
  holdMs: number;
}

function open(dialog: HTMLDialogElement): void {
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

export function openSettings(speech: Speech, now: InForce, change: (settings: Partial<Settings>) => void): void {
  const { say, language } = speech;
  const value = el("output", {}, say("set-hold-value", { seconds: speech.seconds(now.holdMs) }));
  const hold = el("input", { type: "range", min: "0", max: "2000", step: "100", value: String(now.holdMs) });
  hold.addEventListener("input", () => {
    value.textContent = say("set-hold-value", { seconds: speech.seconds(hold.valueAsNumber) });
    change({ holdMs: hold.valueAsNumber });
  });
  const silent = el("input", { type: "checkbox", checked: now.silent, role: "switch" });
  silent.addEventListener("change", () => change({ silent: silent.checked }));
  const dialog = el("dialog", { class: "sheet", "aria-label": say("settings") });
  const languages = LANGUAGES.map((it) => {
    const choose = () => {
      change({ language: it });
      dialog.close();
    };
    return el(
      "button",
      { class: "plain", lang: it, "aria-pressed": String(it === language), onclick: choose },
      LANGUAGE_NAMES[it],
    );
  });
  dialog.append(
    el("h2", {}, say("settings")),
    el("label", { class: "switch" }, silent, el("b", {}, say("set-silent"))),
    el("p", {}, say("set-silent-detail")),
    el("h3", {}, say("sign-legend")),
    el("ul", { class: "legend" }, ...LEGEND.map((look) => el("li", {}, drawing(DOTS[look], 22), legend(look, speech)))),
    el("label", { class: "range" }, el("b", {}, say("set-hold")), value, hold),
    el("h3", {}, say("set-language")),
    el("div", { class: "acts" }, ...languages),
    el("button", { class: "primary", onclick: () => dialog.close() }, say("close")),
  );
  open(dialog);
}

function legend(look: Look, { say }: Speech): string {
  return say(look === "undelivered" ? "not-delivered" : `sign-${look}`);
}

/** `send` answers whether the server has taken the contest. */
export function openContest({ say }: Speech, send: (note: string) => Promise<boolean>): void {
  const note = el("textarea", { rows: "4", maxlength: "2000", id: "contest-note" });
  const failed = el("p", { role: "alert", class: "failed" });
  const submit = el("button", { class: "primary", type: "submit" }, say("contest-send"));
  const dialog = el("dialog", { class: "sheet", "aria-label": say("contest") });
  const form = el(
    "form",
    {},
    el("h2", {}, say("contest")),
    el("label", { for: "contest-note" }, say("contest-note")),
    note,
    failed,
    submit,
    el("button", { class: "plain", type: "button", onclick: () => dialog.close() }, say("back")),
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    submit.disabled = true;
    failed.textContent = "";
    if (await send(note.value)) return dialog.close();
    submit.disabled = false;
    failed.textContent = say("contest-failed");
  });
  dialog.append(form);
  open(dialog);
}
