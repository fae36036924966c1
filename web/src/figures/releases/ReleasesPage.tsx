/** Releases for whoever publishes them: what is published, publishing the next, correcting by a revision. */
import { Button, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { may } from "../../api/client";
import type { ReleaseItem } from "../../api/releases";
import type { Session } from "../../api/types";
import { Notice } from "../../common/Broken";
import { MoreWords, useWords } from "../../common/words";
import incoming from "../../incoming/Incoming.module.css";
import classes from "../../register/Register.module.css";
import { Answered } from "../../work/Answered";
import { useDesk } from "../../work/Gate";
import { Link } from "../../work/Link";
import { NoRight } from "../../work/NoRight";
import { addressOfRelease } from "../../work/route";
import { PUBLISHING } from "../publishing";
import { Publish } from "./Publish";
import { ReleaseList } from "./ReleaseList";

interface Props {
  readonly session: Session;
}

export default function ReleasesPage({ session }: Props) {
  const { t } = useWords();
  return (
    <MoreWords catalogues={PUBLISHING}>
      {may(session, "release.publish") ? <Page /> : <NoRight session={session} what={t("work-releases")} />}
    </MoreWords>
  );
}

/** Which form stands open: of a new release, or of a revision of the one that is named. */
type Open = { readonly revises: ReleaseItem | null };

function Page() {
  const { t } = useWords();
  const { figures } = useDesk();
  const queries = useQueryClient();
  const [open, setOpen] = useState<Open | null>(null);
  const [done, setDone] = useState<ReleaseItem | null>(null);
  const query = useQuery({ queryKey: ["releases"], queryFn: () => figures.releases(), staleTime: 0 });
  useEffect(() => {
    document.title = `Saqta – ${t("work-releases")}`;
  }, [t]);

  function show(revises: ReleaseItem | null) {
    setDone(null);
    setOpen({ revises });
  }

  return (
    <main id="content" className={classes.page}>
      <div className={classes.heading}>
        <div>
          <Title order={1} fz={22}>
            {t("publish-title")}
          </Title>
          <p className={classes.under}>{t("publish-lead")}</p>
        </div>
        {open === null && query.data !== undefined && <Button onClick={() => show(null)}>{t("publish-open")}</Button>}
      </div>
      {done !== null && <Done item={done} />}
      {open !== null && (
        <Publish
          key={open.revises?.id ?? ""}
          items={query.data ?? []}
          revises={open.revises}
          onDone={(item) => {
            setOpen(null);
            setDone(item);
            void queries.invalidateQueries({ queryKey: ["releases"] });
            void queries.invalidateQueries({ queryKey: ["release"] });
          }}
          onAskAgain={() => void queries.invalidateQueries({ queryKey: ["releases"] })}
          onCancel={() => setOpen(null)}
        />
      )}
      <section className={classes.panel} aria-labelledby="published">
        <h2 id="published">{t("publish-list")}</h2>
        <Answered query={query}>
          {(items) =>
            items.length === 0 ? (
              <Notice trouble={{ title: t("publish-none"), detail: t("publish-none-detail"), remedy: null }} />
            ) : (
              <ReleaseList items={items} onRevise={show} />
            )
          }
        </Answered>
      </section>
    </main>
  );
}

function Done({ item: { id, revision } }: { readonly item: ReleaseItem }) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <section className={`${classes.panel} ${incoming.outcome}`} data-testid="published">
      <h2 ref={heading} tabIndex={-1}>
        {t("publish-done", { id, revision })}
      </h2>
      <p>
        {t("publish-done-detail")}{" "}
        <Link href={addressOfRelease(id, revision)} underline="always">
          {t("publish-done-open")}
        </Link>
      </p>
    </section>
  );
}
