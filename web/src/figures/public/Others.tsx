/** All releases, each with a link that can be sent; and the other pages about figures. */
import { SimpleGrid, Text, UnstyledButton } from "@mantine/core";
import type { ReleaseItem } from "../../api/releases";
import { dayAt, dayText } from "../../common/times";
import landing from "../../landing/Landing.module.css";
import { follow, Link } from "../../work/Link";
import { addressOfRelease } from "../../work/route";
import { useScribe } from "../charts/frame/words";
import { Grid, type GridColumn, type GridRow } from "./Grid";
import classes from "./Public.module.css";
import { periodTitle } from "./periods";
import { lastRevisions } from "./releases";

interface Props {
  readonly items: readonly ReleaseItem[];
  /** The one that is read; none where it could not be found. */
  readonly shown: string | null;
}

export function Others({ items, shown }: Props) {
  const { t, language } = useScribe();
  const all = lastRevisions(items);
  if (all.length === 0) return null;
  const columns: readonly GridColumn[] = [
    { id: "release", name: t("public-column-period") },
    { id: "id", name: t("public-column-release") },
    { id: "revision", name: t("public-column-revision"), numeric: true },
    { id: "published", name: t("public-column-published") },
  ];
  const rows = all.map(({ id, period, revision, published_at }): GridRow => {
    const address = addressOfRelease(id);
    return {
      id,
      whole: id === shown,
      cells: {
        release: (
          <Link
            href={address}
            data-address={location.origin + address}
            aria-current={id === shown ? "page" : undefined}
          >
            {periodTitle(t, period)}
          </Link>
        ),
        id,
        revision: String(revision),
        published: dayText(dayAt(published_at, null), language),
      },
    };
  });
  return (
    <section aria-labelledby="releases" className={classes.section}>
      <h2 id="releases">{t("public-others")}</h2>
      <p className={classes.lead}>{t("public-others-lead", { count: all.length })}</p>
      <Grid id="releases" caption={t("public-others")} columns={columns} rows={rows} headed />
    </section>
  );
}

const DOORS = [
  { href: "/figures/check", name: "check-title", detail: "figures-check-detail" },
  { href: "/figures/explore", name: "explore-title", detail: "figures-explore-detail" },
  { href: "/register", name: "work-register", detail: "figures-register-detail" },
] as const;

export function Doors() {
  const { t } = useScribe();
  return (
    <section aria-labelledby="more" className={`${classes.section} no-print`}>
      <h2 id="more">{t("public-more")}</h2>
      <SimpleGrid cols={{ base: 1, sm: 3 }} mt="sm">
        {DOORS.map(({ href, name, detail }) => (
          <UnstyledButton key={href} component="a" href={href} onClick={follow} className={landing.door}>
            <Text component="span" display="block" fw={650} fz="lg">
              {t(name)}
            </Text>
            <Text component="span" display="block" c="dimmed" mt={6}>
              {t(detail)}
            </Text>
          </UnstyledButton>
        ))}
      </SimpleGrid>
    </section>
  );
}
