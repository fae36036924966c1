/** What a form of a release begins with: the series that are known and, for a revision, what the last one said. */
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import type { ReleaseItem } from "../../api/releases";
import { dayAt } from "../../common/times";
import { useWords } from "../../common/words";
import classes from "../../register/Register.module.css";
import { Answered } from "../../work/Answered";
import { useDesk } from "../../work/Gate";
import { PublishForm } from "./PublishForm";
import { draftOfRevision, firstDraft } from "./spec";

export interface Following {
  readonly items: readonly ReleaseItem[];
  /** The release that is corrected; null for a new one. */
  readonly revises: ReleaseItem | null;
  readonly onDone: (item: ReleaseItem) => void;
  /** What is published may have changed without an answer. */
  readonly onAskAgain: () => void;
  readonly onCancel: () => void;
}

export function Publish(props: Following) {
  const { t } = useWords();
  const { figures } = useDesk();
  const { items, revises } = props;
  const today = useMemo(() => dayAt(new Date().toISOString(), null), []);
  const query = useQuery({
    queryKey: ["publish", revises?.id ?? null, revises?.revision ?? null],
    queryFn: async () => {
      const series = await figures.series();
      const last = revises === null ? null : await figures.release(revises.id, revises.revision);
      return { series, draft: last === null ? firstDraft(today, items, series) : draftOfRevision(last, series) };
    },
    staleTime: 0,
    gcTime: 0,
  });
  const title =
    revises === null
      ? t("publish-heading")
      : t("publish-heading-revision", { id: revises.id, revision: revises.revision + 1 });
  return (
    <section className={classes.panel} aria-labelledby="publish">
      <h2 id="publish">{title}</h2>
      <Answered query={query}>
        {({ series, draft }) => <PublishForm {...props} first={draft} series={series} today={today} />}
      </Answered>
    </section>
  );
}
