/**
 * Closing: how it ended, what contributed, a note; for one alarm or for all of its situation.
 *
 * Whether somebody was hurt is asked by a second way to close, so that whoever has nothing to report presses no key more.
 */
import { Button, Checkbox, Group, Radio, Stack, Text, Textarea } from "@mantine/core";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { factorWord, outcomeWord } from "../../alarm/words";
import { may } from "../../api/client";
import { type Alarm, FACTORS, type Factor, OUTCOMES, type Outcome } from "../../api/types";
import { useDraft } from "../../common/drafts";
import { useWords } from "../../common/words";
import { type Summons, useConsole } from "../context";
import type { Row } from "../situations";
import classes from "./AlarmPane.module.css";

interface Props {
  readonly alarm: Alarm;
  readonly row: Row | undefined;
  /** It was asked for from the list: it comes into view, also when it stands there already. */
  readonly summons: Summons | null;
  readonly onDone: () => void;
}

interface Draft {
  readonly outcome: Outcome | null;
  readonly factors: readonly Factor[];
  readonly note: string;
  readonly all: boolean;
}

/** Where an injury in an alarm is reported, filled in with what the alarm says already. */
export function reportAddress(alarm: string): string {
  return `/register/new?alarm=${encodeURIComponent(alarm)}`;
}

export function CloseForm({ alarm, row, summons, onDone }: Props) {
  const { t } = useWords();
  const { actions, session, tell } = useConsole();
  const first: Draft = { outcome: alarm.kind === "test" ? "test" : null, factors: [], note: "", all: true };
  const { draft, kept, change, clear } = useDraft<Draft>(`close.${alarm.id}`, first);
  const [busy, setBusy] = useState(false);
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (summons === null) return;
    form.current?.scrollIntoView({ block: "nearest" });
    const first = form.current?.querySelector<HTMLElement>('input[type="radio"]');
    (summons.how === "keys" ? first : form.current)?.focus({ preventScroll: true });
  }, [summons]);
  const together = row !== undefined && row.alarms.length > 1 ? row.alarms : null;

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const { submitter } = event.nativeEvent as SubmitEvent;
    const hurt = submitter?.dataset.hurt !== undefined;
    const { outcome, factors, note, all } = draft;
    setAsked(true);
    if (outcome === null || busy) return;
    setBusy(true);
    const closing = { outcome, factors, ...(note.trim() === "" ? {} : { note: note.trim() }) };
    const closed = await actions.close(together !== null && all ? together : [alarm], closing);
    setBusy(false);
    if (!closed) return;
    clear();
    onDone();
    // The console stays where it is: the next alarm may come while somebody writes.
    if (hurt && open(reportAddress(alarm.id), "_blank") === null) {
      tell({ title: t("hurt-blocked"), detail: t("hurt-blocked-detail"), remedy: null });
    }
  }

  return (
    <form ref={form} tabIndex={-1} className={classes.closing} onSubmit={submit} aria-label={t("close-title")}>
      <Stack gap="sm">
        <Radio.Group
          label={t("close-outcome")}
          value={draft.outcome ?? ""}
          onChange={(outcome) => change({ ...draft, outcome: outcome as Outcome })}
          error={asked && draft.outcome === null ? t("close-outcome-missing") : null}
        >
          <Group gap="md" mt={6}>
            {OUTCOMES.map((outcome, place) => (
              <Radio
                key={outcome}
                value={outcome}
                label={outcomeWord(t, outcome)}
                autoFocus={place === 0 && summons?.how !== "click"}
              />
            ))}
          </Group>
        </Radio.Group>
        <Checkbox.Group
          label={t("close-factors")}
          value={[...draft.factors]}
          onChange={(factors) => change({ ...draft, factors: factors as Factor[] })}
        >
          <Group gap="xs" mt={6}>
            {FACTORS.map((factor) => (
              <Checkbox key={factor} value={factor} label={factorWord(t, factor)} />
            ))}
          </Group>
        </Checkbox.Group>
        <Textarea
          label={t("note")}
          autosize
          minRows={2}
          maxRows={5}
          maxLength={2000}
          value={draft.note}
          onChange={(event) => change({ ...draft, note: event.currentTarget.value })}
        />
        {together !== null && (
          <Checkbox
            checked={draft.all}
            onChange={(event) => change({ ...draft, all: event.currentTarget.checked })}
            label={t("close-all", { count: together.length })}
          />
        )}
        <Group gap="xs">
          <Button type="submit" loading={busy}>
            {t("close-submit")}
          </Button>
          {draft.outcome === "real" && may(session, "injury.record") && (
            <Button type="submit" variant="default" disabled={busy} data-hurt="">
              {t("close-hurt")}
            </Button>
          )}
          <Button variant="default" onClick={onDone}>
            {t("cancel")}
          </Button>
          <Text fz="sm" c="dimmed" aria-live="polite">
            {kept && t("draft-kept")}
          </Text>
        </Group>
      </Stack>
    </form>
  );
}
