/** One situation as a large row: kind, place, age, who took it, one big action. */
import { Kbd } from "@mantine/core";
import type { MouseEvent } from "react";
import { KindIcon } from "../../alarm/KindIcon";
import { StateMark } from "../../alarm/StateMark";
import { sourceWords } from "../../alarm/signal";
import { toneOf } from "../../alarm/tone";
import { flagWord, kindWord } from "../../alarm/words";
import { may } from "../../api/client";
import { personName } from "../../common/names";
import { fullTime } from "../../common/times";
import { Age } from "../../common/When";
import { useWords } from "../../common/words";
import { useConsole } from "../context";
import { nextStep, type Row } from "../situations";
import classes from "./AlarmRow.module.css";
import { StepButton } from "./StepButton";

interface Props {
  readonly row: Row;
  readonly chosen: boolean;
  /** The space bar acts on this row. */
  readonly forSpace: boolean;
}

export function AlarmRow({ row, chosen, forSpace }: Props) {
  const { t, language } = useWords();
  const { session, link, places, actions, choose, askHowItEnded } = useConsole();
  const { lead, alarms, waiting } = row;
  const tone = toneOf(lead);
  const source = sourceWords(lead.signal, t);
  const step = nextStep(lead.state);
  const handles = may(session, "alarm.handle");
  const zone = places.timeZone(lead.site);

  function onChoose(event: MouseEvent<HTMLButtonElement>) {
    choose(lead);
    // After a click the space bar must mean the top alarm again, not this button.
    if (event.detail > 0) event.currentTarget.blur();
  }

  return (
    <div className={classes.row} data-tone={tone} data-state={lead.state} data-chosen={chosen} data-alarm={lead.id}>
      <button
        type="button"
        className={classes.choose}
        onClick={onChoose}
        aria-current={chosen}
        aria-label={t("row-label", {
          kind: kindWord(t, lead.kind),
          count: alarms.length,
          place: `${places.zonePath(lead.zone)}, ${places.siteName(lead.site)}`,
          time: fullTime(lead.raised_at, zone, language),
        })}
      />
      <div className={classes.kind}>
        <KindIcon kind={lead.kind} size={34} />
      </div>
      <div className={classes.words}>
        <div className={classes.title}>
          <span className={classes.word}>{kindWord(t, lead.kind)}</span>
          {alarms.length > 1 && <span className={classes.times}>×{alarms.length}</span>}
          {lead.kind === "test" && <span className={classes.tag}>{t("drill")}</span>}
          {lead.silent && <span className={classes.tag}>{t("silent-alarm")}</span>}
        </div>
        <div className={classes.place}>
          <strong>{places.zonePath(lead.zone)}</strong>
          {source !== null && ` · ${source}`} · {places.siteName(lead.site)}
        </div>
        <div className={classes.who}>
          <StateMark state={lead.state} tone={tone} />
          <span className={classes.by}>{whoWords()}</span>
        </div>
      </div>
      <div className={classes.right}>
        <span className={classes.age}>
          <Age since={lead.raised_at} serverNow={link.serverNow} zone={zone} />
        </span>
        {handles && step !== null && (
          <StepButton
            key={lead.id}
            step={step}
            loud={tone === "raised"}
            onStep={() => actions.stepRow(row, step)}
            hint={forSpace ? <Kbd size="xs">{t("key-space")}</Kbd> : null}
          />
        )}
        {handles && step === null && (
          <StepButton step="close" loud={false} onStep={async (how) => askHowItEnded(lead, how)} hint={null} />
        )}
      </div>
    </div>
  );

  /** The most pressing thing first: what is contested, who holds it, what is uncertain. */
  function whoWords(): string {
    if (lead.contested) return t("contested");
    const holder = lead.state === "raised" ? null : personName(lead.by, t);
    const parts = [
      holder,
      lead.state !== "raised" && waiting > 0 ? t("still-waiting", { waiting }) : null,
      lead.state === "raised" && alarms.length > 1 && waiting < alarms.length
        ? t("waiting-of", { waiting, count: alarms.length })
        : null,
      lead.flags[0] === undefined ? null : flagWord(t, lead.flags[0]),
      lead.flags.length > 1 ? t("more-flags", { count: lead.flags.length - 1 }) : null,
    ];
    return parts.filter((part) => part !== null).join(" · ");
  }
}
