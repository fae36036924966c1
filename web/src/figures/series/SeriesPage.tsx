/** Series that others count: taking a file of them in, and what is known. */
import { Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { may } from "../../api/client";
import type { Session } from "../../api/types";
import { MoreWords, useWords } from "../../common/words";
import classes from "../../register/Register.module.css";
import { Answered } from "../../work/Answered";
import { useDesk } from "../../work/Gate";
import { NoRight } from "../../work/NoRight";
import { PUBLISHING } from "../publishing";
import { SeriesForm } from "./SeriesForm";
import { SeriesList } from "./SeriesList";

interface Props {
  readonly session: Session;
}

export default function SeriesPage({ session }: Props) {
  return (
    <MoreWords catalogues={PUBLISHING}>
      <Page session={session} />
    </MoreWords>
  );
}

function Page({ session }: Props) {
  const { t } = useWords();
  const { figures } = useDesk();
  const queries = useQueryClient();
  const maySee = may(session, "figures.view");
  const query = useQuery({ queryKey: ["series"], queryFn: () => figures.series(), staleTime: 0, enabled: maySee });
  useEffect(() => {
    document.title = `Saqta – ${t("work-series")}`;
  }, [t]);
  if (!maySee) return <NoRight session={session} what={t("work-series")} />;
  return (
    <main id="content" className={classes.page}>
      <div className={classes.heading}>
        <div>
          <Title order={1} fz={22}>
            {t("series-title")}
          </Title>
          <p className={classes.under}>{t("series-lead")}</p>
        </div>
      </div>
      {may(session, "series.record") && (
        <SeriesForm
          known={query.data ?? []}
          onTaken={() => {
            // Every figure may be divided by what came in.
            void queries.invalidateQueries();
          }}
        />
      )}
      <section className={classes.panel} aria-labelledby="series-list">
        <h2 id="series-list">{t("series-list")}</h2>
        <Answered query={query}>{(series) => <SeriesList series={series} />}</Answered>
      </section>
    </main>
  );
}
