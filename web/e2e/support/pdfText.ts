/**
 * The text of a PDF that Chromium has printed, page by page: enough to say what stands on paper, and no more of PDF than
 * Chromium's own needs. Spaces are left out, since where words end is a matter of placing.
 */
import { inflateSync } from "node:zlib";

type Letters = { readonly width: number; readonly of: ReadonlyMap<string, string> };

export function pdfPages(pdf: Buffer): readonly string[] {
  const objects = objectsOf(pdf);
  const fonts = new Map<string, Letters>();
  for (const [number, { head }] of objects) {
    const map = objects.get(/\/ToUnicode (\d+) 0 R/.exec(head)?.[1] ?? "")?.stream;
    if (map !== undefined) fonts.set(number, lettersOf(map));
  }
  const pages = [...objects.values()].filter(({ head }) => /\/Type\s*\/Page\b(?!s)/.test(head));
  return pages.map(({ head }) => {
    const contents = /\/Contents (\d+) 0 R/.exec(head)?.[1] ?? "";
    return textOf(objects.get(contents)?.stream ?? "", (name) => fonts.get(fontOf(objects, head, name)));
  });
}

interface PdfObject {
  readonly head: string;
  readonly stream?: string;
}

function objectsOf(pdf: Buffer): ReadonlyMap<string, PdfObject> {
  const text = pdf.toString("latin1");
  const found = new Map<string, PdfObject>();
  for (const match of text.matchAll(/(?:^|\n)(\d+) 0 obj\b/g)) {
    const start = match.index + match[0].length;
    const end = text.indexOf("endobj", start);
    const opening = text.slice(start, end).search(/stream\r?\n/);
    if (opening < 0) {
      found.set(match[1] ?? "", { head: text.slice(start, end) });
      continue;
    }
    const head = text.slice(start, start + opening);
    const first = start + opening + (/stream\r?\n/.exec(text.slice(start + opening))?.[0].length ?? 0);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const bytes = pdf.subarray(first, first + length);
    // Pictures and fonts are packed otherwise, and hold no text.
    const isText = /\/FlateDecode/.test(head) && !/\/Subtype\s*\/(Image|OpenType|CIDFontType0C)|\/Length1/.test(head);
    found.set(match[1] ?? "", isText ? { head, stream: inflateSync(bytes).toString("latin1") } : { head });
  }
  return found;
}

/** `/F4` of a page is `/F4 4 0 R` in its resources, which may be an object of their own. */
function fontOf(objects: ReadonlyMap<string, PdfObject>, page: string, name: string): string {
  const resources = objects.get(/\/Resources (\d+) 0 R/.exec(page)?.[1] ?? "")?.head ?? page;
  const fonts = objects.get(/\/Font (\d+) 0 R/.exec(resources)?.[1] ?? "")?.head ?? resources;
  return new RegExp(`/${name}\\s+(\\d+) 0 R`).exec(fonts)?.[1] ?? "";
}

function lettersOf(map: string): Letters {
  const of = new Map<string, string>();
  const width = /begincodespacerange\s*<([0-9A-Fa-f]+)>/.exec(map)?.[1]?.length ?? 4;
  for (const [, body = ""] of map.matchAll(/beginbfchar([\s\S]*?)endbfchar/g)) {
    for (const [, code = "", letter = ""] of body.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      of.set(code.toUpperCase(), utf16(letter));
    }
  }
  for (const [, body = ""] of map.matchAll(/beginbfrange([\s\S]*?)endbfrange/g)) {
    for (const [, from = "", to = "", letter = ""] of body.matchAll(/<(\w+)>\s*<(\w+)>\s*<(\w+)>/g)) {
      for (let code = Number.parseInt(from, 16); code <= Number.parseInt(to, 16); code += 1) {
        const place = code - Number.parseInt(from, 16);
        const own = (Number.parseInt(letter, 16) + place).toString(16).padStart(letter.length, "0");
        of.set(code.toString(16).toUpperCase().padStart(from.length, "0"), utf16(own));
      }
    }
  }
  return { width, of };
}

function utf16(hex: string): string {
  const units = hex.match(/.{4}/g) ?? [];
  return String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16)));
}

function textOf(content: string, font: (name: string) => Letters | undefined): string {
  let letters: Letters | undefined;
  let said = "";
  for (const [, name, hex, bytes] of content.matchAll(/\/(F\d+) [\d.-]+ Tf|<([0-9A-Fa-f]+)>|\(((?:\\.|[^\\)])*)\)/g)) {
    if (name !== undefined) letters = font(name);
    const codes = hex ?? (bytes === undefined ? "" : Buffer.from(plain(bytes), "latin1").toString("hex"));
    const width = letters?.width ?? 4;
    for (let place = 0; place + width <= codes.length; place += width) {
      said += letters?.of.get(codes.slice(place, place + width).toUpperCase()) ?? "";
    }
  }
  return bare(said);
}

/** A string of PDF without its escapes. */
function plain(text: string): string {
  const escapes: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
  return text.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, found: string) =>
    /^[0-7]/.test(found) ? String.fromCharCode(Number.parseInt(found, 8)) : (escapes[found] ?? found),
  );
}

/** Without spaces and soft hyphens: what can be compared with text from elsewhere. */
export function bare(text: string): string {
  return text.replace(/[\s\u00a0\u00ad\u2009\u202f]+/g, "");
}
