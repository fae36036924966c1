/** What is wrong in a file, as a list to correct it by. */
import type { WrongCell } from "../api/imports";
import { toCsv } from "../common/csv";
import type { Say } from "../common/words";

const COLUMNS = ["line", "column", "value", "problem", "do"] as const;

/** Where in the row: the column as the file calls it, else the header or the whole row. */
export function columnWords(t: Say, { line, column }: WrongCell): string {
  if (column !== "") return column;
  return t(line === 1 ? "cells-header" : "cells-whole-row");
}

export function wrongCellsCsv(t: Say, cells: readonly WrongCell[]): string {
  const head = COLUMNS.map((column) => t(`cells-${column}`));
  const rows = cells.map((cell) => [String(cell.line), columnWords(t, cell), cell.value, cell.problem, cell.do]);
  return toCsv([head, ...rows]);
}
