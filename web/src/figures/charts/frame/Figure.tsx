/**
 * The frame of every picture: what it is called and says, the picture, the line that reads the mark pointed at, the
 * table of the same data, and both as files.
 */
import "../draw/palette.css";
import { Button, Group } from "@mantine/core";
import { useEffect, useId, useState } from "react";
import type { Heading } from "../data";
import { FONT, SCREEN } from "../draw/palette";
import type { Draw } from "../draw/surface";
import { download } from "./download";
import classes from "./Figure.module.css";
import { useMarks } from "./marks";
import { toSvg } from "./svgFile";
import { type FigureTable, shown, toCsv } from "./table";
import { useWidth } from "./useWidth";
import { useScribe } from "./words";

interface Props extends Heading {
  /** What the picture shows, in a sentence or two: read by everybody, and the picture's description for who cannot see. */
  readonly says: string;
  /** How to read what is not plain: one line each. */
  readonly notes?: readonly string[];
  readonly draw: Draw;
  readonly table: FigureTable;
  /** The same data for the CSV, where a table made for reading would be no list. */
  readonly list?: FigureTable;
}

export function Figure({ title, subtitle, source, fileName, says, notes = [], draw, table, list = table }: Props) {
  const { t, language } = useScribe();
  const id = useId();
  const { width, measure } = useWidth();
  const marks = useMarks();
  const [open, setOpen] = useState(false);
  const picture = draw({ width, palette: SCREEN, id: (name) => `${id}-${name}`, mark: marks.begin() });
  useEffect(() => marks.settle(picture.marks));
  const read = picture.marks.find((mark) => mark.id === marks.read);
  const saveSvg = () =>
    download(
      `${fileName}.svg`,
      "image/svg+xml",
      toSvg(draw, { title, subtitle, description: says, notes, source, language }),
    );
  return (
    <figure className={classes.figure} data-figure={fileName} aria-labelledby={`${id}-title`}>
      <div className={classes.picture}>
        <figcaption className={classes.head}>
          <h3 className={classes.title} id={`${id}-title`}>
            {title}
          </h3>
          {subtitle !== undefined && <p className={classes.subtitle}>{subtitle}</p>}
          <p className={classes.alt} id={`${id}-says`}>
            {says}
          </p>
        </figcaption>
        <div className={classes.place} ref={measure}>
          {/* biome-ignore lint/a11y/useSemanticElements: a picture is no form; its marks are pictures of their own */}
          <svg
            role="group"
            aria-labelledby={`${id}-title`}
            aria-describedby={`${id}-says`}
            width={width}
            height={picture.height}
            viewBox={`0 0 ${width} ${picture.height}`}
            fontFamily={FONT}
            onKeyDown={(event) => marks.onKeyDown(event, picture.marks)}
            onPointerLeave={marks.onPointerLeave}
          >
            {picture.node}
          </svg>
        </div>
        {/* Said to screen readers by the mark itself. */}
        <p className={classes.read} aria-hidden="true" data-reading={read === undefined ? undefined : true}>
          {read?.name ?? t("chart-point")}
        </p>
        {notes.length > 0 && (
          <ul className={classes.notes}>
            {notes.map((note) => (
              <li key={note}>{note}</li>
            ))}
          </ul>
        )}
      </div>
      <div className={classes.foot}>
        <span className={classes.source}>{source}</span>
        <Group gap={6} className={classes.buttons}>
          <Button
            variant="default"
            size="xs"
            aria-expanded={open}
            aria-controls={`${id}-table`}
            onClick={() => setOpen(!open)}
          >
            {t("chart-table")}
          </Button>
          <Button variant="default" size="xs" aria-label={t("chart-save", { format: "SVG" })} onClick={saveSvg}>
            SVG
          </Button>
          <Button
            variant="default"
            size="xs"
            aria-label={t("chart-save", { format: "CSV" })}
            onClick={() => download(`${fileName}.csv`, "text/csv", toCsv(list))}
          >
            CSV
          </Button>
        </Group>
      </div>
      <section
        className={classes.table}
        id={`${id}-table`}
        data-open={open || undefined}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must be reachable by keys
        tabIndex={0}
        aria-label={title}
      >
        <DataTable table={table} caption={title} />
      </section>
    </figure>
  );
}

function DataTable({ table, caption }: { readonly table: FigureTable; readonly caption: string }) {
  const columns = table.columns.flatMap((column, index) => (column.fileOnly === true ? [] : { ...column, index }));
  return (
    <table>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ id, label, numeric }) => (
            <th key={id} scope="col" data-numeric={numeric}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the rows of a figure have no other name, and do not move
          <tr key={line}>
            {columns.map(({ id, index, numeric, names }) => {
              const text = shown(row[index] ?? null);
              return names === true ? (
                <th key={id} scope="row">
                  {text}
                </th>
              ) : (
                <td key={id} data-numeric={numeric}>
                  {text}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
