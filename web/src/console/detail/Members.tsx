/** The alarms of one situation, each by itself: none is merged. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef } from "react";
import { KindIcon } from "../../alarm/KindIcon";
import { StateMark } from "../../alarm/StateMark";
import { toneOf } from "../../alarm/tone";
import { kindWord } from "../../alarm/words";
import type { Alarm } from "../../api/types";
import { clockTime } from "../../common/times";
import { useWords } from "../../common/words";
import { useConsole } from "../context";
import { compareAlarms } from "../ordering";
import type { Row } from "../situations";
import classes from "./Members.module.css";

const MEMBER_HEIGHT = 38;

export function Members({ row, chosen }: { readonly row: Row; readonly chosen: Alarm }) {
  const { t, language } = useWords();
  const { places, choose } = useConsole();
  const members = useMemo(() => [...row.alarms].sort(compareAlarms), [row.alarms]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: members.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => MEMBER_HEIGHT,
    overscan: 4,
    getItemKey: (index) => members[index]?.id ?? index,
  });
  const title = t("members", { count: members.length });
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <div ref={scroller} className={classes.scroller}>
        <ul style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map((item) => {
            const alarm = members[item.index];
            return alarm === undefined ? null : (
              <li key={item.key} style={{ transform: `translateY(${item.start}px)` }}>
                <button
                  type="button"
                  aria-current={alarm.id === chosen.id}
                  onClick={(event) => {
                    choose(alarm);
                    if (event.detail > 0) event.currentTarget.blur();
                  }}
                >
                  <KindIcon kind={alarm.kind} size={18} />
                  <time dateTime={alarm.raised_at}>
                    {clockTime(alarm.raised_at, places.timeZone(alarm.site), language)}
                  </time>
                  <span>{kindWord(t, alarm.kind)}</span>
                  <StateMark state={alarm.state} tone={toneOf(alarm)} />
                </button>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
