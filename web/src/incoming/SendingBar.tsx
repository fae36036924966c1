/** How much of a file has left. */
import { Button, Progress } from "@mantine/core";
import { useScribe } from "../figures/charts/frame/words";
import classes from "./Incoming.module.css";
import { sizeWords } from "./size";
import type { Sending } from "./useSending";

export function SendingBar({ sending: { progress, stop } }: { readonly sending: Sending }) {
  const { t, numbers } = useScribe();
  if (progress === null) return null;
  const { sent, total } = progress;
  const isSent = sent >= total;
  const words = isSent
    ? t("file-arriving")
    : t("file-sending", { sent: sizeWords(t, numbers, sent), total: sizeWords(t, numbers, total) });
  return (
    <div className={classes.sending} data-testid="sending">
      <p role="status">{words}</p>
      <Progress.Root size="lg">
        <Progress.Section value={total === 0 ? 100 : (sent / total) * 100} animated={isSent} aria-label={words} />
      </Progress.Root>
      {!isSent && (
        <Button mt="xs" size="xs" variant="default" onClick={stop}>
          {t("file-stop")}
        </Button>
      )}
    </div>
  );
}
