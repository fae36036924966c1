/** The register over the wire: as little of it as the screens need, in the shapes and words of the program. */
import { randomUUID } from "node:crypto";
import type { Injury, InjuryDetails, InjuryErasure, InjuryOpening, InjuryReport } from "../../src/api/injuries";
import type { Alarm, Person } from "../../src/api/types";
import { AGES, CAUSES, INJURY_KINDS, INJURY_OUTCOMES } from "../../src/register/codes";
import { type Account, SITES } from "./data";
import { type Answer, forbidden, invalid } from "./figures";

interface Stored {
  readonly injury: Injury;
  readonly reports: readonly InjuryReport[];
  readonly openings: readonly InjuryOpening[];
  readonly erasure: InjuryErasure | null;
}

export interface Asked {
  readonly method: string;
  readonly path: readonly string[];
  readonly query: URLSearchParams;
  readonly body: Record<string, unknown>;
  readonly key: string | undefined;
  readonly account: Account;
}

const NOT_FOUND: Answer = {
  status: 404,
  body: {
    type: "https://saqta.dev/problems/not-found",
    title: "Not found",
    status: 404,
    detail: "There is no such record, or you may not see it.",
    do: "Check the address, or open the list again.",
  },
};

/** What a report may say besides the details. */
const BESIDE = ["number", "shared_number", "alarm", "injured", "note"];

export class WireRegister {
  /** What was sent as sealed, so that a test can tell that it arrived. */
  readonly sealed: unknown[] = [];
  private readonly stored = new Map<string, Stored>();
  private readonly keys = new Map<string, string>();

  constructor(
    private readonly next: () => number,
    private readonly alarm: (id: string) => Alarm | undefined,
  ) {
    for (const details of synthetic()) {
      this.record(details, { id: "account-inspector", name: "Бекзат Оспанов" }, "2026-11-20T06:00:00Z", null);
    }
  }

  answer(asked: Asked): Answer {
    const { method, path, account } = asked;
    const may = (right: string) => account.permissions.includes(right);
    const [id, step] = path;
    if (id === undefined) {
      if (method === "POST") return may("injury.record") ? this.report(asked) : forbidden;
      return may("injury.view") || may("injury.view-coarse") ? this.list(asked) : forbidden;
    }
    if (id === "draft") return may("injury.record") ? this.draft(asked.query.get("alarm") ?? "") : forbidden;
    const stored = this.stored.get(id);
    if (step === "erase") return may("person.erase") ? this.erase(stored, asked) : forbidden;
    if (stored === undefined || !may("injury.view")) return NOT_FOUND;
    if (step === undefined) {
      const { injury, ...history } = stored;
      return { status: 200, body: { ...injury, ...history, injured_is_said: true } };
    }
    if (step === "open") return may("injury.open") ? this.open(stored, asked) : forbidden;
    if (!may("injury.revise")) return forbidden;
    if (step === "withdraw") {
      this.stored.delete(id);
      this.next();
      return { status: 204, body: {} };
    }
    return this.revise(id, stored, asked);
  }

  /** Every injury here says who was hurt. */
  private open(stored: Stored, { body: { reason }, account }: Asked): Answer {
    if (typeof reason !== "string" || reason.trim() === "") return invalid("reason", "opened for a reason");
    const { injury, openings, erasure } = stored;
    const report = injury.position;
    const opening = { ...this.done(account, reason), report };
    this.stored.set(injury.id, { ...stored, openings: [...openings, opening] });
    const nothing = { iin: null, born: null, occupation: null, circumstances: null };
    const name = erasure === null ? "Synthetic Person" : null;
    return { status: 200, body: { items: [{ position: report, erased: erasure !== null, name, ...nothing }] } };
  }

  private erase(stored: Stored | undefined, { body: { reason }, account }: Asked): Answer {
    if (stored === undefined) return NOT_FOUND;
    if (typeof reason !== "string" || reason.trim() === "") return invalid("reason", "erased for a reason");
    this.stored.set(stored.injury.id, { ...stored, erasure: stored.erasure ?? this.done(account, reason) });
    return { status: 204, body: {} };
  }

  private done({ id, name }: Account, reason: string): InjuryErasure {
    return { position: this.next(), at: new Date().toISOString(), by: { id, name }, reason };
  }

  private report({ body, key, account }: Asked): Answer {
    const fault = faultOf(body);
    if (fault !== null) return fault;
    const known = key === undefined ? undefined : this.keys.get(`${account.id} ${key}`);
    if (known !== undefined) return { status: 200, body: { id: known, change: "unchanged", position: this.next() } };
    if (body.injured !== undefined) this.sealed.push(body.injured);
    const site = SITES.find((one) => one.id === body.site);
    const filled: InjuryDetails = {
      source: "employer",
      ...(site === undefined ? {} : { region: site.region, activity: site.activity }),
      ...detailsIn(body),
      severe: body.severe === true,
    };
    const number = typeof body.number === "string" ? body.number : null;
    const injury = this.record(filled, { id: account.id, name: account.name }, new Date().toISOString(), number);
    if (key !== undefined) this.keys.set(`${account.id} ${key}`, injury.id);
    return { status: 201, body: { id: injury.id, change: "recorded", position: injury.position } };
  }

  private record(details: InjuryDetails, by: Person, at: string, number: string | null): Injury {
    const position = this.next();
    const injury: Injury = { ...details, id: randomUUID(), position, sources: [details.source ?? "employer"] };
    const reports = [{ position, at, by, import: null, number, details }];
    this.stored.set(injury.id, { injury, reports, openings: [], erasure: null });
    return injury;
  }

  private revise(id: string, stored: Stored, { body, account }: Asked): Answer {
    const { injury, reports } = stored;
    const fault = faultOf(body);
    if (fault !== null) return fault;
    const position = this.next();
    const details: InjuryDetails = { ...detailsIn(body), severe: body.severe === true };
    const report: InjuryReport = {
      position,
      at: new Date().toISOString(),
      by: { id: account.id, name: account.name },
      import: null,
      number: null,
      details,
    };
    const { id: same, position: first, sources } = injury;
    this.stored.set(id, {
      ...stored,
      injury: { ...details, id: same, position: first, sources },
      reports: [...reports, report],
    });
    return { status: 200, body: { id, change: "revised", position } };
  }

  private list({ query, account }: Asked): Answer {
    const limit = Math.min(Number(query.get("limit") ?? 100), 500);
    const before = Number(query.get("cursor") ?? Number.POSITIVE_INFINITY);
    const coarse = !account.permissions.includes("injury.view");
    const matches = (injury: Injury) =>
      (["region", "kind", "outcome", "site"] as const).every((name) => {
        const wish = query.get(name);
        return wish === null || injury[name] === wish;
      }) && isWithin(injury.date ?? "", query.get("period"));
    const found = [...this.stored.values()]
      .map(({ injury }) => injury)
      .filter((injury) => injury.position < before && matches(injury))
      .sort((a, b) => b.position - a.position);
    const items = found.slice(0, limit).map((injury) => (coarse ? coarsely(injury) : injury));
    const next = found.length > limit ? String(items.at(-1)?.position) : null;
    return { status: 200, body: { items, next, position: this.next() } };
  }

  private draft(id: string): Answer {
    const alarm = this.alarm(id);
    if (alarm === undefined) return NOT_FOUND;
    const site = SITES.find((one) => one.id === alarm.site);
    const violence = ["panic", "duress", "holdup", "assist"].includes(alarm.kind);
    const kind = violence ? "violence-against-health-worker" : alarm.kind === "fire" ? "explosion-or-fire" : "other";
    return {
      status: 200,
      body: {
        alarm: id,
        source: "employer",
        site: alarm.site,
        region: site?.region,
        activity: site?.activity,
        date: alarm.raised_at.slice(0, 10),
        hour: (new Date(alarm.raised_at).getUTCHours() + 5) % 24,
        kind,
        ...(alarm.factors.includes("waiting") ? { cause: "waiting" } : {}),
        ...(violence ? { deviation: "83", injury_type: "111" } : {}),
      },
    };
  }
}

function detailsIn(body: Record<string, unknown>): InjuryDetails {
  return Object.fromEntries(Object.entries(body).filter(([name]) => !BESIDE.includes(name))) as InjuryDetails;
}

function faultOf(body: Record<string, unknown>): Answer | null {
  for (const field of ["date", "kind", "outcome"]) {
    if (typeof body[field] !== "string") return invalid(field, "this is required");
  }
  const { date, kind, outcome, employer } = body as Record<string, string | undefined>;
  if (!/^\d{4}-\d{2}-\d{2}$/.test(date ?? "")) return invalid("date", "a day as 2026-03-01");
  if (Date.parse(date ?? "") > Date.now() + 86_400_000) return invalid("date", "this day has not come yet");
  if (!INJURY_KINDS.some((code) => code === kind)) return invalid("kind", `one of ${INJURY_KINDS.join(", ")}`);
  if (!INJURY_OUTCOMES.some((code) => code === outcome))
    return invalid("outcome", `one of ${INJURY_OUTCOMES.join(", ")}`);
  if (employer !== undefined && !/^\d{12}$/.test(employer)) {
    return invalid("employer", `\`${employer}\` is no business identification number: 12 digits`);
  }
  const activity = body.activity as string | undefined;
  if (activity !== undefined && !/^([A-U]|\d{2}(\.\d{1,2})?)$/.test(activity)) {
    return invalid("activity", `\`${activity}\` is no activity: a section as \`Q\`, or \`86\`, \`86.1\`, \`86.10\``);
  }
  return null;
}

/** An analyst sees the month, and no site, employer, day or hour. */
function coarsely({
  site: _site,
  employer: _employer,
  host: _host,
  date,
  hour: _hour,
  reported: _reported,
  ...rest
}: Injury): Injury {
  return { ...rest, month: date?.slice(0, 7) ?? null };
}

function isWithin(date: string, period: string | null): boolean {
  if (period === null) return true;
  const quarter = /^(\d{4})-Q([1-4])$/.exec(period);
  if (quarter === null) return date.startsWith(period);
  return date.startsWith(quarter[1] ?? "") && Math.ceil(Number(date.slice(5, 7)) / 3) === Number(quarter[2]);
}

/** Synthetic injuries of the first half of 2025. */
function synthetic(): readonly InjuryDetails[] {
  return Array.from({ length: 130 }, (_, index): InjuryDetails => {
    const kind = INJURY_KINDS[(index * 7) % INJURY_KINDS.length] ?? "other";
    const atHospital = kind === "violence-against-health-worker";
    const outcome = index % 11 === 3 ? "fatal" : (INJURY_OUTCOMES[1 + (index % 4)] ?? "medical");
    return {
      source: (["employer", "employer", "health-organisation", "insurer"] as const)[index % 4] ?? "employer",
      ...(atHospital ? { site: "kostanay-ed", activity: "86.10", deviation: "83" } : { activity: "F" }),
      region: atHospital ? "39" : (["35", "63", "15", "23", "75", "71"][index % 6] ?? "71"),
      date: `2025-${String(1 + (index % 6)).padStart(2, "0")}-${String(1 + (index % 28)).padStart(2, "0")}`,
      hour: (index * 5) % 24,
      kind,
      outcome,
      severe: index % 9 === 0,
      ...(outcome === "lost-time" ? { days_lost: 1 + ((index * 3) % 40) } : {}),
      cause: CAUSES[(index * 5) % CAUSES.length] ?? "other",
      sex: index % 3 === 0 ? "f" : "m",
      age: AGES[1 + (index % 5)] ?? "25-34",
    };
  });
}
