/** The public page at `/figures` and below: published figures, for everybody, without sign-in. */
import { Button, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { Refused } from "../../api/client";
import type { Release, ReleaseItem } from "../../api/releases";
import { Notice } from "../../common/Broken";
import { CopyButton } from "../../common/CopyButton";
import { dayAt, dayText } from "../../common/times";
import { MoreWords, useWords } from "../../common/words";
import { Answered } from "../../work/Answered";
import { useDesk } from "../../work/Gate";
import { Link } from "../../work/Link";
import { addressOfRelease } from "../../work/route";
import { Counting } from "./Counting";
import { PUBLIC } from "./catalogues";
import { Downloads } from "./Downloads";
import { KeyFigures } from "./KeyFigures";
import { Doors, Others } from "./Others";
import classes from "./Public.module.css";
import { monthsTitle, periodTitle } from "./periods";
import { Record } from "./Record";
import { Regions } from "./Regions";
import { lastRevisions, namedBy, revisionsOf } from "./releases";
import { ByTables, Rates } from "./Tables";

interface Props {
  /** None for the newest. */
  readonly id: string | null;
  /** None for the last. */
  readonly revision: number | null;
}

export default function PublicPage(props: Props) {
  return (
    <MoreWords catalogues={PUBLIC}>
      <Page {...props} />
    </MoreWords>
  );
}

function Page({ id, revision }: Props) {
  const { t } = useWords();
  const { figures } = useDesk();
  const releases = useQuery({ queryKey: ["releases"], queryFn: () => figures.releases() });
  useEffect(() => {
    document.title = `Saqta – ${t("figures-title")}`;
  }, [t]);
  const content = useRef<HTMLElement>(null);
  const named = `${id ?? ""}/${revision ?? ""}`;
  const before = useRef(named);
  useEffect(() => {
    // Another release is another page: who cannot see it change must be told where they are.
    if (before.current !== named) content.current?.focus({ preventScroll: true });
    before.current = named;
  }, [named]);
  return (
    <main id="content" ref={content} tabIndex={-1} className={classes.page}>
      <Answered query={releases}>{(items) => <Found items={items} id={id} revision={revision} />}</Answered>
      <Doors />
    </main>
  );
}

interface FoundProps extends Props {
  readonly items: readonly ReleaseItem[];
}

function Found({ items, id, revision }: FoundProps) {
  const { t } = useWords();
  const item = namedBy(items, id, revision);
  if (item !== undefined) {
    return (
      <>
        <OneRelease key={`${item.id}/${item.revision}`} items={items} item={item} />
        <Others items={items} shown={item.id} />
      </>
    );
  }
  if (id === null) {
    return (
      <div className={classes.section} data-testid="empty">
        <Title order={1} fz={26}>
          {t("figures-title")}
        </Title>
        <p className={classes.lead}>{t("figures-home-lead")}</p>
        <Notice trouble={{ title: t("public-empty"), detail: t("public-empty-detail"), remedy: null }} />
      </div>
    );
  }
  return (
    <>
      <Title order={1} className="visually-hidden">
        {t("figures-title")}
      </Title>
      <Notice trouble={{ title: t("public-unknown"), detail: t("public-unknown-detail", { id }), remedy: null }}>
        <Link href="/figures">{t("public-unknown-open")}</Link>
      </Notice>
      <Others items={items} shown={null} />
    </>
  );
}

interface OneProps {
  readonly items: readonly ReleaseItem[];
  readonly item: ReleaseItem;
}

function OneRelease({ items, item }: OneProps) {
  const { t } = useWords();
  const { figures } = useDesk();
  const { id, revision, period } = item;
  const query = useQuery({
    queryKey: ["release", id, revision],
    queryFn: () => figures.release(id, revision),
    // A release never changes.
    staleTime: Number.POSITIVE_INFINITY,
  });
  useEffect(() => {
    document.title = `${t("public-title", { period: periodTitle(t, period) })} – ${id} · ${revision} – Saqta`;
  }, [t, id, revision, period]);
  return (
    <>
      <Head items={items} item={item} release={query.data} />
      {isLost(query.error) ? (
        <Notice
          trouble={{
            title: t("public-file-lost"),
            detail: t("public-file-lost-detail"),
            remedy: t("public-file-lost-do"),
          }}
        >
          <Button onClick={() => void query.refetch()}>{t("try-again")}</Button>
        </Notice>
      ) : (
        <Answered query={query}>{(release) => <Told items={items} item={item} release={release} />}</Answered>
      )}
    </>
  );
}

/** The list names the release, and yet its figures cannot be read. */
function isLost(error: unknown): boolean {
  return error instanceof Refused && (error.status === 503 || error.status === 404);
}

function Head({ items, item, release }: OneProps & { readonly release: Release | undefined }) {
  const { t, language } = useWords();
  const { id, revision, period, published_at } = item;
  const newest = lastRevisions(items)[0];
  const last = revisionsOf(items, id)[0];
  const day = (text: string) => dayText(text, language);
  return (
    <header className={classes.head}>
      <p className={classes.kicker}>
        {newest?.id === id && last?.revision === revision ? `${t("public-newest")} · ` : ""}
        {monthsTitle(t, period)}
      </p>
      <Title order={1} fz={{ base: 24, sm: 30 }} lh={1.2} textWrap="balance">
        {t("public-title", { period: periodTitle(t, period) })}
      </Title>
      <p className={classes.release} data-testid="release">
        {t("public-release", { id, revision })}.{" "}
        {release !== undefined &&
          t("public-dates", { published: day(dayAt(published_at, null)), asOf: day(release.as_of) })}
      </p>
      <p className={classes.onPaper}>{location.origin + addressOfRelease(id, revision)}</p>
      {last !== undefined && last.revision > revision && (
        <p className={classes.superseded}>
          <strong>{t("public-superseded", { revision, newest: last.revision })}</strong>{" "}
          <Link href={addressOfRelease(id)} underline="always" className="no-print">
            {t("public-superseded-open")}
          </Link>
        </p>
      )}
      {last?.revision === revision && newest !== undefined && newest.id !== id && (
        <Text fz="sm" mt={4} className="no-print">
          {t("public-newer", { period: periodTitle(t, newest.period) })}{" "}
          <Link href="/figures">{t("public-newer-open")}</Link>
        </Text>
      )}
    </header>
  );
}

const PARTS = [
  { id: "numbers", word: "public-numbers" },
  { id: "regions", word: "public-regions" },
  { id: "tables", word: "public-tables" },
  { id: "counting", word: "public-counting" },
  { id: "files", word: "public-files" },
  { id: "record", word: "public-record" },
] as const;

function Told({ items, item, release }: OneProps & { readonly release: Release }) {
  const { t, language } = useWords();
  const sentence = release.sentence[language];
  return (
    <>
      <PaperEdge item={item} />
      {release.synthetic === true && (
        <p className={classes.synthetic} role="note" data-testid="synthetic">
          {t("public-synthetic")}
        </p>
      )}
      <section aria-labelledby="sentence" className={classes.sentence}>
        <h2 id="sentence">{t("public-sentence")}</h2>
        <blockquote data-testid="sentence">{sentence}</blockquote>
        <div className={classes.after}>
          <CopyButton text={sentence} size="sm" variant="filled">
            {t("public-copy-sentence")}
          </CopyButton>
          <span className={classes.soft}>{t("public-sentence-detail")}</span>
        </div>
      </section>
      <div className={`${classes.bar} no-print`}>
        <nav className={classes.contents} aria-label={t("public-contents")}>
          {PARTS.map(({ id, word }) => (
            <a key={id} href={`#${id}`}>
              {t(word)}
            </a>
          ))}
        </nav>
        <Button variant="default" size="xs" onClick={() => print()}>
          {t("print")}
        </Button>
      </div>
      <KeyFigures release={release} />
      <Regions release={release} />
      <section aria-labelledby="tables" className={classes.section}>
        <h2 id="tables">{t("public-tables")}</h2>
        <p className={classes.lead}>{t("public-tables-lead")}</p>
        {release.threshold > 1 && (
          <p className={classes.note} data-testid="withheld">
            {t("public-withheld", { most: release.threshold - 1 })}{" "}
            {release.told_before.length > 0 && t("public-told", { count: release.told_before.length })}
          </p>
        )}
        <div className={classes.tables}>
          <ByTables release={release} />
          <Rates release={release} />
        </div>
      </section>
      <Counting release={release} />
      <Downloads item={item} />
      <Record items={items} item={item} release={release} />
    </>
  );
}

/** On paper every page says which release it is of: pages get lost from each other. */
function PaperEdge({ item: { id, revision } }: { readonly item: ReleaseItem }) {
  const { t } = useWords();
  // Ids have letters, digits, dots, dashes and underscores; catalogues have no quotes or backslashes here.
  const said = t("public-release", { id, revision }).replace(/["\\]/g, "");
  return (
    <style>{`@page { margin: 14mm 14mm 16mm; @bottom-left { content: "Saqta · ${said}"; font: 8pt sans-serif; } @bottom-right { content: counter(page) " / " counter(pages); font: 8pt sans-serif; } }`}</style>
  );
}
