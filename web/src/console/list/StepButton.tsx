/** The one big action of a row. */
import { Button } from "@mantine/core";
import { type MouseEvent, type ReactNode, useState } from "react";
import { useWords } from "../../common/words";
import { useMeant } from "../useMeant";
import classes from "./StepButton.module.css";

interface Props {
  readonly step: "acknowledge" | "respond" | "attend" | "close";
  readonly onStep: (how: "keys" | "click") => Promise<unknown>;
  readonly hint: ReactNode;
  /** The row is red: the button stands out white. */
  readonly loud: boolean;
}

export function StepButton({ step, onStep, hint, loud }: Props) {
  const { t } = useWords();
  const [busy, setBusy] = useState(false);
  const meant = useMeant(step);

  async function press(event: MouseEvent<HTMLButtonElement>) {
    if (event.detail > 0) event.currentTarget.blur();
    if (busy || !meant()) return;
    setBusy(true);
    try {
      await onStep(event.detail > 0 ? "click" : "keys");
    } finally {
      setBusy(false);
    }
  }

  return (
    <Button
      size="md"
      w={142}
      h={56}
      px={8}
      fz={17}
      variant={loud ? "white" : "default"}
      c={loud ? "#8f0d1d" : undefined}
      loading={busy}
      onClick={press}
      data-step={step}
      classNames={{ label: classes.label }}
    >
      {t(`step-${step}`)}
      {hint}
    </Button>
  );
}
