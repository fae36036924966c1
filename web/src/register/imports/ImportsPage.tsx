/** Files that come into the register: bringing one, how far it has come, all that came. */
import { Title } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback } from "react";
import { useWords } from "../../common/words";
import { Link } from "../../work/Link";
import { useFilters } from "../../work/route";
import classes from "../Register.module.css";
import { BringForm } from "./BringForm";
import { ImportList } from "./ImportList";
import { JobShown } from "./JobShown";
import { followedIn, searchOf } from "./job";

export function ImportsPage() {
  const { t } = useWords();
  const queries = useQueryClient();
  const [{ job }, follow] = useFilters(followedIn, searchOf);
  const onEnded = useCallback(() => {
    void queries.invalidateQueries({ queryKey: ["imports", "list"] });
    void queries.invalidateQueries({ queryKey: ["injuries"] });
  }, [queries]);
  return (
    <main id="content" className={classes.page}>
      <p className="no-print">
        <Link href="/register">← {t("register-back")}</Link>
      </p>
      <div className={classes.heading}>
        <Title order={1} fz={22}>
          {t("imports-title")}
        </Title>
      </div>
      <section className={classes.panel} aria-label={t("imports-open")}>
        {job === null ? (
          <BringForm
            onBrought={({ id }) => follow({ job: id })}
            onUnknown={() => void queries.invalidateQueries({ queryKey: ["imports", "list"] })}
          />
        ) : (
          <JobShown key={job} id={job} onEnded={onEnded} onAnother={() => follow({ job: null })} />
        )}
      </section>
      <ImportList />
    </main>
  );
}
