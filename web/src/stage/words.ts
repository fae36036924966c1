/** The stage's words in three languages. */

import { FluentBundle, FluentResource } from "@fluent/bundle";
import en from "../../../locales/en/stage.ftl?raw";
import kk from "../../../locales/kk/stage.ftl?raw";
import ru from "../../../locales/ru/stage.ftl?raw";

export type Language = "kk" | "ru" | "en";
export const LANGUAGES: readonly Language[] = ["kk", "ru", "en"];
/** Each language's name in itself. */
export const LANGUAGE_NAMES: Record<Language, string> = { kk: "Қазақша", ru: "Русский", en: "English" };

const SOURCES: Record<Language, string> = { kk, ru, en };

function bundleOf(language: Language): FluentBundle {
  const bundle = new FluentBundle(language, { useIsolating: false });
  bundle.addResource(new FluentResource(SOURCES[language]));
  return bundle;
}

const bundles = { kk: bundleOf("kk"), ru: bundleOf("ru"), en: bundleOf("en") };

/** The message with its values put in; an unknown one shows its id. */
export function say(language: Language, id: string, values: Record<string, string | number> = {}): string {
  const pattern = bundles[language].getMessage(id)?.value;
  return pattern ? bundles[language].formatPattern(pattern, values) : id;
}

/** Whether every language has this message. */
export function isSaid(id: string): boolean {
  return LANGUAGES.every((language) => bundles[language].hasMessage(id));
}

export function asLanguage(tag: string | null | undefined): Language | null {
  const code = tag?.slice(0, 2).toLowerCase();
  return LANGUAGES.find((language) => language === code) ?? null;
}
