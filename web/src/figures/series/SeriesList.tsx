/** The last version of each series: who counts what, over which periods, from where. */
import { Table } from "@mantine/core";
import type { Series } from "../../api/imports";
import { UNITS } from "../../api/imports";
import { Notice } from "../../common/Broken";
import { dayText } from "../../common/times";
import incoming from "../../incoming/Incoming.module.css";
import classes from "../../register/Register.module.css";
import { useScribe } from "../charts/frame/words";
import { spanOf } from "./series";

export function SeriesList({ series }: { readonly series: readonly Series[] }) {
  const { t, numbers, language } = useScribe();
  if (series.length === 0)
    return <Notice trouble={{ title: t("series-none"), detail: t("series-none-detail"), remedy: null }} />;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must be reachable by keys
    <section className={classes.scroller} tabIndex={0} aria-label={t("series-list")}>
      <Table className={classes.table} data-testid="series">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("series-column-id")}</Table.Th>
            <Table.Th>{t("series-column-counter")}</Table.Th>
            <Table.Th>{t("series-column-unit")}</Table.Th>
            <Table.Th>{t("series-column-periods")}</Table.Th>
            <Table.Th ta="right">{t("series-column-cells")}</Table.Th>
            <Table.Th>{t("series-column-source")}</Table.Th>
            <Table.Th ta="right">{t("series-column-version")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {series.map((one) => {
            const span = spanOf(one);
            return (
              <Table.Tr key={one.id} data-series={one.id}>
                <Table.Td fw={550} className={incoming.name}>
                  {one.id}
                </Table.Td>
                <Table.Td>{one.counter}</Table.Td>
                <Table.Td>{unitWord(t, one.unit)}</Table.Td>
                <Table.Td className={classes.day}>{span === null ? "" : [...new Set(span)].join(" – ")}</Table.Td>
                <Table.Td ta="right">{numbers.whole(one.cells.length)}</Table.Td>
                <Table.Td className={incoming.source}>
                  {one.source}
                  {one.published != null && (
                    <span className={classes.minor}>
                      {t("series-published-on", { day: dayText(one.published, language) })}
                    </span>
                  )}
                </Table.Td>
                <Table.Td ta="right">{one.version}</Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </section>
  );
}

/** A unit in words; one that these screens do not know, as it is. */
export function unitWord(t: (id: string) => string, unit: string): string {
  return UNITS.some((known) => known === unit) ? t(`unit-${unit}`) : unit;
}
