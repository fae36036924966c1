import { Answered } from "../../../work/Answered";
import { useScribe } from "../../charts/frame/words";
import { ParetoChart } from "../../charts/ParetoChart";
import classes from "../Explore.module.css";
import type { Filters } from "../filters";
import { keyName, periodWord } from "../names";
import { causesOf } from "../shapes";
import { Nothing, Total } from "./parts";
import { useFigures } from "./useFigures";

/** Which causes come most often. */
export function Causes({ filters: { period } }: { readonly filters: Filters }) {
  const { t } = useScribe();
  const query = useFigures(["causes", period], (api) =>
    api.table({ period, by: "cause", measures: "incidence", zeros: "false" }),
  );
  return (
    <Answered query={query}>
      {(table) =>
        table.total.count === 0 ? (
          <Nothing />
        ) : (
          <div className={classes.pictures}>
            <Total table={table} />
            <ParetoChart
              title={t("explore-causes")}
              subtitle={periodWord(t, period)}
              source={t("explore-source-plain")}
              fileName={`saqta-causes-${period}`}
              causes={causesOf(table, (code) =>
                code === null ? t("explore-cause-unknown") : keyName(t, "cause", code),
              )}
            />
          </div>
        )
      }
    </Answered>
  );
}
