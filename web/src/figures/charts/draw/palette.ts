/**
 * The colours of the pictures. On the screen they are properties of `palette.css`, which follow the theme and turn
 * light on paper; in a downloaded file they are the light colours themselves.
 *
 * The series are of the Okabe–Ito set, told apart in every common kind of colour blindness; the steps are one hue that
 * only gets darker (in the dark theme: brighter), so that they stay in order in grey. Nothing is said by colour alone.
 */
export const PAPER = {
  ground: "#ffffff",
  ink: "#131a21",
  soft: "#4b5864",
  line: "#687684",
  grid: "#dde3e9",
  first: "#0072b2",
  second: "#b34700",
  target: "#131a21",
  wash: "#e4edf3",
  washFar: "#f1f5f8",
  hatch: "#b9c4ce",
  step1: "#e6f2f4",
  step2: "#b5d9de",
  step3: "#7dbbc4",
  step4: "#1f7683",
  step5: "#08434d",
  ink1: "#131a21",
  ink2: "#131a21",
  ink3: "#131a21",
  ink4: "#ffffff",
  ink5: "#ffffff",
} as const;

export type Colour = keyof typeof PAPER;
export type Palette = Readonly<Record<Colour, string>>;

export const SCREEN: Palette = Object.fromEntries(
  Object.keys(PAPER).map((colour) => [colour, `var(--figure-${colour})`]),
) as Record<Colour, string>;

export const STEPS = ["1", "2", "3", "4", "5"] as const;

/** Fill and ink of a class of the scale, 0 the lowest; few classes stand as far apart as there is room. */
export function step(
  palette: Palette,
  index: number,
  classes: number,
): { readonly fill: string; readonly ink: string } {
  const last = STEPS.length - 1;
  const place = classes > 1 ? Math.round((index * last) / (classes - 1)) : last;
  const name = STEPS[Math.min(Math.max(place, 0), last)] ?? "1";
  return { fill: palette[`step${name}`], ink: palette[`ink${name}`] };
}

/** Inter where it is installed or loaded, else what stands in for it with the same letters. */
export const FONT = "'Inter Variable', Inter, 'Segoe UI', 'Noto Sans', Arial, 'DejaVu Sans', sans-serif";
