/** The sign-in page. Attempts are limited by the server; this page says when to try again. */
import { Alert, Anchor, Button, Center, Paper, PasswordInput, Stack, Text, TextInput, Title } from "@mantine/core";
import { type FormEvent, useEffect, useState } from "react";
import { type Api, Refused } from "../api/client";
import type { Session } from "../api/types";
import { type Trouble, troubleOf } from "../common/Broken";
import { LanguageSwitch } from "../common/Choices";
import { Logo } from "../common/Logo";
import { useWords } from "../common/words";

interface Props {
  readonly api: Api;
  /** The session ended by itself: alarms are not shown here, and the page must say so. */
  readonly ended: boolean;
  readonly onSignedIn: (session: Session) => void;
}

export function SignIn({ api, ended, onSignedIn }: Props) {
  const { t, language } = useWords();
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [trouble, setTrouble] = useState<Trouble | null>(null);
  const [busy, setBusy] = useState(false);
  const wait = useCountdown();

  useEffect(() => {
    document.title = `Saqta – ${t("sign-in")}`;
  }, [t]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: an old message in the other language is worse than none
  useEffect(() => setTrouble(null), [language]);

  async function submit(event: FormEvent) {
    event.preventDefault();
    if (busy || wait.seconds > 0) return;
    setBusy(true);
    setTrouble(null);
    try {
      onSignedIn(await api.signIn(login.trim(), password));
    } catch (error) {
      setTrouble(troubleOf(error, t));
      setPassword("");
      if (error instanceof Refused && error.retryAfter !== null) wait.start(error.retryAfter);
    } finally {
      setBusy(false);
    }
  }

  return (
    <Center mih="100%" p="md" component="main">
      <Stack w={400} gap="lg" align="stretch">
        <Stack gap="md" align="center">
          <Logo size={36} />
          <LanguageSwitch />
        </Stack>
        {ended && (
          <Alert color="red" variant="filled" title={t("session-ended")} role="alert">
            {t("session-ended-detail")}
          </Alert>
        )}
        <Paper withBorder p="xl" radius="lg" component="form" onSubmit={submit}>
          <Stack gap="md">
            <Title order={1} fz={24}>
              {t("sign-in")}
            </Title>
            <TextInput
              label={t("sign-in-login")}
              value={login}
              onChange={(event) => setLogin(event.currentTarget.value)}
              autoComplete="username"
              autoCapitalize="none"
              spellCheck={false}
              size="md"
              required
              withAsterisk={false}
              data-autofocus
              autoFocus
            />
            <PasswordInput
              label={t("sign-in-password")}
              value={password}
              onChange={(event) => setPassword(event.currentTarget.value)}
              autoComplete="current-password"
              size="md"
              required
              withAsterisk={false}
              visibilityToggleButtonProps={{ "aria-label": t("sign-in-show-password") }}
            />
            {trouble !== null && (
              <Alert color="red" variant="light" title={trouble.title} role="alert">
                {trouble.detail} {wait.seconds > 0 ? t("sign-in-wait", { seconds: wait.seconds }) : trouble.remedy}
              </Alert>
            )}
            <Button type="submit" size="lg" loading={busy} disabled={wait.seconds > 0}>
              {t("sign-in-submit")}
            </Button>
          </Stack>
        </Paper>
        <Text ta="center" c="dimmed" fz="sm">
          {t("sign-in-press")}{" "}
          <Anchor href="/press" fz="inherit" underline="always">
            {t("landing-press")}
          </Anchor>
        </Text>
      </Stack>
    </Center>
  );
}

function useCountdown() {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    if (seconds <= 0) return;
    const timer = setTimeout(() => setSeconds(seconds - 1), 1_000);
    return () => clearTimeout(timer);
  }, [seconds]);
  return { seconds, start: setSeconds };
}
