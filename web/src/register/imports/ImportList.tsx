/** All files that were brought into the register and that one may see, and taking one back. */
import { Button, Table } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import type { ImportItem } from "../../api/imports";
import { Notice } from "../../common/Broken";
import { personName } from "../../common/names";
import { fullTime } from "../../common/times";
import { useScribe } from "../../figures/charts/frame/words";
import incoming from "../../incoming/Incoming.module.css";
import { Answered } from "../../work/Answered";
import { useDesk } from "../../work/Gate";
import classes from "../Register.module.css";
import { TakeBack } from "./TakeBack";

export function ImportList() {
  const { t } = useScribe();
  const { register } = useDesk();
  const queries = useQueryClient();
  const [asked, setAsked] = useState<ImportItem | null>(null);
  const [taken, setTaken] = useState<ImportItem | null>(null);
  const query = useQuery({ queryKey: ["imports", "list"], queryFn: () => register.imports(), staleTime: 0 });
  return (
    <section className={classes.panel} aria-labelledby="imports-list">
      <h2 id="imports-list">{t("imports-list")}</h2>
      <div role="status">
        {taken !== null && (
          <p className={incoming.told}>
            <strong>{t("imports-withdrawn", { name: taken.name ?? t("imports-unnamed") })}.</strong>{" "}
            {t("imports-withdrawn-detail")}
          </p>
        )}
      </div>
      <Answered query={query}>
        {(items) =>
          items.length === 0 ? (
            <Notice trouble={{ title: t("imports-none"), detail: t("imports-none-detail"), remedy: null }} />
          ) : (
            <Rows items={items} onAsk={setAsked} />
          )
        }
      </Answered>
      <TakeBack
        item={asked}
        onCancel={() => setAsked(null)}
        onDone={(item) => {
          setAsked(null);
          setTaken(item);
          void queries.invalidateQueries({ queryKey: ["imports"] });
          void queries.invalidateQueries({ queryKey: ["injuries"] });
        }}
      />
    </section>
  );
}

interface RowsProps {
  readonly items: readonly ImportItem[];
  readonly onAsk: (item: ImportItem) => void;
}

function Rows({ items, onAsk }: RowsProps) {
  const { t, numbers, language } = useScribe();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must be reachable by keys
    <section className={classes.scroller} tabIndex={0} aria-label={t("imports-list")}>
      <Table className={classes.table} data-testid="imports">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("imports-column-name")}</Table.Th>
            <Table.Th>{t("imports-column-at")}</Table.Th>
            <Table.Th>{t("imports-column-by")}</Table.Th>
            <Table.Th ta="right">{t("imports-column-rows")}</Table.Th>
            <Table.Th>{t("imports-column-stage")}</Table.Th>
            <Table.Th>
              <span className="visually-hidden">{t("imports-column-act")}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {items.map((item) => {
            const name = item.name ?? t("imports-unnamed");
            return (
              <Table.Tr key={item.id} data-stage={item.stage} className={incoming.import}>
                <Table.Td fw={550} className={incoming.name}>
                  {name}
                </Table.Td>
                <Table.Td className={classes.day}>
                  <time dateTime={item.at}>{fullTime(item.at, null, language)}</time>
                </Table.Td>
                <Table.Td>{item.by === null ? t("imports-by-folder") : personName(item.by, t)}</Table.Td>
                <Table.Td ta="right">{numbers.whole(item.rows)}</Table.Td>
                <Table.Td>{t(`imports-stage-${item.stage}`)}</Table.Td>
                <Table.Td ta="right">
                  {item.stage !== "withdrawn" && (
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={t("imports-withdraw-of", { name })}
                      onClick={() => onAsk(item)}
                    >
                      {t("imports-withdraw")}
                    </Button>
                  )}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </section>
  );
}
