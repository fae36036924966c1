/** A verdict by colour, shape and word. */
import type { Verdict } from "../../api/figures";
import { useWords } from "../../common/words";
import classes from "./Check.module.css";

const SHAPES: Record<Verdict, string> = {
  holds: "M3 8.5l3.2 3.2L13 5",
  noise: "M1.5 9c1.6-4 3.4-4 4.6-1s2.9 3.4 4 .2 2.6-3 4.4.3",
  mixed: "M2 4.5h7l3 3.5-3 3.5H2M14 4.5h-3M14 11.5h-3",
  implausible: "M4 4l8 8M12 4l-8 8",
  unknown: "M5 6a3 3 0 1 1 4.4 2.6C8.4 9.2 8 9.6 8 10.6M8 13.2v.1",
};

export function VerdictIcon({ verdict }: { readonly verdict: Verdict }) {
  return (
    <svg className={classes.icon} viewBox="0 0 16 16" aria-hidden="true">
      <path
        d={SHAPES[verdict]}
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

export function VerdictMark({ verdict, number }: { readonly verdict: Verdict; readonly number?: number }) {
  const { t } = useWords();
  return (
    <span className={classes.verdict} data-verdict={verdict}>
      {number !== undefined && <span className={classes.number}>{number}</span>}
      <VerdictIcon verdict={verdict} />
      {t(`verdict-${verdict}`)}
    </span>
  );
}
