/** What stands where an answer will: loading when it takes long, what is wrong when it fails, else the answer. */
import { Button, Center, Loader, Stack, Text } from "@mantine/core";
import type { UseQueryResult } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { Refused } from "../api/client";
import { Notice, troubleOf } from "../common/Broken";
import { useLong } from "../common/clock";
import { useWords } from "../common/words";
import { useDesk } from "./Gate";

interface Props<Answer> {
  readonly query: Pick<UseQueryResult<Answer>, "data" | "error" | "isPending" | "refetch">;
  readonly children: (answer: Answer) => ReactNode;
}

export function Answered<Answer>({ query: { data, error, isPending, refetch }, children }: Props<Answer>) {
  const { t } = useWords();
  const { lapse } = useDesk();
  const slow = useLong(isPending);
  const ended = error instanceof Refused && error.status === 401;
  useEffect(() => {
    if (ended) lapse();
  }, [ended, lapse]);
  if (data !== undefined) return children(data);
  if (error !== null)
    return (
      <Notice trouble={troubleOf(error, t)}>
        <Button onClick={() => void refetch()}>{t("try-again")}</Button>
      </Notice>
    );
  return (
    <Center mih={280} aria-busy="true">
      {slow && (
        <Stack align="center" gap="xs" role="status">
          <Loader />
          <Text c="dimmed">{t("work-slow")}</Text>
        </Stack>
      )}
    </Center>
  );
}
