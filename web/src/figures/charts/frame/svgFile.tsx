/** A picture as a file that needs nothing else: light colours in place, title and description inside, valid XML. */
import { flushSync } from "react-dom";
import { createRoot } from "react-dom/client";
import { FONT, PAPER } from "../draw/palette";
import { Letters } from "../draw/parts";
import type { Draw } from "../draw/surface";
import { wrap } from "../draw/text";

export const FILE_WIDTH = 960;
const MARGIN = 24;
/** Where Inter is not installed, what stands in for it may be wider by a sixth. */
const SPARE = 0.84;

export interface Caption {
  readonly title: string;
  readonly subtitle?: string | undefined;
  /** The picture in a sentence. */
  readonly description: string;
  /** How to read it. */
  readonly notes: readonly string[];
  readonly source?: string | undefined;
  readonly language: string;
}

export function toSvg(draw: Draw, caption: Caption): string {
  const holder = document.createElement("div");
  const root = createRoot(holder);
  flushSync(() => root.render(<File draw={draw} caption={caption} />));
  const svg = holder.querySelector("svg");
  const text = svg === null ? "" : new XMLSerializer().serializeToString(svg);
  root.unmount();
  // Numbers hold no-break spaces. Not every serialiser knows that XML has no name for them.
  return `<?xml version="1.0" encoding="UTF-8"?>\n${text.replaceAll("&nbsp;", "\u00a0")}\n`;
}

function File({ draw, caption }: { readonly draw: Draw; readonly caption: Caption }) {
  const width = FILE_WIDTH - 2 * MARGIN;
  const picture = draw({ width, palette: PAPER, id: (name) => name, mark: () => ({}) });
  const lineWidth = width * SPARE;
  const head = [
    ...wrap(caption.title, lineWidth, 20, 3, 600).map((text) => ({ text, size: 20, bold: true })),
    ...wrap(caption.subtitle ?? "", lineWidth, 13, 3).map((text) => ({ text, size: 13, bold: false })),
  ].filter(({ text }) => text !== "");
  const foot = [...caption.notes, caption.source ?? ""]
    .flatMap((text) => wrap(text, lineWidth, 12, 4))
    .filter((text) => text !== "");
  let top = MARGIN;
  const lines = head.map((line) => {
    top += line.size * 1.3;
    return { ...line, y: top };
  });
  const pictureTop = top + 14;
  const footTop = pictureTop + picture.height + 12;
  const height = Math.ceil(footTop + foot.length * 16 + MARGIN);
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      width={FILE_WIDTH}
      height={height}
      viewBox={`0 0 ${FILE_WIDTH} ${height}`}
      role="img"
      aria-labelledby="title description"
      xmlLang={caption.language}
      fontFamily={FONT}
    >
      <title id="title">{caption.title}</title>
      <desc id="description">{caption.description}</desc>
      <rect width={FILE_WIDTH} height={height} fill={PAPER.ground} />
      {lines.map(({ text, size, bold, y }) => (
        <Letters key={y} x={MARGIN} y={y} size={size} weight={bold ? 600 : 400} fill={bold ? PAPER.ink : PAPER.soft}>
          {text}
        </Letters>
      ))}
      <g transform={`translate(${MARGIN} ${pictureTop})`}>{picture.node}</g>
      {foot.map((text, index) => (
        <Letters key={text} x={MARGIN} y={footTop + 12 + index * 16} size={12} fill={PAPER.soft}>
          {text}
        </Letters>
      ))}
    </svg>
  );
}
