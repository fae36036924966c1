import { describe, expect, it } from "vitest";
import { offered } from "../alarm/transitions";
import type { Alarm, Session } from "../api/types";
import { formatAge } from "../common/age";
import { toCsv } from "../common/csv";
import { FaultReports, faultsAt, SILENCE_MS } from "./faults";
import { passes } from "./history/loading";
import { searchOf, viewOf } from "./history/view";
import { commandOf, focusOf, Seen, VISIBLE_FOR_MS } from "./keyboard";
import { compareAlarms } from "./ordering";
import { nextStep, rowForSpace, rowsOf, siteKey, statesByPlace, zoneKey } from "./situations";
import { decideSound } from "./sound/policy";
import { alarm, guard, other } from "./testing";
import { UnrecordedShelf } from "./unrecorded";

describe("the order of alarms", () => {
  const ids = (alarms: Alarm[]) => [...alarms].sort(compareAlarms).map(({ id }) => id);

  it("is gravest kind first, then oldest, among those not taken", () => {
    const alarms = [
      alarm({ id: "assist", kind: "assist", position: 1 }),
      alarm({ id: "panic-new", kind: "panic", position: 4 }),
      alarm({ id: "panic-old", kind: "panic", position: 2 }),
      alarm({ id: "duress", kind: "duress", position: 5 }),
    ];
    expect(ids(alarms)).toEqual(["panic-old", "panic-new", "duress", "assist"]);
  });

  it("puts what nobody has taken before what somebody has, among the equally grave", () => {
    const alarms = [
      alarm({ id: "assist", kind: "assist", position: 1 }),
      alarm({ id: "taken", kind: "panic", state: "responding", position: 2 }),
      alarm({ id: "waiting", kind: "duress", position: 3 }),
    ];
    expect(ids(alarms)).toEqual(["waiting", "taken", "assist"]);
  });

  it("never puts a fault of a thing before a person", () => {
    const alarms = [
      alarm({ id: "technical", kind: "technical", position: 1 }),
      alarm({ id: "taken", kind: "assist", state: "acknowledged", position: 2 }),
    ];
    expect(ids(alarms)).toEqual(["taken", "technical"]);
  });

  it("treats a kind from a newer server like panic", () => {
    const strange = alarm({ id: "strange", kind: "flood" as Alarm["kind"], position: 1 });
    expect(ids([alarm({ id: "fire", kind: "fire", position: 0 }), strange])).toEqual(["strange", "fire"]);
    expect(decideSound({ open: [strange], arrivals: [], unrecorded: 0 }).siren).toBe(true);
  });
});

describe("the rows", () => {
  const three = [
    alarm({ id: "a", situation: "s", position: 1, state: "acknowledged", by: guard }),
    alarm({ id: "b", situation: "s", position: 2 }),
    alarm({ id: "c", situation: "s", position: 3, kind: "holdup" }),
  ];

  it("count the alarms of a situation and merge none", () => {
    const [row] = rowsOf(three);
    expect(row).toMatchObject({ situation: "s", waiting: 2, lead: { id: "b" } });
    expect(row?.alarms.map(({ id }) => id)).toEqual(["a", "b", "c"]);
  });

  it("take 30,000 alarms of one zone without sorting them", () => {
    const many = Array.from({ length: 30_000 }, (_, i) => alarm({ id: `${i}`, situation: "s", position: i + 1 }));
    expect(rowsOf(many)).toHaveLength(1);
    expect(rowsOf(many)[0]?.alarms).toHaveLength(30_000);
  });

  it("give the space bar the first that waits, or that I have taken and not gone to", () => {
    const mine = alarm({ id: "mine", state: "acknowledged", by: guard });
    const others = alarm({ id: "theirs", state: "acknowledged", by: other, kind: "duress" });
    const gone = alarm({ id: "gone", state: "responding", by: guard, kind: "holdup" });
    expect(rowForSpace(rowsOf([others, gone, mine]), guard.id)?.lead.id).toBe("mine");
    expect(rowForSpace(rowsOf([others, gone]), guard.id)).toBeUndefined();
  });

  it("step from taken to on the way to on the scene", () => {
    expect(nextStep("raised")).toBe("acknowledge");
    expect(nextStep("acknowledged")).toBe("respond");
    expect(nextStep("responding")).toBe("attend");
    expect(nextStep("attended")).toBeNull();
  });

  it("mark every place above an alarm, and survive a ring of zones", () => {
    const parents: Record<string, string> = { room: "floor", floor: "house", house: "room" };
    const places = statesByPlace([alarm({ id: "a", zone: "room" })], (zone) => parents[zone] ?? null);
    expect([...places.keys()].sort()).toEqual([siteKey("site-a"), ...["floor", "house", "room"].map(zoneKey)].sort());
  });
});

describe("ages", () => {
  it.each([
    [-500, "00:00"],
    [1_000, "00:01"],
    [3_599_999, "59:59"],
    [3_600_000, "1:00:00"],
    [90_061_000, "25:01:01"],
  ])("%i ms reads %s", (milliseconds, words) => expect(formatAge(milliseconds)).toBe(words));
});

describe("faults of the console", () => {
  it("begin after eight seconds of silence, not before", () => {
    const at = (now: number) => faultsAt(now, { heardAt: 1_000, soundLostAt: null }).map(({ what }) => what);
    expect(at(1_000 + SILENCE_MS - 1)).toEqual([]);
    expect(at(1_000 + SILENCE_MS)).toEqual(["stream-silent"]);
  });

  it("include sound that cannot play, at once", () => {
    expect(faultsAt(5, { heardAt: 5, soundLostAt: 4 })).toEqual([{ what: "sound-suspended", since: 4 }]);
  });

  it("stay owed to the server until it has taken them, each episode once", () => {
    const reports = new FaultReports();
    const fault = { what: "stream-silent", since: 1 } as const;
    reports.observe([fault]);
    reports.observe([]);
    expect(reports.pending()).toEqual([fault]);
    reports.delivered(fault);
    reports.observe([fault]);
    expect(reports.pending()).toEqual([]);
    reports.observe([{ what: "stream-silent", since: 99 }]);
    expect(reports.pending()).toHaveLength(1);
  });
});

describe("keys", () => {
  const press = (key: string, focus: "page" | "button" | "field" = "page", repeat = false) =>
    commandOf({ key, repeat, modified: false }, focus);

  it("mean something on the page, and nothing where a field takes them", () => {
    expect(press(" ")).toBe("step");
    expect(press("Enter")).toBe("attend");
    expect(press("?")).toBe("help");
    for (const key of [" ", "Enter", "?", "ArrowUp"]) expect(press(key, "field"), key).toBeNull();
    expect(press("Escape", "field")).toBe("escape");
  });

  it("leave space and Enter to a focused button, but still choose by arrows", () => {
    expect(press(" ", "button")).toBeNull();
    expect(press("Enter", "button")).toBeNull();
    expect(press("ArrowDown", "button")).toBe("next");
  });

  it("do not run through the steps while held, and leave shortcuts to the browser", () => {
    expect(press(" ", "page", true)).toBeNull();
    expect(commandOf({ key: " ", repeat: false, modified: true }, "page")).toBeNull();
  });

  it("know what has the focus", () => {
    document.body.innerHTML = '<textarea></textarea><button><b></b></button><div tabindex="0"></div>';
    expect(focusOf(document.querySelector("textarea"))).toBe("field");
    expect(focusOf(document.querySelector("b"))).toBe("button");
    expect(focusOf(document.querySelector("div"))).toBe("page");
    expect(focusOf(null)).toBe("page");
  });

  it("mean an alarm only when it has been in view for 700 ms", () => {
    const seen = new Seen();
    seen.look("a", 0);
    expect(seen.long("a", VISIBLE_FOR_MS - 1)).toBe(false);
    expect(seen.long("a", VISIBLE_FOR_MS)).toBe(true);
    seen.look("b", 1_000);
    expect(seen.long("a", 5_000)).toBe(false);
    expect(seen.long("b", 1_500)).toBe(false);
    seen.look(null, 1_600);
    seen.look("b", 1_650);
    expect(seen.long("b", 2_000), "a hidden page starts the count anew").toBe(false);
    expect(seen.long("b", 2_350)).toBe(true);
  });
});

describe("sound", () => {
  const decide = (open: Alarm[], arrivals: Alarm[] = [], unrecorded = 0) => decideSound({ open, arrivals, unrecorded });

  it("loops until the alarm is taken, also for a silent alarm", () => {
    const silent = alarm({ id: "a", silent: true });
    expect(decide([silent]).siren).toBe(true);
    expect(decide([{ ...silent, state: "acknowledged" }]).siren).toBe(false);
  });

  it("is one soft chime for a call to come and stand by", () => {
    const assist = alarm({ id: "a", kind: "assist" });
    expect(decide([assist], [assist])).toEqual({ siren: false, chime: true });
    expect(decide([assist])).toEqual({ siren: false, chime: false });
  });

  it("loops for a press that could not be written down", () => {
    expect(decide([], [], 1).siren).toBe(true);
  });
});

describe("what is offered", () => {
  const session = (...permissions: string[]): Session => ({
    account: { id: guard.id, login: "a", name: null, language: null, roles: [] },
    permissions,
    position: 0,
  });
  const handler = session("alarm.view", "alarm.handle");
  const dispatcher = session("alarm.view", "alarm.handle", "alarm.release-others", "alarm.reopen");

  it("is nothing to whoever may only look", () => {
    const can = offered(alarm({ id: "a" }), session("alarm.view"));
    expect(Object.values(can).some(Boolean)).toBe(false);
  });

  it("lets me release what I hold, and only a dispatcher what others hold", () => {
    const mine = alarm({ id: "a", state: "responding", by: guard });
    const theirs = alarm({ id: "b", state: "responding", by: other });
    expect(offered(mine, handler).release).toBe(true);
    expect(offered(theirs, handler).release).toBe(false);
    expect(offered(theirs, dispatcher).release).toBe(true);
  });

  it("leaves the closing of a contested alarm, and reopening, to a dispatcher", () => {
    const contested = alarm({ id: "a", contested: true });
    expect(offered(contested, handler).close).toBe(false);
    expect(offered(contested, dispatcher).close).toBe(true);
    expect(offered(alarm({ id: "b", state: "closed" }), handler).reopen).toBe(false);
    expect(offered(alarm({ id: "b", state: "closed" }), dispatcher).reopen).toBe(true);
  });
});

describe("unrecorded presses", () => {
  const press = (key: string) => ({
    at: "2026-11-22T04:00:00Z",
    press: { key, kind: "panic", site: null, zone: null },
  });

  it("show once however often they are tried, survive a reload, and go when seen to", () => {
    const shelf = new UnrecordedShelf(localStorage);
    shelf.add(press("a"));
    shelf.add(press("a"));
    shelf.add(press("b"));
    const reloaded = new UnrecordedShelf(localStorage);
    expect(reloaded.presses().map(({ press: { key } }) => key)).toEqual(["b", "a"]);
    reloaded.remove("a");
    expect(new UnrecordedShelf(localStorage).presses()).toHaveLength(1);
  });

  it("do without a storage, and with a broken one", () => {
    expect(new UnrecordedShelf(null).presses()).toEqual([]);
    expect(new UnrecordedShelf({ getItem: () => "{", setItem: () => {} }).presses()).toEqual([]);
  });
});

describe("the history", () => {
  it("keeps its filters in the address bar", () => {
    const view = { view: "history", site: "site-a", kind: "fire", from: "2026-11-01" } as const;
    expect(viewOf(searchOf(view))).toEqual(view);
    expect(viewOf("?view=history&state=nonsense")).toEqual({ view: "history" });
    expect(searchOf({ view: "open" })).toBe("");
  });

  it("filters by the calendar day at the site", () => {
    const late = alarm({ id: "a", raised_at: "2026-11-21T20:30:00Z" });
    const zone = () => "Asia/Almaty";
    expect(passes(late, { from: "2026-11-22", to: "2026-11-22" }, zone)).toBe(true);
    expect(passes(late, { to: "2026-11-21" }, zone)).toBe(false);
    expect(passes(late, { kind: "fire" }, zone)).toBe(false);
  });

  it("exports what a spreadsheet cannot run", () => {
    expect(toCsv([["=1+1", 'say "no"', "a,b"]])).toBe('\u{FEFF}\'=1+1,"say ""no""","a,b"\r\n');
  });
});
