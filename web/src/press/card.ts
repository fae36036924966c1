/** What one press looks like once it is made: a large card for the foremost, one line for each other. */

import { drawing, el } from "./dom";
import { ICONS } from "./icons";
import type { Speech } from "./language";
import { type Hitch, isDelivered, type Press } from "./state";
import type { Phone } from "./wire";

export interface CardActs {
  putAway(press: Press): void;
  contest(press: Press): void;
}

/** The words of a press: a headline, and what belongs below it. */
export interface Wording {
  headline: string;
  detail: string;
}

const WHY: Record<Hitch, string> = {
  "no-answer": "why-no-answer",
  offline: "why-offline",
  "not-recorded": "why-not-recorded",
  "unknown-phone": "why-unknown-phone",
};

export function wording(press: Press, { say, time }: Speech): Wording {
  if (press.stage === "sending") return { headline: say("sending"), detail: say("sending-detail") };
  if (press.stage === "undelivered") {
    const headline = press.hitch === "not-recorded" ? "not-recorded" : "not-delivered";
    return { headline: say(headline), detail: `${say(WHY[press.hitch])} ${say("keeps-trying")}` };
  }
  const at = time(press.at);
  const contested = press.contested && press.stage !== "closed" ? `${say("contested")} ` : "";
  switch (press.stage) {
    case "sent":
      return {
        headline: say("sent", { time: time(press.receipt.raisedAt) }),
        detail: contested || say(press.again ? "sent-again" : "sent-detail"),
      };
    case "closed":
      return closedWording(press.outcome, at, say);
    default: {
      const by = press.by === null ? `${press.stage}-by-somebody` : `${press.stage}-by`;
      return {
        headline: say(`${press.stage}`, { time: at }),
        detail: contested + say(by, { name: press.by ?? "" }),
      };
    }
  }
}

function closedWording(outcome: string | null, time: string, say: Speech["say"]): Wording {
  if (outcome === "no-danger")
    return { headline: say("closed-no-danger"), detail: say("closed-no-danger-detail", { time }) };
  const detail = outcome === null ? "" : say(`closed-${outcome}`);
  return { headline: say("closed", { time }), detail };
}

/** The card of the press a person needs to see first. */
export function card(press: Press, speech: Speech, phones: Phone[], stale: boolean, acts: CardActs): HTMLElement {
  const { say } = speech;
  const { headline, detail } = wording(press, speech);
  const failed = press.stage === "undelivered";
  const mayContest = press.stage === "closed" && press.outcome !== "real" && !press.contested;
  return el(
    "article",
    { class: `card ${press.stage}` },
    el(
      "div",
      { class: "headline" },
      drawing(ICONS[press.stage], 40),
      el("div", {}, el("h2", {}, headline), el("p", {}, detail)),
    ),
    failed && el("h3", {}, say("call-now")),
    failed && phoneList(phones, speech),
    isDelivered(press) && stale && el("p", { class: "stale" }, say("stale")),
    press.stage === "closed" &&
      el(
        "div",
        { class: "acts" },
        mayContest && el("button", { class: "plain", onclick: () => acts.contest(press) }, say("contest")),
        el("button", { class: "plain", onclick: () => acts.putAway(press) }, say("put-away")),
      ),
  );
}

/** One line for a press that is not the foremost. */
export function line(press: Press, speech: Speech, acts: CardActs): HTMLElement {
  const { headline } = wording(press, speech);
  const when = speech.time(new Date(press.order.pressedAt).toISOString());
  return el(
    "li",
    { class: `line ${press.stage}` },
    drawing(ICONS[press.stage], 20),
    el("span", {}, headline.includes(when) ? headline : `${headline} · ${when}`),
    press.stage === "closed" &&
      el("button", { class: "plain small", onclick: () => acts.putAway(press) }, speech.say("put-away")),
  );
}

export function phoneList(phones: Phone[], speech: Speech): HTMLElement {
  return el(
    "ul",
    { class: "phones", "aria-label": speech.say("phones") },
    ...phones.map(({ name, number }) =>
      el(
        "li",
        { class: number.length > 4 ? "" : "short" },
        el(
          "a",
          { href: `tel:${number.replace(/[^\d+*#]/g, "")}` },
          drawing(ICONS.phone, 18),
          el("b", {}, number),
          name !== "" && el("span", {}, name),
        ),
      ),
    ),
  );
}

/** The site's numbers, then the two that work from every phone in the country. */
export function phonesOf(site: Phone[], { say }: Speech): Phone[] {
  const everywhere = [
    { name: say("police"), number: "102" },
    { name: say("rescue"), number: "112" },
  ];
  return [...site, ...everywhere.filter(({ number }) => !site.some((phone) => phone.number === number))];
}
