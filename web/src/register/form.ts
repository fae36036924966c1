/**
 * The form of an injury: what is typed, and what is sent of it.
 *
 * Two parts that never mix: `Open` is kept in this browser as a draft; `Sealed` says who was hurt and is kept nowhere
 * until the server has sealed it.
 */
import type { Injured, InjuryDetails, InjuryToReport } from "../api/injuries";
import type { Site } from "../api/types";

const TEXTS = [
  "date",
  "hour",
  "kind",
  "outcome",
  "days_lost",
  "days_restricted",
  "site",
  "region",
  "activity",
  "employer",
  "host",
  "source",
  "reported",
  "cause",
  "deviation",
  "contact",
  "injury_type",
  "body_part",
  "sex",
  "age",
  "number",
] as const;
export type TextField = (typeof TEXTS)[number];

export type Open = { readonly [field in TextField]: string } & {
  readonly severe: boolean;
  /** The same key again is the same report, so that a lost answer makes no second injury. */
  readonly key: string;
};

export const SEALED = ["name", "iin", "born", "occupation", "circumstances"] as const;
export type Sealed = { readonly [field in (typeof SEALED)[number]]: string };

export const NOBODY: Sealed = { name: "", iin: "", born: "", occupation: "", circumstances: "" };

const NUMBERS: readonly TextField[] = ["hour", "days_lost", "days_restricted"];

export function openOf(details: InjuryDetails, key: string): Open {
  const known = details as Readonly<Record<string, unknown>>;
  const texts = TEXTS.map((field) => {
    const value = known[field];
    return [field, value === null || value === undefined ? "" : String(value)] as const;
  });
  const open = Object.fromEntries(texts) as Record<TextField, string>;
  return { ...open, source: open.source === "" ? "employer" : open.source, severe: details.severe === true, key };
}

/** What the form says. What is left empty is not said: it is not known. */
export function detailsOf(open: Open): InjuryDetails {
  const said: Record<string, string | number | boolean> = {};
  for (const field of TEXTS) {
    const text = open[field].trim();
    if (text === "" || field === "number") continue;
    said[field] = NUMBERS.includes(field) && /^\d+$/.test(text) ? Number(text) : text;
  }
  if (open.severe) said.severe = true;
  return said as InjuryDetails;
}

export function reportOf(open: Open, sealed: Sealed, alarm: string | null): InjuryToReport {
  const injured = injuredOf(sealed);
  const number = open.number.trim();
  return {
    ...detailsOf(open),
    ...(number === "" ? {} : { number }),
    ...(alarm === null ? {} : { alarm }),
    ...(injured === null ? {} : { injured }),
  };
}

function injuredOf(sealed: Sealed): Injured | null {
  const said = SEALED.flatMap((field) => (sealed[field].trim() === "" ? [] : [[field, sealed[field].trim()]]));
  return said.length === 0 ? null : (Object.fromEntries(said) as Injured);
}

const FILLED_BY_SITE = ["region", "activity", "employer"] as const;

/**
 * The form after another site was chosen: region, activity and employer are the site's, unless somebody typed them.
 * What the site before filled in goes with it.
 */
export function withSite(open: Open, site: Site | undefined, before: Site | undefined): Open {
  const known = (one: Site | undefined) => ({
    region: one?.region ?? "",
    activity: one?.activity ?? "",
    employer: one?.owner?.bin ?? "",
  });
  const [now, then] = [known(site), known(before)];
  const filled = FILLED_BY_SITE.map((field) => {
    const typed = open[field] !== "" && open[field] !== then[field];
    return [field, typed ? open[field] : now[field]] as const;
  });
  return {
    ...open,
    site: site?.id ?? "",
    ...(Object.fromEntries(filled) as Pick<Open, "region" | "activity" | "employer">),
  };
}

/** A field whose value cannot be sent, before the server is asked; the server decides about everything else. */
export type Fault = TextField | `injured.${(typeof SEALED)[number]}`;

export function faultsOf(open: Open, sealed: Sealed, today: string): readonly Fault[] {
  const faults: Fault[] = [];
  const wrong = (field: Fault, isWrong: boolean) => {
    if (isWrong) faults.push(field);
  };
  const whole = (text: string, most: number) => text === "" || (/^\d+$/.test(text) && Number(text) <= most);
  const bin = (text: string) => text === "" || /^\d{12}$/.test(text);
  wrong("date", open.date === "" || open.date > today);
  wrong("hour", !whole(open.hour.trim(), 23));
  wrong("kind", open.kind === "");
  wrong("outcome", open.outcome === "");
  wrong("days_lost", !whole(open.days_lost.trim(), 65_535) || (Number(open.days_lost) > 0 && isSlight(open.outcome)));
  wrong("days_restricted", !whole(open.days_restricted.trim(), 65_535));
  wrong("employer", !bin(open.employer.trim()));
  wrong("host", !bin(open.host.trim()));
  wrong("injured.iin", !bin(sealed.iin.trim()));
  return faults;
}

/** Days lost make the outcome `lost-time`, unless the person died. */
function isSlight(outcome: string): boolean {
  return outcome === "restricted" || outcome === "medical" || outcome === "first-aid";
}
