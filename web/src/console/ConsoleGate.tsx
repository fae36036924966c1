/**
 * The way into the console: sign in, then start the shift.
 *
 * The "start shift" click is not ceremony. Browsers keep a page mute until it has been clicked, and a mute console
 * is worse than none; so whoever handles alarms hears the test beep before the console opens.
 */
import { Center, Loader } from "@mantine/core";
import { useEffect, useMemo, useRef, useState } from "react";
import { Api, may } from "../api/client";
import type { Session } from "../api/types";
import { useLong } from "../common/clock";
import { useWords } from "../common/words";
import { SignIn } from "../sign-in/SignIn";
import { Console } from "./Console";
import { StartShift } from "./StartShift";
import { Sounder } from "./sound/sounder";

type Stage =
  | { readonly at: "asking" }
  | { readonly at: "sign-in"; readonly ended: boolean }
  | { readonly at: "start"; readonly session: Session }
  | { readonly at: "console"; readonly session: Session };

export function ConsoleGate() {
  const { language, suggest } = useWords();
  const spoken = useRef(language);
  spoken.current = language;
  const api = useMemo(() => new Api(() => spoken.current), []);
  const sounder = useMemo(() => new Sounder(), []);
  const [stage, setStage] = useState<Stage>({ at: "asking" });
  const slow = useLong(stage.at === "asking");

  function enter(session: Session) {
    suggest(session.account.language);
    // Whoever only looks on needs no sound.
    setStage(may(session, "alarm.handle") ? { at: "start", session } : { at: "console", session });
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the page opens
  useEffect(() => {
    let current = true;
    api.session().then(
      (session) => current && enter(session),
      () => {
        // A server that is away is no reason to hide the way in: the sign-in page says what is wrong.
        if (current) setStage({ at: "sign-in", ended: false });
      },
    );
    return () => {
      current = false;
    };
  }, []);

  function leave(ended: boolean) {
    void sounder.disarm();
    setStage({ at: "sign-in", ended });
  }

  async function signOut() {
    try {
      await api.signOut();
    } finally {
      leave(false);
    }
  }

  switch (stage.at) {
    case "asking":
      return <Center h="100%">{slow && <Loader />}</Center>;
    case "sign-in":
      return <SignIn api={api} ended={stage.ended} onSignedIn={enter} />;
    case "start":
      return (
        <StartShift
          session={stage.session}
          sounder={sounder}
          onStart={() => setStage({ at: "console", session: stage.session })}
          onSignOut={signOut}
        />
      );
    case "console":
      return (
        <Console
          api={api}
          session={stage.session}
          sounder={sounder}
          onSignOut={signOut}
          onSignedOut={() => leave(true)}
        />
      );
  }
}
