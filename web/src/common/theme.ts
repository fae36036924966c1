import { createTheme, localStorageColorSchemeManager, type MantineColorsTuple } from "@mantine/core";

/** A quiet steppe teal for what is no state: links, focus, ordinary buttons. */
const teal: MantineColorsTuple = [
  "#e6f7f8",
  "#cfeaed",
  "#a0d5da",
  "#6dbfc7",
  "#45adb7",
  "#2ca1ad",
  "#1b8f9b",
  "#0f7480",
  "#0a616b",
  "#034b54",
];

/** Mantine's dark greys, tinted like our ground. */
const dark: MantineColorsTuple = [
  "#eef3f7",
  "#cdd7e0",
  "#a9b6c2",
  "#8695a3",
  "#3a4855",
  "#26323d",
  "#1a232c",
  "#121920",
  "#0e141a",
  "#0b1015",
];

export const theme = createTheme({
  fontFamily: '"Inter Variable", "Inter", system-ui, sans-serif',
  fontFamilyMonospace: '"Inter Variable", ui-monospace, monospace',
  headings: { fontFamily: '"Inter Variable", "Inter", system-ui, sans-serif', fontWeight: "650" },
  colors: { teal, dark },
  primaryColor: "teal",
  primaryShade: { light: 7, dark: 7 },
  defaultRadius: "md",
  cursorType: "pointer",
  focusRing: "auto",
  respectReducedMotion: true,
});

export const colorSchemeManager = localStorageColorSchemeManager({ key: "saqta.theme" });
