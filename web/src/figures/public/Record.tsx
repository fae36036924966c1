/** What makes a release one that can be checked a year later: its id, its signature, the command, its revisions. */
import { Anchor } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import type { Release, ReleaseItem } from "../../api/releases";
import { CopyButton } from "../../common/CopyButton";
import { dayAt, dayText } from "../../common/times";
import { useDesk } from "../../work/Gate";
import { Link } from "../../work/Link";
import { addressOfRelease } from "../../work/route";
import { useScribe } from "../charts/frame/words";
import { Grid, type GridColumn, type GridRow } from "./Grid";
import classes from "./Public.module.css";
import { revisionsOf, signerOf, type Told, toldBy } from "./releases";

interface Props {
  readonly items: readonly ReleaseItem[];
  readonly item: ReleaseItem;
  readonly release: Release;
}

export function Record({ items, item, release }: Props) {
  const { t } = useScribe();
  const revisions = revisionsOf(items, item.id);
  // With the revision, so that what was printed or noted down still names this one when there are more.
  const command = `saqta figures verify ${item.id}@${item.revision}`;
  const address = location.origin + addressOfRelease(item.id, item.revision);
  return (
    <section aria-labelledby="record" className={classes.section}>
      <h2 id="record">{t("public-record")}</h2>
      <div className={classes.record}>
        <dl className={classes.counting}>
          <dt>{t("public-id")}</dt>
          <dd>
            <span className={classes.code}>{item.id}</span>
          </dd>
          <dt>{t("public-link")}</dt>
          <dd>
            <span className={classes.code}>{address}</span>
            <CopyButton text={address}>{t("public-copy-link")}</CopyButton>
          </dd>
          <dt>{t("public-signed")}</dt>
          <dd>
            <Signer item={item} />
          </dd>
          <dt>{t("public-digest")}</dt>
          <dd>
            <span className={classes.code}>{item.files["release.json"]?.sha256}</span>
          </dd>
          <dt>{t("public-verify")}</dt>
          <dd>
            {t("public-verify-detail")}
            <code className={classes.command}>{command}</code>
            <CopyButton text={command}>{t("public-copy-command")}</CopyButton>
          </dd>
        </dl>
        <div>
          <h3>{t("public-history")}</h3>
          <p className={classes.soft}>{t("public-history-lead")}</p>
          <History revisions={revisions} release={release} />
        </div>
      </div>
    </section>
  );
}

function Signer({ item: { id, revision, href } }: { readonly item: ReleaseItem }) {
  const { t } = useScribe();
  const { figures } = useDesk();
  const { data, isError } = useQuery({
    queryKey: ["release-note", id, revision],
    queryFn: () => figures.releaseNote(id, revision),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (isError) return t("public-signed-missing");
  if (data === undefined) return <span aria-busy="true">…</span>;
  return (
    <>
      <span className={classes.code}>{signerOf(data) ?? "–"}</span> <span>({t("public-signed-detail")})</span>{" "}
      <Anchor href={`${href}/release.note`} download="release.note" underline="always" className="no-print">
        {t("public-files-note")}
      </Anchor>
    </>
  );
}

function History({ revisions, release }: { readonly revisions: readonly ReleaseItem[]; readonly release: Release }) {
  const { t, numbers, language } = useScribe();
  const told = new Map(toldBy(release).map((one) => [one.revision, one]));
  if (revisions.length === 1) return <p>{t("public-history-only")}</p>;
  const columns: readonly GridColumn[] = [
    { id: "revision", name: t("public-column-revision") },
    { id: "published", name: t("public-column-published") },
    { id: "as-of", name: t("public-column-as-of") },
    { id: "injured", name: t("public-column-injured"), numeric: true },
    { id: "died", name: t("public-column-died"), numeric: true },
    { id: "changed", name: t("public-column-changed") },
  ];
  const rows = revisions.map(({ id, revision, published_at }): GridRow => {
    const known = told.get(revision);
    const name = t("public-revision", { revision });
    const here = revision === release.revision;
    const address = addressOfRelease(id, revision);
    return {
      id: String(revision),
      whole: here,
      cells: {
        revision: here ? (
          `${name} (${t("public-revision-here")})`
        ) : (
          <Link href={address} data-address={location.origin + address}>
            {name}
          </Link>
        ),
        published: dayText(dayAt(published_at, null), language),
        "as-of": known === undefined ? "" : dayText(known.asOf, language),
        injured: known === undefined ? "" : numbers.whole(known.count),
        died: known === undefined ? "" : numbers.whole(known.fatal),
        changed: known === undefined ? "" : changedWords(known),
      },
    };
  });
  return <Grid id="revisions" caption={t("public-history")} columns={columns} rows={rows} headed />;

  function changedWords({ changed }: Told): string {
    if (changed === null) return t("public-changed-first");
    const signed = (value: number) => `${value > 0 ? "+" : ""}${numbers.whole(value)}`;
    const said = [
      changed.count === 0 ? "" : t("public-changed-injured", { change: signed(changed.count) }),
      changed.fatal === 0 ? "" : t("public-changed-died", { change: signed(changed.fatal) }),
    ].filter((one) => one !== "");
    return said.length === 0 ? t("public-changed-nothing") : said.join(", ");
  }
}
