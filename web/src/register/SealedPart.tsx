/** What an injury's page says of who was hurt, and what may be done with it: opened, erased. */
import { Button, Group } from "@mantine/core";
import { useState } from "react";
import { may } from "../api/client";
import type { InjuryWithReports, OpenedInjured as Opened } from "../api/injuries";
import type { Session } from "../api/types";
import { useWords } from "../common/words";
import { EraseForm } from "./EraseInjured";
import { OpenedInjured, OpenForm } from "./OpenInjured";
import classes from "./Register.module.css";

interface Props {
  readonly injury: InjuryWithReports;
  readonly session: Session;
  /** Something was recorded of it. */
  readonly onChanged: () => void;
}

export function SealedPart({ injury, session, onChanged }: Props) {
  const { t } = useWords();
  const [form, setForm] = useState<"open" | "erase" | null>(null);
  const [opened, setOpened] = useState<readonly Opened[] | null>(null);
  const { id } = injury;
  const close = () => setForm(null);

  if (injury.erasure !== null) return <p role="status">{t("sealed-erased")}</p>;
  if (!injury.injured_is_said) return <p className={classes.minor}>{t("open-nobody")}</p>;
  if (form === "erase") {
    const erased = () => {
      setOpened(null);
      close();
      onChanged();
    };
    return (
      <>
        <h3 className={classes.asked}>{t("erase-title")}</h3>
        <EraseForm id={id} onDone={erased} onCancel={close} />
      </>
    );
  }
  if (form === "open") {
    const show = (items: readonly Opened[]) => {
      setOpened(items);
      close();
      onChanged();
    };
    return <OpenForm id={id} onCancel={close} onOpened={show} />;
  }
  return (
    <>
      <p className={classes.minor}>{t("register-sealed-elsewhere")}</p>
      {opened !== null && <OpenedInjured opened={opened} onClose={() => setOpened(null)} />}
      <Group mt="sm" gap="xs" className="no-print">
        {opened === null && may(session, "injury.open") && (
          <Button variant="default" onClick={() => setForm("open")}>
            {t("open-injured")}
          </Button>
        )}
        {may(session, "person.erase") && (
          <Button variant="default" onClick={() => setForm("erase")}>
            {t("erase-open")}
          </Button>
        )}
      </Group>
      {!may(session, "person.erase") && (
        <p className={`${classes.minor} ${classes.elsewhere} no-print`}>{t("erase-elsewhere")}</p>
      )}
    </>
  );
}
