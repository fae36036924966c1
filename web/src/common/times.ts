/** Absolute times, always in the site's own time zone: a guard in Astana may be looking at Oral. */
import type { Language } from "../api/types";

const DEFAULT_ZONE = "Asia/Almaty";
const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, zone: string, options: Intl.DateTimeFormatOptions, name: string) {
  const key = `${language} ${zone} ${name}`;
  let found = formats.get(key);
  if (found === undefined) {
    found = build(language, zone, options);
    formats.set(key, found);
  }
  return found;
}

function build(language: Language, zone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  // Kazakh dates are written like Russian ones. Chromium says that it knows Kazakh and then writes them the American way.
  const locale = language === "en" ? "en-GB" : "ru";
  try {
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: zone });
  } catch {
    // A zone this browser has not heard of (Kazakhstan changed its own in 2024) must not blank the screen.
    return new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC", timeZoneName: "short" });
  }
}

/** `04:12:37` */
export function clockTime(at: string, zone: string | null, language: Language): string {
  return format(
    language,
    zone ?? DEFAULT_ZONE,
    { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
    "clock",
  ).format(new Date(at));
}

/** `22.11.2026, 04:12:37` */
export function fullTime(at: string, zone: string | null, language: Language): string {
  return format(
    language,
    zone ?? DEFAULT_ZONE,
    {
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
    },
    "full",
  ).format(new Date(at));
}

/** The calendar day at the site, `2026-11-22`: what a date filter compares with. */
export function dayAt(at: string, zone: string | null): string {
  return format("en", zone ?? DEFAULT_ZONE, { year: "numeric", month: "2-digit", day: "2-digit" }, "day")
    .formatToParts(new Date(at))
    .reduce((day, { type, value }) => day.replace(type, value), "year-month-day");
}

/** A calendar day, `2026-11-22`, as the reader writes it: `22.11.2026`, in English `22/11/2026`. */
export function dayText(day: string, language: Language): string {
  const [year, month, date] = day.split("-");
  if (year === undefined || month === undefined || date === undefined) return day;
  return [date, month, year].join(language === "en" ? "/" : ".");
}
