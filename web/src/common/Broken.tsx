/** What a screen shows instead of its content: what happened, what is safe, what to do. */
import { Button, Center, Stack, Text, Title } from "@mantine/core";
import { Component, type ReactNode } from "react";
import { Refused } from "../api/client";
import { type Say, useWords } from "./words";

export interface Trouble {
  readonly title: string;
  readonly detail: string | null;
  readonly remedy: string | null;
}

/** The words for a failed request; the server's own where it gave any. */
export function troubleOf(error: unknown, t: Say): Trouble {
  if (error instanceof Refused) {
    const { title, detail, do: remedy } = error.problem;
    return { title, detail: detail ?? null, remedy: remedy ?? null };
  }
  return { title: t("trouble-away"), detail: t("trouble-away-detail"), remedy: t("trouble-away-do") };
}

export function Notice({ trouble, children }: { readonly trouble: Trouble; readonly children?: ReactNode }) {
  return (
    <Center h="100%" p="lg">
      <Stack gap="xs" maw={420} ta="center" align="center" role="status">
        <Title order={2} fz={20}>
          {trouble.title}
        </Title>
        {trouble.detail !== null && <Text c="dimmed">{trouble.detail}</Text>}
        {trouble.remedy !== null && <Text>{trouble.remedy}</Text>}
        {children}
      </Stack>
    </Center>
  );
}

interface Broken {
  readonly broken: boolean;
}

/** Catches a fault of the screen itself. A blank page would look like a calm one. */
export class Catch extends Component<{ readonly children: ReactNode }, Broken> {
  override state: Broken = { broken: false };

  static getDerivedStateFromError(): Broken {
    return { broken: true };
  }

  override render() {
    return this.state.broken ? <ScreenBroken /> : this.props.children;
  }
}

function ScreenBroken() {
  const { t } = useWords();
  return (
    <Notice trouble={{ title: t("screen-broken"), detail: t("screen-broken-detail"), remedy: t("screen-broken-do") }}>
      <Button size="md" onClick={() => location.reload()}>
        {t("reload")}
      </Button>
    </Notice>
  );
}
