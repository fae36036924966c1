/** The message catalogues of the screens, one bundle per language, from the files the server uses too. */
import { FluentBundle, FluentResource } from "@fluent/bundle";
import enCharts from "../../../locales/en/charts.ftl?raw";
import enCommon from "../../../locales/en/common.ftl?raw";
import enConsole from "../../../locales/en/console.ftl?raw";
import enPlaces from "../../../locales/en/places.ftl?raw";
import kkCharts from "../../../locales/kk/charts.ftl?raw";
import kkCommon from "../../../locales/kk/common.ftl?raw";
import kkConsole from "../../../locales/kk/console.ftl?raw";
import kkPlaces from "../../../locales/kk/places.ftl?raw";
import ruCharts from "../../../locales/ru/charts.ftl?raw";
import ruCommon from "../../../locales/ru/common.ftl?raw";
import ruConsole from "../../../locales/ru/console.ftl?raw";
import ruPlaces from "../../../locales/ru/places.ftl?raw";
import type { Language } from "../api/types";

export const LANGUAGES: readonly Language[] = ["kk", "ru", "en"];

const SOURCES: Catalogues = {
  kk: [kkCommon, kkPlaces, kkConsole, kkCharts],
  ru: [ruCommon, ruPlaces, ruConsole, ruCharts],
  en: [enCommon, enPlaces, enConsole, enCharts],
};

/** Catalogues that only some screens need, so that the others do not carry them. */
export type Catalogues = Record<Language, readonly string[]>;

/** The chosen language first; the others stand in for a message that is missing. */
export function bundlesFor(language: Language, more?: Catalogues): readonly FluentBundle[] {
  const order = [language, ...LANGUAGES.filter((other) => other !== language)];
  return order.map((locale) => {
    // All three languages run left to right: no isolation marks, which would end up in exported files.
    const bundle = new FluentBundle(locale, { useIsolating: false });
    for (const source of [...SOURCES[locale], ...(more?.[locale] ?? [])])
      bundle.addResource(new FluentResource(source));
    return bundle;
  });
}

export function asLanguage(text: string | null | undefined): Language | null {
  const code = text?.slice(0, 2).toLowerCase();
  return LANGUAGES.find((language) => language === code) ?? null;
}
