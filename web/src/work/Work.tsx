/** The frame of the work screens: where one is, who one is, the two choices; inside it the page of the address. */
import { Button, Center, Loader, Text } from "@mantine/core";
import { lazy, Suspense } from "react";
import { accountName, may } from "../api/client";
import type { Session } from "../api/types";
import { Notice } from "../common/Broken";
import { LanguageSwitch, ThemeSwitch } from "../common/Choices";
import { Logo } from "../common/Logo";
import { useWords } from "../common/words";
import { DeskProvider, SignedIn, useDesk } from "./Gate";
import { follow } from "./Link";
import { type Route, routeOf, useAddress } from "./route";
import classes from "./Work.module.css";

const PublicFigures = lazy(() => import("../figures/public/PublicPage"));
const Check = lazy(() => import("../figures/check/CheckPage"));
const Explore = lazy(() => import("../figures/explore/ExplorePage"));
const Releases = lazy(() => import("../figures/releases/ReleasesPage"));
const Series = lazy(() => import("../figures/series/SeriesPage"));
const Register = lazy(() => import("../register/RegisterPages"));

export function Work() {
  const address = new URL(useAddress(), location.origin);
  const route = routeOf(address.pathname, address.search);
  return (
    <DeskProvider>
      <div className={classes.frame}>
        <Bar route={route} />
        <Suspense
          fallback={
            <Center mih={320}>
              <Loader />
            </Center>
          }
        >
          <Page route={route} />
        </Suspense>
      </div>
    </DeskProvider>
  );
}

function Page({ route }: { readonly route: Route }) {
  const { t } = useWords();
  switch (route.page) {
    case "figures":
      return <PublicFigures id={route.release} revision={route.revision} />;
    case "check":
      return <Check />;
    case "explore":
      return <SignedIn>{(session) => <Explore session={session} />}</SignedIn>;
    case "series":
      return <SignedIn>{(session) => <Series session={session} />}</SignedIn>;
    case "releases":
      return <SignedIn>{(session) => <Releases session={session} />}</SignedIn>;
    case "nowhere":
      return (
        <main id="content">
          <Notice trouble={{ title: t("work-nowhere"), detail: t("work-nowhere-do"), remedy: null }} />
        </main>
      );
    default:
      return <SignedIn>{(session) => <Register route={route} session={session} />}</SignedIn>;
  }
}

const REGISTER_PAGES: readonly Route["page"][] = ["register", "imports", "report", "injury"];

function Bar({ route }: { readonly route: Route }) {
  const { t } = useWords();
  const { session, signOut } = useDesk();
  const mayDo = (action: string) => session != null && may(session, action);
  const places = [
    { href: "/figures", word: "work-figures", here: route.page === "figures" },
    { href: "/register", word: "work-register", here: REGISTER_PAGES.includes(route.page) },
    { href: "/figures/explore", word: "work-explore", here: route.page === "explore" },
    { href: "/figures/check", word: "work-check", here: route.page === "check" },
    ...(mayDo("series.record")
      ? [{ href: "/figures/series", word: "work-series", here: route.page === "series" }]
      : []),
    ...(mayDo("release.publish")
      ? [{ href: "/figures/releases", word: "work-releases", here: route.page === "releases" }]
      : []),
  ];
  return (
    <header className={`${classes.bar} no-print`}>
      <a className={classes.skip} href="#content">
        {t("work-skip")}
      </a>
      <a className={classes.home} href="/figures" onClick={follow} aria-label="Saqta">
        <Logo />
      </a>
      <nav className={classes.nav} aria-label={t("work-nav")}>
        {places.map(({ href, word, here }) => (
          <a key={href} href={href} onClick={follow} aria-current={here ? "page" : undefined}>
            {t(word)}
          </a>
        ))}
        {mayDo("alarm.view") && <a href="/console">{t("work-console")}</a>}
      </nav>
      <div className={classes.choices}>
        {session && <Who session={session} onSignOut={signOut} />}
        <LanguageSwitch short />
        <ThemeSwitch />
      </div>
    </header>
  );
}

function Who({ session, onSignOut }: { readonly session: Session; readonly onSignOut: () => Promise<void> }) {
  const { t } = useWords();
  const role = session.account.roles[0]?.role;
  return (
    <>
      <div className={classes.who}>
        <Text component="span" fz="sm" fw={600} truncate>
          {accountName(session.account)}
        </Text>
        {role !== undefined && (
          <Text component="span" fz="xs" c="dimmed">
            {t(`role-${role}`)}
          </Text>
        )}
      </div>
      <Button size="xs" variant="default" data-sign-out onClick={() => void onSignOut()}>
        {t("sign-out")}
      </Button>
    </>
  );
}
