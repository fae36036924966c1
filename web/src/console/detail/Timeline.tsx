/** What happened to an alarm, oldest first. */
import { partsOf } from "../../alarm/signal";
import { factorWord, outcomeWord } from "../../alarm/words";
import { type Claim, HAPPENINGS, type Signal, type TimelineItem } from "../../api/types";
import { personName } from "../../common/names";
import { At } from "../../common/When";
import { type Say, useWords } from "../../common/words";
import classes from "./Timeline.module.css";

interface Props {
  readonly items: readonly TimelineItem[];
  readonly zone: string | null;
}

export function Timeline({ items, zone }: Props) {
  const { t } = useWords();
  return (
    <ol className={classes.timeline} data-testid="timeline">
      {items.map((item) => (
        <li key={item.position} data-type={item.type}>
          <At at={item.at} zone={zone} />
          <div>
            <span className={classes.what}>{happeningWords(item, t)}</span>
            {item.outcome !== null && (
              <span className={classes.more}>
                {[outcomeWord(t, item.outcome), ...(item.factors ?? []).map((factor) => factorWord(t, factor))].join(
                  " · ",
                )}
              </span>
            )}
            {item.note !== null && item.note !== "" && <span className={classes.note}>{item.note}</span>}
            {item.claim != null && <span className={classes.more}>{claimWords(item.claim, t)}</span>}
            {item.signal !== null && <span className={classes.more}>{signalWords(item.signal, t)}</span>}
          </div>
        </li>
      ))}
    </ol>
  );
}

function happeningWords({ type, by }: TimelineItem, t: Say): string {
  const happening = HAPPENINGS.find((known) => type === `alarm.${known}`);
  if (happening === undefined) return type;
  const name = personName(by, t);
  return name === null ? t(`happened-${happening}`) : t(`happened-${happening}-by`, { name });
}

/** A place or kind that nobody declared may still tell a guard who knows the house where to go. */
function claimWords({ zone, device, kind, body }: Claim, t: Say): string {
  const said = [zone, device, kind, body].filter((part) => part !== null && part !== "").join(" · ");
  return said === "" ? "" : t("claimed", { said });
}

/** The device's own words, as they came: which button it was, and what a technician needs. */
function signalWords(signal: Signal, t: Say): string {
  const { protocol, code, text } = signal;
  return [protocol.toUpperCase(), code, text, ...partsOf(signal, t)]
    .filter((part) => part !== null && part !== "")
    .join(" · ");
}
