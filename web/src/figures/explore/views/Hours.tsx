import { Answered } from "../../../work/Answered";
import { useScribe } from "../../charts/frame/words";
import { HourHeatMap } from "../../charts/HourHeatMap";
import classes from "../Explore.module.css";
import type { Filters } from "../filters";
import { periodWord } from "../names";
import { heatOf } from "../shapes";
import { Nothing, Total } from "./parts";
import { useFigures } from "./useFigures";

/** At which hours of which days. */
export function Hours({ filters: { period } }: { readonly filters: Filters }) {
  const { t, numbers } = useScribe();
  const query = useFigures(["hours", period], (api) =>
    api.table({ period, by: "weekday,hour", measures: "incidence" }),
  );
  return (
    <Answered query={query}>
      {(table) => {
        if (table.total.count === 0) return <Nothing />;
        const { cells, unknown } = heatOf(table);
        return (
          <div className={classes.pictures}>
            <Total table={table} />
            <HourHeatMap
              title={t("explore-hours")}
              subtitle={periodWord(t, period)}
              source={t("explore-source-plain")}
              fileName={`saqta-hours-${period}`}
              measure={{ name: t("explore-injuries"), digits: 0 }}
              cells={cells}
            />
            {unknown > 0 && (
              <p className={classes.lead}>
                {t("explore-hours-unknown", { count: unknown, shown: numbers.whole(unknown) })}
              </p>
            )}
          </div>
        );
      }}
    </Answered>
  );
}
