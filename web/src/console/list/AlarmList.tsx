/** The middle column: the open alarms as large rows, drawn only where they can be seen. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useEffect, useRef } from "react";
import type { Alarm } from "../../api/types";
import { Notice } from "../../common/Broken";
import { useLong } from "../../common/clock";
import { useWords } from "../../common/words";
import { useConsole, useLinkView } from "../context";
import { rowForSpace } from "../situations";
import classes from "./AlarmList.module.css";
import { AlarmRow } from "./AlarmRow";
import { UnrecordedRow } from "./UnrecordedRow";

const ROW_HEIGHT = 98;

interface Props {
  readonly chosen: Alarm | undefined;
  /** The server has not been heard: an empty list says nothing. */
  readonly faulty: boolean;
}

export function AlarmList({ chosen, faulty }: Props) {
  const { t } = useWords();
  const { link, session } = useConsole();
  const { rows, count, waiting, phase, unrecorded } = useLinkView(link);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 4,
    getItemKey: (index) => rows[index]?.situation ?? index,
  });
  const chosenIndex = rows.findIndex(({ situation }) => situation === chosen?.situation);
  useEffect(() => {
    if (chosenIndex >= 0) virtual.scrollToIndex(chosenIndex);
  }, [chosenIndex, virtual]);
  const spaceRow = rowForSpace(rows, session.account.id);
  const slow = useLong(phase === "loading");

  return (
    <section className={classes.column} aria-label={t("open-alarms")}>
      <div className={classes.heading}>
        <h1>{t("open-alarms")}</h1>
        <span data-testid="counts">{count > 0 && t("open-alarms-counts", { count, waiting })}</span>
      </div>
      {unrecorded.length > 0 && (
        <ul className={classes.unrecorded}>
          {unrecorded.map((press) => (
            <UnrecordedRow key={press.press.key} press={press} />
          ))}
        </ul>
      )}
      {rows.length === 0 ? (
        <Empty loading={phase === "loading"} slow={slow} faulty={faulty} />
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        <div ref={scroller} className={classes.scroller} tabIndex={0} data-testid="rows">
          <ul style={{ height: virtual.getTotalSize() }} className={classes.list}>
            {virtual.getVirtualItems().map((item) => {
              const row = rows[item.index];
              return row === undefined ? null : (
                <li
                  key={item.key}
                  className={classes.item}
                  style={{ height: ROW_HEIGHT, transform: `translateY(${item.start}px)` }}
                >
                  <AlarmRow row={row} chosen={item.index === chosenIndex} forSpace={row === spaceRow} />
                </li>
              );
            })}
          </ul>
        </div>
      )}
      <Announcer waiting={waiting} />
    </section>
  );
}

function Empty({
  loading,
  slow,
  faulty,
}: {
  readonly loading: boolean;
  readonly slow: boolean;
  readonly faulty: boolean;
}) {
  const { t } = useWords();
  if (faulty) {
    return <Notice trouble={{ title: t("list-unknown"), detail: t("list-unknown-detail"), remedy: null }} />;
  }
  if (loading) {
    return slow ? (
      <Notice trouble={{ title: t("loading-alarms"), detail: t("loading-alarms-detail"), remedy: null }} />
    ) : null;
  }
  return (
    <div className={classes.calm} data-testid="calm">
      <svg width="72" height="72" viewBox="0 0 72 72" aria-hidden="true">
        <circle cx="36" cy="36" r="33" />
        <path d="M22 37.5l10 10L51 27.5" />
      </svg>
      <p>{t("calm")}</p>
      <p>{t("calm-detail")}</p>
    </div>
  );
}

/** Says to a screen reader that the number of waiting alarms has changed. */
function Announcer({ waiting }: { readonly waiting: number }) {
  const { t } = useWords();
  return (
    <div className="visually-hidden" role="status" aria-live="assertive">
      {waiting > 0 && t("waiting-announcement", { waiting })}
    </div>
  );
}
