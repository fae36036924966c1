/** Every release with its revisions, the latest months first. */
import { Button, Table } from "@mantine/core";
import type { ReleaseItem } from "../../api/releases";
import { fullTime } from "../../common/times";
import incoming from "../../incoming/Incoming.module.css";
import classes from "../../register/Register.module.css";
import { Link } from "../../work/Link";
import { addressOfRelease } from "../../work/route";
import { useScribe } from "../charts/frame/words";
import { periodTitle } from "../public/periods";
import { lastRevisions, revisionsOf } from "../public/releases";

interface Props {
  readonly items: readonly ReleaseItem[];
  readonly onRevise: (item: ReleaseItem) => void;
}

export function ReleaseList({ items, onRevise }: Props) {
  const { t, language } = useScribe();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must be reachable by keys
    <section className={classes.scroller} tabIndex={0} aria-label={t("publish-list")}>
      <Table className={classes.table} data-testid="releases">
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("publish-column-period")}</Table.Th>
            <Table.Th>{t("publish-column-id")}</Table.Th>
            <Table.Th>{t("publish-column-revisions")}</Table.Th>
            <Table.Th>{t("publish-column-published")}</Table.Th>
            <Table.Th>
              <span className="visually-hidden">{t("publish-column-act")}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lastRevisions(items).map((item) => (
            <Table.Tr key={item.id} data-release={item.id}>
              <Table.Td fw={550}>{periodTitle(t, item.period)}</Table.Td>
              <Table.Td className={incoming.name}>{item.id}</Table.Td>
              <Table.Td className={incoming.revisions}>
                {revisionsOf(items, item.id).map(({ id, revision }) => (
                  <Link key={revision} href={addressOfRelease(id, revision)} fz="inherit">
                    {t("publish-revision", { revision })}
                  </Link>
                ))}
              </Table.Td>
              <Table.Td className={classes.day}>
                <time dateTime={item.published_at}>{fullTime(item.published_at, null, language)}</time>
              </Table.Td>
              <Table.Td ta="right">
                <Button
                  size="compact-sm"
                  variant="default"
                  aria-label={t("publish-revise-of", { id: item.id })}
                  onClick={() => onRevise(item)}
                >
                  {t("publish-revise")}
                </Button>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </section>
  );
}
