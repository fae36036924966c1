import type { Language, Names, Person } from "../api/types";
import type { Say } from "./words";

/** A name in the reader's language, else in Russian, Kazakh, English, else the id. */
export function nameIn(names: Names | null | undefined, language: Language, id: string): string {
  if (!names) return id;
  for (const candidate of [language, "ru", "kk", "en"] as const) {
    const name = names[candidate];
    if (name) return name;
  }
  return id;
}

export function personName(person: Person | null, t: Say): string | null {
  return person === null ? null : (person.name ?? t("person-unnamed"));
}
