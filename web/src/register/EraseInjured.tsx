/** Who was hurt, erased for ever: said beforehand what is lost, and that the injury counts on. */
import { Title } from "@mantine/core";
import { useState } from "react";
import { Notice } from "../common/Broken";
import { useWords } from "../common/words";
import { useDesk } from "../work/Gate";
import { ReasonForm } from "./Reason";
import classes from "./Register.module.css";

interface FormProps {
  readonly id: string;
  readonly onDone: () => void;
  readonly onCancel?: () => void;
}

export function EraseForm({ id, onDone, onCancel }: FormProps) {
  const { t } = useWords();
  const { register } = useDesk();
  return (
    <ReasonForm
      title={t("erase-title")}
      label={t("erase-reason")}
      description={t("erase-recorded")}
      submit={t("erase-submit")}
      sure={t("erase-sure")}
      grave
      ask={async (reason) => {
        await register.erase(id, reason);
        onDone();
      }}
      {...(onCancel === undefined ? {} : { onCancel })}
    >
      <ul className={classes.consequences}>
        <li>{t("erase-lost")}</li>
        <li>{t("erase-kept")}</li>
        <li>{t("erase-later")}</li>
      </ul>
    </ReasonForm>
  );
}

/** The page of an injury for whoever erases and sees no injury: an administrator who was sent its address. */
export function ErasePage({ id }: { readonly id: string }) {
  const { t } = useWords();
  const [done, setDone] = useState(false);
  return (
    <main id="content" className={classes.narrow}>
      {done ? (
        <Notice trouble={{ title: t("erase-done"), detail: t("erase-done-detail"), remedy: null }} />
      ) : (
        <>
          <div className={classes.heading}>
            <div>
              <Title order={1} fz={24}>
                {t("erase-title")}
              </Title>
              <p className={classes.under}>{t("erase-blind")}</p>
            </div>
          </div>
          <section className={classes.panel} aria-labelledby="injury">
            <h2 id="injury">{t("erase-injury")}</h2>
            <p className={classes.id}>{id}</p>
            <EraseForm id={id} onDone={() => setDone(true)} />
          </section>
        </>
      )}
    </main>
  );
}
