/** The words of the screens in the reader's language. */
import type { FluentVariable } from "@fluent/bundle";
import { LocalizationProvider, ReactLocalization, useLocalization } from "@fluent/react";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from "react";
import type { Language } from "../api/types";
import { asLanguage, bundlesFor, type Catalogues } from "./catalogues";
import { readSetting, writeSetting } from "./settings";

interface Choice {
  readonly language: Language;
  /** The reader chose: remembered. */
  readonly choose: (language: Language) => void;
  /** The account prefers: taken unless the reader chose in this browser. */
  readonly suggest: (language: string | null) => void;
}

const ChoiceContext = createContext<Choice>({ language: "ru", choose: () => {}, suggest: () => {} });

export function WordsProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(firstLanguage);
  const localization = useMemo(() => new ReactLocalization(bundlesFor(language)), [language]);
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const choose = useCallback((chosen: Language) => {
    writeSetting("language", chosen);
    setLanguage(chosen);
  }, []);
  const suggest = useCallback((wish: string | null) => {
    const suggested = asLanguage(wish);
    if (suggested !== null && readSetting("language") === null) setLanguage(suggested);
  }, []);
  const choice = useMemo(() => ({ language, choose, suggest }), [language, choose, suggest]);
  return (
    <ChoiceContext value={choice}>
      <LocalizationProvider l10n={localization}>{children}</LocalizationProvider>
    </ChoiceContext>
  );
}

/** Adds the catalogues of a part of the screens that is loaded by itself. */
export function MoreWords({ catalogues, children }: { readonly catalogues: Catalogues; readonly children: ReactNode }) {
  const { language } = useContext(ChoiceContext);
  const localization = useMemo(() => new ReactLocalization(bundlesFor(language, catalogues)), [language, catalogues]);
  return <LocalizationProvider l10n={localization}>{children}</LocalizationProvider>;
}

function firstLanguage(): Language {
  const chosen = asLanguage(readSetting("language"));
  if (chosen !== null) return chosen;
  for (const wish of navigator.languages ?? []) {
    const language = asLanguage(wish);
    if (language !== null) return language;
  }
  return "ru";
}

export type Say = (id: string, values?: Record<string, FluentVariable>) => string;

/** `t(id, values)` says a message of the catalogues. */
export function useWords(): Choice & { readonly t: Say } {
  const { l10n } = useLocalization();
  const choice = useContext(ChoiceContext);
  const t = useCallback<Say>((id, values) => l10n.getString(id, values), [l10n]);
  return { ...choice, t };
}
