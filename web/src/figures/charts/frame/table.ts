/** The same data as the picture, for reading and for CSV. */

/** A value with what people read in its place where that differs: `{ raw: 0.0418, text: "0.042" }`. */
export type TableCell = string | number | null | { readonly raw: string | number; readonly text: string };

export interface Column {
  /** The name in the CSV header, the same in every language. */
  readonly id: string;
  readonly label: string;
  readonly numeric?: boolean;
  /** Its cell is what the row is called. */
  readonly names?: boolean;
  /** In the CSV, but not worth a column to a reader here: the same in every row. */
  readonly fileOnly?: boolean;
}

export interface FigureTable {
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly TableCell[])[];
}

/** What stands in the table on the screen; a number without a text of its own is shown as it is. */
export function shown(cell: TableCell): string {
  if (cell === null) return "–";
  return typeof cell === "object" ? cell.text : String(cell);
}

/** RFC 4180: a header, CRLF, quotes doubled; UTF-8 without a mark. Numbers are unrounded with a decimal point. */
export function toCsv({ columns, rows }: FigureTable): string {
  const lines = [columns.map(({ id }) => field(id)), ...rows.map((row) => row.map(raw))];
  return lines.map((line) => `${line.join(",")}\r\n`).join("");
}

function raw(cell: TableCell): string {
  if (cell === null) return "";
  const value = typeof cell === "object" ? cell.raw : cell;
  return typeof value === "number" ? String(value) : field(value);
}

function field(text: string): string {
  // A spreadsheet would run a text that begins like a formula; the apostrophe keeps it text.
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
