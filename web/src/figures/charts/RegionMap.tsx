/** The country as tiles of equal size, so that a small city is seen as well as a wide steppe. */
import { type Cell, type Estimate, type Heading, highest, type Measure, MISSING, published } from "./data";
import { ticks } from "./draw/scale";
import { Figure } from "./frame/Figure";
import type { FigureTable } from "./frame/table";
import { type Scribe, statusWord, useScribe } from "./frame/words";
import { drawMap, type MapTile } from "./map/drawMap";
import { concord, divisionOf, type Region, tiles } from "./regions";

export interface RegionValue {
  readonly region: Region;
  readonly cell: Cell;
  /** Against the country, where the difference is established. */
  readonly against?: "above" | "below";
}

interface Props extends Heading {
  readonly measure: Measure;
  /** `2025-Q1`: decides which division of the country is shown. */
  readonly period: string;
  /** A region that is not among them is shown as missing. */
  readonly regions: readonly RegionValue[];
  readonly country?: Estimate;
}

export function RegionMap({ measure, period, regions, country, ...heading }: Props) {
  const scribe = useScribe();
  const { t } = scribe;
  const division = divisionOf(period);
  const cells = concord(new Map(regions.map(({ region, cell }) => [region, cell])), division);
  const against = new Map(regions.map((value) => [value.region, value.against]));
  const shownTiles = tiles(division).map((tile): MapTile => {
    const cell = cells.get(tile.region) ?? MISSING;
    return { tile, cell, against: published(cell) === null ? undefined : against.get(tile.region) };
  });
  const estimates = [...cells.values()].flatMap((cell) => published(cell) ?? []);
  const bounds = ticks(
    highest(estimates.map(({ value }) => ({ value, lower: null, upper: null }))),
    5,
    measure.digits === 0,
  );
  return (
    <Figure
      {...heading}
      says={mapSays(scribe, shownTiles, measure)}
      notes={division === "17" ? [t("chart-map-old-division")] : []}
      draw={(surface) => drawMap(surface, { tiles: shownTiles, measure, bounds, country: country ?? null, scribe })}
      table={mapTable(scribe, shownTiles, measure)}
    />
  );
}

export function mapSays({ t, numbers }: Scribe, shownTiles: readonly MapTile[], { digits }: Measure): string {
  const known = shownTiles.flatMap(({ tile, cell }) => {
    const estimate = published(cell);
    return estimate === null ? [] : [{ region: tile.region, estimate }];
  });
  const [first, ...others] = known;
  if (first === undefined) return t("chart-nothing");
  const top = others.reduce((best, next) => (next.estimate.value > best.estimate.value ? next : best), first);
  const bottom = others.reduce((best, next) => (next.estimate.value < best.estimate.value ? next : best), first);
  return t("chart-map-says", {
    shown: numbers.whole(known.length),
    all: numbers.whole(shownTiles.length),
    top: t(`region-${top.region}`),
    topValue: numbers.estimate(top.estimate, digits),
    bottom: t(`region-${bottom.region}`),
    bottomValue: numbers.estimate(bottom.estimate, digits),
  });
}

export function mapTable({ t, numbers }: Scribe, shownTiles: readonly MapTile[], measure: Measure): FigureTable {
  const whole = (value: number | undefined) =>
    value === undefined ? null : { raw: value, text: numbers.upTo(value, 0) };
  const fixed = (value: number | null | undefined) =>
    value === null || value === undefined ? null : { raw: value, text: numbers.fixed(value, measure.digits) };
  const rows = [...shownTiles]
    .sort((a, b) => a.tile.region.localeCompare(b.tile.region))
    .map(({ tile, cell }) => {
      const known = published(cell);
      return [
        tile.region,
        t(`region-${tile.region}`),
        { raw: cell.status, text: statusWord(t, cell.status) },
        fixed(known?.value),
        fixed(known?.lower),
        fixed(known?.upper),
        whole(known?.count),
        whole(known?.exposure),
      ];
    });
  return {
    columns: [
      { id: "kato", label: t("chart-column-kato") },
      { id: "region", label: t("chart-column-region"), names: true },
      { id: "status", label: t("chart-column-status") },
      { id: "value", label: measure.name, numeric: true },
      { id: "lower", label: t("chart-column-lower"), numeric: true },
      { id: "upper", label: t("chart-column-upper"), numeric: true },
      { id: "count", label: t("chart-column-count"), numeric: true },
      { id: "exposure", label: t("chart-column-exposure"), numeric: true },
    ],
    rows,
  };
}
