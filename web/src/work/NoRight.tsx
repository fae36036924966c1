/** What stands where a role may not look. */
import type { Session } from "../api/types";
import { Notice } from "../common/Broken";
import { useWords } from "../common/words";

export function NoRight({ session, what }: { readonly session: Session; readonly what: string }) {
  const { t } = useWords();
  const role = session.account.roles[0]?.role;
  const detail = t("work-no-right-detail", { what, role: role === undefined ? "–" : t(`role-${role}`) });
  return (
    <main id="content" data-testid="no-right">
      <Notice trouble={{ title: t("work-no-right"), detail, remedy: t("work-no-right-do") }} />
    </main>
  );
}
