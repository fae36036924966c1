/** Ages that count up, with the absolute time at hand. */
import { Tooltip } from "@mantine/core";
import { formatAge } from "./age";
import { useEverySecond } from "./clock";
import { clockTime, fullTime } from "./times";
import { useWords } from "./words";

interface AgeProps {
  readonly since: string;
  readonly serverNow: () => number;
  readonly zone: string | null;
}

/** `03:20`, counting; the absolute time at the site on hover. */
export function Age({ since, serverNow, zone }: AgeProps) {
  const { language } = useWords();
  const age = useEverySecond(() => formatAge(serverNow() - Date.parse(since)));
  return (
    <Tooltip label={fullTime(since, zone, language)} openDelay={200}>
      <time dateTime={since}>{age}</time>
    </Tooltip>
  );
}

/** `04:12:37`, the date with it on hover. */
export function At({ at, zone }: { readonly at: string; readonly zone: string | null }) {
  const { language } = useWords();
  return (
    <Tooltip label={fullTime(at, zone, language)} openDelay={200}>
      <time dateTime={at}>{clockTime(at, zone, language)}</time>
    </Tooltip>
  );
}
