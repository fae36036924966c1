/** The full-width bar that says the console cannot be trusted now, and what to do about it. */
import { Button } from "@mantine/core";
import { formatAge } from "../../common/age";
import { useEverySecond } from "../../common/clock";
import { useWords } from "../../common/words";
import { useConsole } from "../context";
import type { Fault } from "../faults";
import classes from "./FaultBar.module.css";

export function FaultBar({ faults }: { readonly faults: readonly Fault[] }) {
  return (
    <div role="alert" className="no-print">
      {faults.map((fault) => (
        <Bar key={fault.what} fault={fault} />
      ))}
    </div>
  );
}

function Bar({ fault }: { readonly fault: Fault }) {
  const { t } = useWords();
  const { sounder } = useConsole();
  const age = useEverySecond(() => formatAge(performance.now() - fault.since));
  return (
    <div className={classes.bar} data-fault={fault.what}>
      <svg width="28" height="28" viewBox="0 0 24 24" aria-hidden="true">
        <path d="M12 3 22 20.5H2zM12 9.5v5M12 17.5v.1" />
      </svg>
      <div className={classes.words}>
        <strong>{t(`fault-${fault.what}`)}</strong>
        <span>{t(`fault-${fault.what}-do`)}</span>
      </div>
      {/* Not announced again each second. */}
      <span className={classes.age} aria-hidden="true">
        {age}
      </span>
      {fault.what === "sound-suspended" && (
        <Button variant="white" color="dark" size="md" onClick={() => void sounder.arm()}>
          {t("fault-sound-suspended-button")}
        </Button>
      )}
    </div>
  );
}
