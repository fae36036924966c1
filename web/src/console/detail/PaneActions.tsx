/** What can be done about the chosen alarm. */
import { Button, Group, SimpleGrid } from "@mantine/core";
import { type MouseEvent, useEffect, useState } from "react";
import { type Offered, offered } from "../../alarm/transitions";
import { may } from "../../api/client";
import type { Alarm } from "../../api/types";
import { useWords } from "../../common/words";
import { type Summons, useConsole } from "../context";
import type { Row } from "../situations";
import { useMeant } from "../useMeant";
import { CloseForm, reportAddress } from "./CloseForm";
import { NoteForm } from "./NoteForm";

type Form = "close" | "note" | null;

const STEPS = ["acknowledge", "respond", "attend"] as const;

interface Props {
  readonly alarm: Alarm;
  readonly row: Row | undefined;
  readonly meant: () => boolean;
}

export function PaneActions({ alarm, row, meant }: Props) {
  const { t } = useWords();
  const { session, actions } = useConsole();
  const [form, setForm] = useState<Form>(null);
  const summons = useSummonsOf(alarm, () => setForm("close"));
  const [busy, setBusy] = useState<string | null>(null);
  const can = offered(alarm, session);
  const steps = STEPS.filter((step) => can[step]);
  // Help goes to a place: a step on one alarm of a situation is a step on each. Closing asks.
  const together = row !== undefined && row.alarms.length > 1 ? row : null;
  const stepMeant = useMeant(steps[0] ?? "none");

  async function run(name: string, work: () => Promise<boolean>) {
    if (busy !== null || !meant()) return;
    setBusy(name);
    await work();
    setBusy(null);
  }

  const unfocus = (event: MouseEvent<HTMLButtonElement>) => {
    if (event.detail > 0) event.currentTarget.blur();
  };

  if (form === "close" && can.close)
    return <CloseForm alarm={alarm} row={row} summons={summons} onDone={() => setForm(null)} />;
  if (form === "note" && can.note) return <NoteForm alarm={alarm} onDone={() => setForm(null)} />;
  const reportable = alarm.state === "closed" && alarm.outcome === "real" && may(session, "injury.record");
  if (!Object.values(can).some(Boolean) && !reportable) return null;
  return (
    <Group gap={8} data-testid="actions">
      <SimpleGrid cols={{ base: 1, xs: steps.length || 1 }} spacing={8} w="100%">
        {steps.map((step, place) => (
          <Button
            key={step}
            h={48}
            px={6}
            fz={15}
            variant={place === 0 ? "filled" : "default"}
            loading={busy === step}
            styles={{ label: { whiteSpace: "normal", lineHeight: 1.15 } }}
            onClick={(event) => {
              unfocus(event);
              if (stepMeant())
                void run(step, () => (together === null ? actions.step(alarm, step) : actions.stepRow(together, step)));
            }}
          >
            {t(`step-${step}`)}
            {together !== null && ` ×${together.alarms.length}`}
          </Button>
        ))}
        {steps.length === 0 && can.close && (
          <Button h={48} onClick={() => setForm("close")}>
            {t("step-close")}
          </Button>
        )}
        {can.reopen && (
          <Button
            h={48}
            variant="default"
            loading={busy === "reopen"}
            onClick={(event) => {
              unfocus(event);
              void run("reopen", () => actions.reopen(alarm));
            }}
          >
            {t("step-reopen")}
          </Button>
        )}
      </SimpleGrid>
      {reportable && (
        <Button component="a" href={reportAddress(alarm.id)} target="_blank" variant="default" size="sm">
          {t("report-hurt")}
        </Button>
      )}
      <SmallSteps
        can={can}
        closeShown={steps.length > 0}
        onForm={setForm}
        onRelease={() => run("release", () => actions.step(alarm, "release"))}
      />
    </Group>
  );
}

/** The last summons of the alarm's closing form; each is answered once, so that it does not come back with the alarm. */
function useSummonsOf({ id }: Alarm, answer: () => void): Summons | null {
  const { summons, answerSummons } = useConsole();
  const [last, setLast] = useState<Summons | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a summons is answered once, not at each drawing
  useEffect(() => {
    if (summons?.alarm !== id) return;
    setLast(summons);
    answerSummons();
    answer();
  }, [summons, id]);
  return last;
}

interface SmallProps {
  readonly can: Offered;
  readonly closeShown: boolean;
  readonly onForm: (form: Form) => void;
  readonly onRelease: () => void;
}

function SmallSteps({ can, closeShown, onForm, onRelease }: SmallProps) {
  const { t } = useWords();
  return (
    <>
      {can.close && closeShown && (
        <Button variant="default" size="sm" onClick={() => onForm("close")}>
          {t("step-close")}
        </Button>
      )}
      {can.note && (
        <Button variant="default" size="sm" onClick={() => onForm("note")}>
          {t("add-note")}
        </Button>
      )}
      {can.release && (
        <Button variant="default" size="sm" onClick={onRelease}>
          {t("step-release")}
        </Button>
      )}
    </>
  );
}
