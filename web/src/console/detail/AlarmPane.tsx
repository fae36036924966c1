/** The right column: everything about the chosen alarm, and what can be done about it. */
import { Alert, Button } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { KindIcon } from "../../alarm/KindIcon";
import { StateMark } from "../../alarm/StateMark";
import { sourceWords } from "../../alarm/signal";
import { toneOf } from "../../alarm/tone";
import { flagWord, kindWord } from "../../alarm/words";
import type { Alarm } from "../../api/types";
import { Notice, troubleOf } from "../../common/Broken";
import { useLong } from "../../common/clock";
import { personName } from "../../common/names";
import { fullTime } from "../../common/times";
import { Age, At } from "../../common/When";
import { useWords } from "../../common/words";
import { useConsole, useLinkView } from "../context";
import classes from "./AlarmPane.module.css";
import { Members } from "./Members";
import { PaneActions } from "./PaneActions";
import { Timeline } from "./Timeline";

interface Props<Shown> {
  readonly alarm: Shown;
  /** Whether the alarm shown is the one the person has been looking at. */
  readonly meant: () => boolean;
}

export function AlarmPane({ alarm, meant }: Props<Alarm | undefined>) {
  const { t } = useWords();
  return (
    <section className={classes.column} aria-label={t("chosen-alarm")}>
      {alarm === undefined ? (
        <Notice trouble={{ title: t("nothing-chosen"), detail: t("nothing-chosen-detail"), remedy: null }} />
      ) : (
        <Pane key={alarm.situation} alarm={alarm} meant={meant} />
      )}
    </section>
  );
}

/** Only then does the sender's clock say something that the server's does not. */
const CLOCK_FLAGS = ["late", "wrong-clock"];

function Pane({ alarm, meant }: Props<Alarm>) {
  const { t, language } = useWords();
  const { api, link, places } = useConsole();
  const { rows } = useLinkView(link);
  const row = useMemo(() => rows.find(({ situation }) => situation === alarm.situation), [rows, alarm.situation]);
  const asOf = link.book.asOf(alarm.id);
  const detail = useQuery({
    queryKey: ["alarm", alarm.id, asOf, alarm.state],
    queryFn: () => api.alarm(alarm.id),
    // While the new timeline loads the old one of the same alarm stays; another alarm's never does.
    placeholderData: (before) => (before?.id === alarm.id ? before : undefined),
    gcTime: 60_000,
  });
  const slow = useLong(detail.isPending);
  const zone = places.timeZone(alarm.site);
  const tone = toneOf(alarm);
  const source = sourceWords(alarm.signal, t);

  return (
    <div className={classes.pane} data-testid="pane" data-alarm={alarm.id}>
      <header className={classes.head} data-tone={tone} data-state={alarm.state}>
        <KindIcon kind={alarm.kind} size={30} />
        <h2>{kindWord(t, alarm.kind)}</h2>
        <span className={classes.age}>
          {alarm.state !== "closed" && <Age since={alarm.raised_at} serverNow={link.serverNow} zone={zone} />}
        </span>
      </header>
      <div className={classes.body}>
        <p className={classes.place}>
          <strong>{places.zonePath(alarm.zone)}</strong>
          <span>{places.siteName(alarm.site)}</span>
          {source !== null && <span data-testid="signal-source">{source}</span>}
        </p>
        <div className={classes.facts}>
          <StateMark state={alarm.state} tone={tone} />
          <Holder alarm={alarm} />
        </div>
        <p className={classes.origin}>
          {t(`origin-${alarm.origin}`)}
          {alarm.raised_by !== null && `: ${personName(alarm.raised_by, t)}`}
          {alarm.device !== null && ` · ${alarm.device}`}
          {alarm.silent && ` · ${t("silent-alarm")}`}
          {" · "}
          <At at={alarm.raised_at} zone={zone} />
        </p>
        {alarm.pressed_at !== null && CLOCK_FLAGS.some((flag) => alarm.flags.includes(flag)) && (
          <p className={classes.origin} data-testid="pressed-at">
            {t("pressed-at", { time: fullTime(alarm.pressed_at, zone, language) })}
          </p>
        )}
        {alarm.contested && (
          <Alert color="red" variant="light" p="xs" title={t("contested")}>
            {t("contested-detail")}
          </Alert>
        )}
        {alarm.flags.length > 0 && (
          <ul className={classes.flags} aria-label={t("flags")}>
            {alarm.flags.map((flag) => (
              <li key={flag}>{flagWord(t, flag)}</li>
            ))}
          </ul>
        )}
        <PaneActions key={alarm.id} alarm={alarm} row={row} meant={meant} />
        <Phones site={alarm.site} />
        {row !== undefined && row.alarms.length > 1 && <Members row={row} chosen={alarm} />}
        <h3>{t("timeline")}</h3>
        {detail.error !== null && (
          <Alert color="yellow" p="xs" title={troubleOf(detail.error, t).title}>
            <Button size="xs" variant="default" onClick={() => void detail.refetch()}>
              {t("try-again")}
            </Button>
          </Alert>
        )}
        {slow && <p className={classes.origin}>{t("loading")}</p>}
        {detail.data !== undefined && <Timeline items={detail.data.timeline} zone={zone} />}
      </div>
    </div>
  );
}

function Holder({ alarm }: { readonly alarm: Alarm }) {
  const { t } = useWords();
  const name = alarm.state === "raised" ? null : personName(alarm.by, t);
  return <span className={classes.holder}>{name ?? (alarm.state === "raised" ? t("nobody-yet") : "")}</span>;
}

function Phones({ site }: { readonly site: string }) {
  const { t } = useWords();
  const { places } = useConsole();
  const phones = places.phones(site);
  if (phones.length === 0) return null;
  return (
    <section aria-label={t("phones")}>
      <h3>{t("phones")}</h3>
      <ul className={classes.phones}>
        {phones.map(({ name, number }) => (
          <li key={`${name} ${number}`}>
            <span>{name}</span>
            <a href={`tel:${number.replace(/[^+\d]/g, "")}`}>{number}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
