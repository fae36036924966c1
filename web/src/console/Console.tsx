/** The console: one screen, three columns, no page scroll. */
import { useDisclosure } from "@mantine/hooks";
import { useEffect, useMemo, useState } from "react";
import { type Api, may } from "../api/client";
import type { Alarm, Session } from "../api/types";
import { Notice } from "../common/Broken";
import { useWords } from "../common/words";
import classes from "./Console.module.css";
import { ConsoleContext, type ConsoleParts, type Summons, useLinkView } from "./context";
import { AlarmPane } from "./detail/AlarmPane";
import { FaultBar } from "./frame/FaultBar";
import { KeysHelp } from "./frame/KeysHelp";
import { Notices } from "./frame/Notices";
import { TopBar } from "./frame/TopBar";
import { History } from "./history/History";
import { useView } from "./history/view";
import { Link } from "./link";
import { AlarmList } from "./list/AlarmList";
import { PlacesTree } from "./places/PlacesTree";
import { usePlaces } from "./places/usePlaces";
import type { Sounder } from "./sound/sounder";
import { openFeed } from "./stream/feed";
import { UnrecordedShelf } from "./unrecorded";
import { useActions } from "./useActions";
import { useFaults } from "./useFaults";
import { useKeys } from "./useKeys";
import { useMeant } from "./useMeant";
import { useNotices } from "./useNotices";

interface Props {
  readonly api: Api;
  readonly session: Session;
  readonly sounder: Sounder;
  readonly onSignOut: () => void;
  readonly onSignedOut: () => void;
}

export function Console({ api, session, sounder, onSignOut, onSignedOut }: Props) {
  const { t } = useWords();
  const link = useLink(api, session, sounder);
  const view = useLinkView(link);
  const { places, error, loading } = usePlaces(api, view.directory);
  const { notices, tell, dismiss } = useNotices();
  const actions = useActions(api, link, tell, t);
  const faults = useFaults(api, link, sounder, may(session, "alarm.handle"));
  const [page, goTo] = useView();
  const [help, helpWindow] = useDisclosure(false);
  const [choice, setChoice] = useState<string | null>(null);
  const chosen = chosenAlarm(link, choice, view.rows[0]?.lead);
  const choose = useMemo(() => (alarm: Pick<Alarm, "id">) => setChoice(alarm.id), []);
  const closing = useSummons(setChoice);
  const meant = useMeant(chosen?.id, chosen?.id === choice);
  const onList = page.view === "open";

  useKeys({
    rows: view.rows,
    chosen,
    me: session.account.id,
    mayHandle: may(session, "alarm.handle"),
    covered: help || !onList,
    meant,
    actions,
    choose,
    onHelp: helpWindow.open,
    onEscape: () => {
      helpWindow.close();
      if (document.activeElement instanceof HTMLElement) document.activeElement.blur();
      if (!help) setChoice(null);
    },
  });

  useEffect(() => {
    if (view.phase === "signed-out") onSignedOut();
  }, [view.phase, onSignedOut]);

  useEffect(() => {
    document.title = view.waiting > 0 ? `(${view.waiting}) ${t("console-title")}` : t("console-title");
  }, [view.waiting, t]);

  const parts = useMemo<ConsoleParts>(
    () => ({ api, session, link, sounder, places, actions, tell, choose, ...closing }),
    [api, session, link, sounder, places, actions, tell, choose, closing],
  );

  return (
    <ConsoleContext value={parts}>
      <div className={classes.console}>
        <TopBar page={page} goTo={goTo} onHelp={helpWindow.open} onSignOut={onSignOut} />
        <FaultBar faults={faults} />
        {view.phase === "refused" || !may(session, "alarm.view") ? (
          <main>
            <Notice trouble={{ title: t("no-right"), detail: t("no-right-detail"), remedy: t("no-right-do") }} />
          </main>
        ) : onList ? (
          <main className={classes.columns}>
            <PlacesTree error={error} loading={loading} />
            <AlarmList chosen={chosen} faulty={faults.some(({ what }) => what === "stream-silent")} />
            <AlarmPane alarm={chosen} meant={meant} />
          </main>
        ) : (
          <History page={page} goTo={goTo} />
        )}
        <KeysHelp opened={help} onClose={helpWindow.close} />
        <Notices notices={notices} dismiss={dismiss} />
      </div>
    </ConsoleContext>
  );
}

function useSummons(choose: (alarm: string) => void) {
  const [summons, setSummons] = useState<Summons | null>(null);
  return useMemo(
    () => ({
      summons,
      askHowItEnded: ({ id }: Pick<Alarm, "id">, how: Summons["how"]) => {
        choose(id);
        setSummons({ alarm: id, how });
      },
      answerSummons: () => setSummons(null),
    }),
    [summons, choose],
  );
}

/** The one the person chose while it can be shown, else the top one. */
function chosenAlarm(link: Link, choice: string | null, top: Alarm | undefined): Alarm | undefined {
  return (choice === null ? undefined : link.book.get(choice)) ?? top;
}

function useLink(api: Api, session: Session, sounder: Sounder): Link {
  const link = useMemo(() => newLink(api, sounder), [api, sounder]);
  useEffect(() => {
    link.start(session.account.id);
    return () => {
      link.stop();
      sounder.setSiren(false);
    };
  }, [link, session.account.id, sounder]);
  return link;
}

function newLink(api: Api, sounder: Sounder): Link {
  return new Link({
    api,
    openFeed,
    now: () => performance.now(),
    wallClock: () => Date.now(),
    shelf: new UnrecordedShelf(globalThis.localStorage ?? null),
    onSound: (siren, chime) => {
      sounder.setSiren(siren);
      if (chime) sounder.chime();
    },
  });
}
