/** The one click between signing in and the console: it arms the sound. */
import { Alert, Button, Center, Paper, Stack, Text, Title } from "@mantine/core";
import { useEffect, useState } from "react";
import { accountName } from "../api/client";
import type { Session } from "../api/types";
import { LanguageSwitch } from "../common/Choices";
import { Logo } from "../common/Logo";
import { useWords } from "../common/words";
import type { Sounder } from "./sound/sounder";

interface Props {
  readonly session: Session;
  readonly sounder: Sounder;
  readonly onStart: () => void;
  readonly onSignOut: () => void;
}

export function StartShift({ session, sounder, onStart, onSignOut }: Props) {
  const { t } = useWords();
  const [mute, setMute] = useState(false);
  const [busy, setBusy] = useState(false);

  useEffect(() => {
    document.title = `Saqta – ${t("start-shift")}`;
  }, [t]);

  async function start() {
    setBusy(true);
    const state = await sounder.arm().catch(() => "suspended" as const);
    setBusy(false);
    if (state === "armed") onStart();
    else setMute(true);
  }

  return (
    <Center mih="100%" p="md" component="main">
      <Stack w={480} gap="lg">
        <Stack gap="md" align="center">
          <Logo size={36} />
          <LanguageSwitch />
        </Stack>
        <Paper withBorder p="xl" radius="lg">
          <Stack gap="md">
            <Title order={1} fz={26}>
              {t("start-shift-greeting", { name: accountName(session.account) })}
            </Title>
            <Text c="dimmed">{t("start-shift-detail")}</Text>
            {mute && (
              <Alert color="red" variant="light" title={t("start-shift-mute")} role="alert">
                {t("start-shift-mute-do")}
              </Alert>
            )}
            <Button size="xl" h={72} fz={24} onClick={start} loading={busy} autoFocus>
              {t("start-shift")}
            </Button>
            {mute && (
              <Button variant="default" onClick={onStart}>
                {t("start-shift-without-sound")}
              </Button>
            )}
            <Button variant="subtle" onClick={onSignOut}>
              {t("sign-out")}
            </Button>
          </Stack>
        </Paper>
      </Stack>
    </Center>
  );
}
