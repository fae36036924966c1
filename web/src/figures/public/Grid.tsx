/** A table of a release: it scrolls in its own box, by keys too, and is whole on paper. */
import type { ReactNode } from "react";
import classes from "./Public.module.css";

export interface GridColumn {
  readonly id: string;
  readonly name: string;
  readonly numeric?: boolean;
  /** A picture of the numbers beside it: nothing for who cannot see. */
  readonly drawn?: boolean;
}

export interface GridRow {
  readonly id: string;
  /** By the id of the column; that of the first column names the row. */
  readonly cells: Readonly<Record<string, ReactNode>>;
  readonly whole?: boolean;
}

interface Props {
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly GridColumn[];
  readonly rows: readonly GridRow[];
  readonly wide?: boolean;
  /** A heading says already what the caption says. */
  readonly headed?: boolean;
}

export function Grid({ id, caption, columns, rows, wide = false, headed = false }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must be reachable by keys
    <section className={classes.grid} data-table={id} data-wide={wide || undefined} tabIndex={0} aria-label={caption}>
      <table>
        <caption className={headed ? "visually-hidden" : undefined}>{caption}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" data-numeric={column.numeric} data-drawn={column.drawn}>
                {column.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-row={row.id} data-whole={row.whole || undefined}>
              {columns.map((column, place) =>
                place === 0 ? (
                  <th key={column.id} scope="row">
                    {row.cells[column.id]}
                  </th>
                ) : (
                  <td key={column.id} data-numeric={column.numeric} data-drawn={column.drawn}>
                    {row.cells[column.id]}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
