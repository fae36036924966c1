/** Every cell that cannot be taken: where, what stands there, what is wrong, what to do. */
import { Button, Table } from "@mantine/core";
import type { WrongCell } from "../api/imports";
import { download } from "../common/csv";
import { useScribe } from "../figures/charts/frame/words";
import register from "../register/Register.module.css";
import classes from "./Incoming.module.css";
import { columnWords, wrongCellsCsv } from "./wrongCells";

interface Props {
  readonly cells: readonly WrongCell[];
  /** How many there are; the server names the first. */
  readonly wrong: number;
}

export function WrongCells({ cells, wrong }: Props) {
  const { t, numbers } = useScribe();
  return (
    <div data-testid="wrong-cells">
      <div className={classes.between}>
        <h3>{t("cells-title")}</h3>
        <Button
          size="xs"
          variant="default"
          onClick={() => download("saqta-wrong-cells.csv", wrongCellsCsv(t, cells))}
          className="no-print"
        >
          {t("cells-csv")}
        </Button>
      </div>
      {wrong > cells.length && (
        <p className={classes.soft}>
          {t("cells-first", { listed: numbers.whole(cells.length), wrong: numbers.whole(wrong) })}
        </p>
      )}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must be reachable by keys */}
      <section className={register.scroller} tabIndex={0} aria-label={t("cells-title")}>
        <Table className={classes.cells}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th ta="right">{t("cells-line")}</Table.Th>
              <Table.Th>{t("cells-column")}</Table.Th>
              <Table.Th>{t("cells-value")}</Table.Th>
              <Table.Th>{t("cells-problem")}</Table.Th>
              <Table.Th>{t("cells-do")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {cells.map((cell, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and one cell may be wrong twice
              <Table.Tr key={place}>
                <Table.Td ta="right" className={classes.line}>
                  {cell.line}
                </Table.Td>
                <Table.Td fw={550} className={classes.column}>
                  {columnWords(t, cell)}
                </Table.Td>
                <Table.Td className={classes.value}>{cell.value}</Table.Td>
                <Table.Td>{cell.problem}</Table.Td>
                <Table.Td>{cell.do}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </section>
    </div>
  );
}
