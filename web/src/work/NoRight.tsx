/** What stands where a role may not look. */
import type { Session } from "../api/types";
import { Notice } from "../common/Broken";
import { useWords } from "../common/words";
import classes from "./Work.module.css";

export function NoRight({ session, what }: { readonly session: Session; readonly what: string }) {
  const { t } = useWords();
  const role = session.account.roles[0]?.role;
  const detail = t("work-no-right-detail", { what, role: role === undefined ? "–" : t(`role-${role}`) });
  return (
    <main id="content" data-testid="no-right" className={classes.closed}>
      <svg width="44" height="44" viewBox="0 0 16 16" aria-hidden="true">
        <rect x="2.5" y="7" width="11" height="7.5" rx="1.5" fill="currentColor" />
        <path d="M5 7V5a3 3 0 0 1 6 0v2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      </svg>
      <Notice trouble={{ title: t("work-no-right"), detail, remedy: t("work-no-right-do") }} />
    </main>
  );
}
