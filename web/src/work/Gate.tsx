/**
 * The way into what needs a sign-in.
 *
 * `useSession` is asked once for all pages; a page that nobody need sign in for is shown without waiting for it.
 */
import { Alert, Center, Loader } from "@mantine/core";
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useRef, useState } from "react";
import { FiguresApi } from "../api/figures";
import { RegisterApi } from "../api/injuries";
import type { Session } from "../api/types";
import { useLong } from "../common/clock";
import { useWords } from "../common/words";
import { SignIn } from "../sign-in/SignIn";

export interface Desk {
  readonly register: RegisterApi;
  readonly figures: FiguresApi;
  /** Undefined while it is being asked for; null when nobody is signed in. */
  readonly session: Session | null | undefined;
  readonly enter: (session: Session) => void;
  readonly signOut: () => Promise<void>;
  /** The server says that the sign-in has ended. */
  readonly lapse: () => void;
}

const DeskContext = createContext<Desk | null>(null);

export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("useDesk outside the work screens");
  return desk;
}

export function DeskProvider({ children }: { readonly children: ReactNode }) {
  const { language, suggest } = useWords();
  const queries = useQueryClient();
  const spoken = useRef(language);
  spoken.current = language;
  const register = useMemo(() => new RegisterApi(() => spoken.current), []);
  const figures = useMemo(() => new FiguresApi(() => spoken.current), []);
  const [session, setSession] = useState<Session | null | undefined>(undefined);

  const enter = useCallback(
    (entered: Session) => {
      suggest(entered.account.language);
      setSession(entered);
    },
    [suggest],
  );
  const lapse = useCallback(() => {
    queries.clear();
    setSession(null);
  }, [queries]);
  const signOut = useCallback(async () => {
    try {
      await register.signOut();
    } finally {
      lapse();
    }
  }, [register, lapse]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the page opens
  useEffect(() => {
    let current = true;
    register.session().then(
      (found) => current && enter(found),
      () => current && setSession(null),
    );
    return () => {
      current = false;
    };
  }, []);

  const desk = useMemo(
    () => ({ register, figures, session, enter, signOut, lapse }),
    [register, figures, session, enter, signOut, lapse],
  );
  return <DeskContext value={desk}>{children}</DeskContext>;
}

/** Shows its children to whoever is signed in, and the sign-in page to anybody else. */
export function SignedIn({ children }: { readonly children: (session: Session) => ReactNode }) {
  const { t } = useWords();
  const { session, register, enter } = useDesk();
  const slow = useLong(session === undefined);
  const [was, setWas] = useState(false);
  useEffect(() => {
    if (session) setWas(true);
  }, [session]);
  if (session === undefined) return <Center mih={320}>{slow && <Loader aria-label={t("loading")} />}</Center>;
  if (session !== null) return children(session);
  return (
    <>
      {was && (
        <Alert color="yellow" m="md" title={t("work-signed-out")} role="alert">
          {t("work-signed-out-detail")}
        </Alert>
      )}
      <SignIn api={register} ended={false} onSignedIn={enter} />
    </>
  );
}
