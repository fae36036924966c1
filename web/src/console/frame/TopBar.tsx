/** Who is on shift, whether the console hears the server and can be heard, and the few choices. */
import { ActionIcon, Button, Group, SegmentedControl, Text, Tooltip } from "@mantine/core";
import { accountName, may } from "../../api/client";
import { LanguageSwitch, ThemeSwitch } from "../../common/Choices";
import { useEverySecond } from "../../common/clock";
import { Logo } from "../../common/Logo";
import { useWords } from "../../common/words";
import { useConsole, useLinkView, useSirenOn, useSoundState } from "../context";
import { SILENCE_MS } from "../faults";
import type { View } from "../history/view";
import classes from "./TopBar.module.css";

interface Props {
  readonly page: View;
  readonly goTo: (view: View) => void;
  readonly onHelp: () => void;
  readonly onSignOut: () => void;
}

export function TopBar({ page, goTo, onHelp, onSignOut }: Props) {
  const { t } = useWords();
  const { session, link } = useConsole();
  const { count } = useLinkView(link);
  const role = session.account.roles[0]?.role;
  return (
    <header className={`${classes.bar} no-print`}>
      <Logo />
      <SegmentedControl
        size="sm"
        aria-label={t("views")}
        value={page.view}
        onChange={(view) => goTo(view === "history" ? { ...page, view: "history" } : { view: "open" })}
        data={[
          { value: "open", label: t("view-open", { count }) },
          { value: "history", label: t("view-history") },
        ]}
      />
      <div className={classes.person}>
        <Text component="span" fw={600} fz={14} lh="17px" truncate>
          {accountName(session.account)}
        </Text>
        <Text component="span" fz={12} lh="15px" c="dimmed" truncate>
          {role === undefined ? t("on-shift") : t(`role-${role}`)}
          {!may(session, "alarm.handle") && `, ${t("view-only")}`}
        </Text>
      </div>
      <Heartbeat />
      <SoundSign />
      <Group gap={8} ml="auto" wrap="nowrap">
        <LanguageSwitch short />
        <ThemeSwitch />
        <Tooltip label={t("keys-title")}>
          <ActionIcon variant="default" size={32} aria-label={t("keys-title")} onClick={onHelp} fw={700}>
            ?
          </ActionIcon>
        </Tooltip>
        <Button variant="default" size="xs" h={32} onClick={onSignOut}>
          {t("sign-out")}
        </Button>
      </Group>
    </header>
  );
}

function Heartbeat() {
  const { t } = useWords();
  const { link } = useConsole();
  const age = useEverySecond(() => performance.now() - link.heardAt);
  const seconds = Math.max(0, Math.floor(age / 1_000));
  return (
    <Tooltip label={t("link-detail")}>
      <span className={classes.sign} data-state={age >= SILENCE_MS ? "fault" : "good"} data-testid="heartbeat">
        <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
          {age >= SILENCE_MS ? <path d="M3 3l10 10M13 3L3 13" /> : <path d="M1 8.5h3.5L6.5 3l3 10 2-4.5H15" />}
        </svg>
        {t("link-age", { seconds })}
      </span>
    </Tooltip>
  );
}

function SoundSign() {
  const { t } = useWords();
  const { session, sounder } = useConsole();
  const state = useSoundState(sounder);
  const siren = useSirenOn(sounder);
  if (!may(session, "alarm.handle")) return null;
  return (
    <span
      className={classes.sign}
      data-state={state === "armed" ? (siren ? "siren" : "good") : "fault"}
      data-testid="sound"
      data-sound={state}
      data-siren={siren ? "on" : "off"}
    >
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true">
        <path d="M1.5 6v4H4l3.5 3V3L4 6z" />
        {state === "armed" ? (
          <path d="M10 5.5a3.5 3.5 0 0 1 0 5M12 3.5a6.3 6.3 0 0 1 0 9" />
        ) : (
          <path d="M10.5 6l4 4M14.5 6l-4 4" />
        )}
      </svg>
      {siren && state === "armed" ? t("sound-siren") : t(`sound-${state}`)}
    </span>
  );
}
