/** The register: the list, one injury with everything that was reported of it, the form. */
import { useQuery } from "@tanstack/react-query";
import { createContext, useContext, useEffect, useMemo } from "react";
import { may } from "../api/client";
import type { Session, Site } from "../api/types";
import { nameIn } from "../common/names";
import { MoreWords, useWords } from "../common/words";
import { useDesk } from "../work/Gate";
import { NoRight } from "../work/NoRight";
import type { Route } from "../work/route";
import { REGISTER } from "./catalogues";
import { ErasePage } from "./EraseInjured";
import { InjuryPage } from "./InjuryPage";
import { ImportsPage } from "./imports/ImportsPage";
import { RegisterList } from "./RegisterList";
import { ReportPage } from "./ReportPage";
import type { Speaker } from "./words";

interface Props {
  readonly route: Extract<Route, { page: "register" | "report" | "injury" | "imports" }>;
  readonly session: Session;
}

export default function RegisterPages(props: Props) {
  return (
    <MoreWords catalogues={REGISTER}>
      <Pages {...props} />
    </MoreWords>
  );
}

export interface Sites {
  readonly sites: readonly Site[];
  readonly speaker: Speaker;
}

const SitesContext = createContext<Sites | null>(null);

export function useSites(): Sites {
  const sites = useContext(SitesContext);
  if (sites === null) throw new Error("useSites outside the register");
  return sites;
}

const NO_SITES: readonly Site[] = [];

function Pages({ route, session }: Props) {
  const { t, language } = useWords();
  const { register } = useDesk();
  const maySee = may(session, "injury.view") || may(session, "injury.view-coarse");
  // Without the directory the register still works: sites are then shown by their ids.
  const { data: sites = NO_SITES } = useQuery({
    queryKey: ["sites"],
    queryFn: () => register.sites(),
    enabled: may(session, "directory.view"),
    staleTime: 300_000,
  });
  const shared = useMemo((): Sites => {
    const names = new Map(sites.map(({ id, name }) => [id, name]));
    return { sites, speaker: { t, language, siteName: (id) => nameIn(names.get(id), language, id) } };
  }, [sites, t, language]);
  useEffect(() => {
    document.title = `Saqta – ${t("work-register")}`;
  }, [t]);

  return <SitesContext value={shared}>{page()}</SitesContext>;

  function page() {
    if (route.page === "report") {
      return may(session, "injury.record") ? (
        <ReportPage alarm={route.alarm} session={session} />
      ) : (
        <NoRight session={session} what={t("register-report")} />
      );
    }
    if (route.page === "imports") {
      return may(session, "register.import") ? <ImportsPage /> : <NoRight session={session} what={t("imports-open")} />;
    }
    // An administrator erases who was hurt on request, and sees no injury.
    if (route.page === "injury" && !may(session, "injury.view") && may(session, "person.erase")) {
      return <ErasePage key={route.id} id={route.id} />;
    }
    if (!maySee) return <NoRight session={session} what={t("work-register")} />;
    return route.page === "register" ? (
      <RegisterList session={session} />
    ) : (
      <InjuryPage key={route.id} id={route.id} session={session} />
    );
  }
}
