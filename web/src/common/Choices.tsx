/** The two choices every page offers: language and theme. */
import { ActionIcon, SegmentedControl, Tooltip, useMantineColorScheme } from "@mantine/core";
import type { Language } from "../api/types";
import { LANGUAGES } from "./catalogues";
import { useWords } from "./words";

export function LanguageSwitch({ short = false }: { readonly short?: boolean }) {
  const { language, choose, t } = useWords();
  return (
    <SegmentedControl
      aria-label={t("language")}
      size={short ? "xs" : "md"}
      value={language}
      onChange={(value) => choose(value as Language)}
      data={LANGUAGES.map((code) => ({
        value: code,
        label: short ? <abbr title={t(`language-${code}`)}>{code.toUpperCase()}</abbr> : t(`language-${code}`),
      }))}
      styles={short ? { root: { background: "var(--ground)" } } : {}}
    />
  );
}

export function ThemeSwitch() {
  const { t } = useWords();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const dark = colorScheme !== "light";
  const label = t(dark ? "theme-to-light" : "theme-to-dark");
  return (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size={32}
        aria-label={label}
        data-theme-switch
        onClick={() => setColorScheme(dark ? "light" : "dark")}
      >
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          <circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
          <path d="M8 1.8a6.2 6.2 0 0 1 0 12.4z" fill="currentColor" />
        </svg>
      </ActionIcon>
    </Tooltip>
  );
}
