/** Who was hurt, opened for a stated reason. What was opened is held by this page alone and is gone when it is left. */
import { Button } from "@mantine/core";
import type { OpenedInjured as Opened } from "../api/injuries";
import { dayText } from "../common/times";
import { useWords } from "../common/words";
import { useDesk } from "../work/Gate";
import { ReasonForm } from "./Reason";
import classes from "./Register.module.css";

const FIELDS = ["name", "iin", "born", "occupation", "circumstances"] as const;

interface AskProps {
  readonly id: string;
  readonly onCancel: () => void;
  readonly onOpened: (opened: readonly Opened[]) => void;
}

export function OpenForm({ id, onCancel, onOpened }: AskProps) {
  const { t } = useWords();
  const { register } = useDesk();
  return (
    <ReasonForm
      title={t("open-injured")}
      label={t("open-reason")}
      description={t("open-recorded")}
      submit={t("open-submit")}
      ask={async (reason) => onOpened(await register.open(id, reason))}
      onCancel={onCancel}
    />
  );
}

interface OpenedProps {
  readonly opened: readonly Opened[];
  readonly onClose: () => void;
}

export function OpenedInjured({ opened, onClose }: OpenedProps) {
  const { t, language } = useWords();
  const said = (item: Opened, field: (typeof FIELDS)[number]) =>
    field === "born" && item.born !== null ? dayText(item.born, language) : item[field];
  return (
    <div data-testid="injured" role="status">
      {opened.length === 0 && <p>{t("open-nobody")}</p>}
      {opened.map((item) => (
        <div key={item.position}>
          <p className={classes.minor}>{t("report-position", { position: String(item.position) })}</p>
          {item.erased ? (
            <p>{t("open-erased")}</p>
          ) : (
            <dl className={classes.facts}>
              {FIELDS.map((field) => {
                const value = said(item, field);
                return (
                  value !== null && (
                    <div key={field}>
                      <dt>{t(`sealed-${field}`)}</dt>
                      <dd>{value}</dd>
                    </div>
                  )
                );
              })}
            </dl>
          )}
        </div>
      ))}
      <Button variant="default" className="no-print" onClick={onClose}>
        {t("open-close")}
      </Button>
    </div>
  );
}
