/** The state of an alarm as shape, colour and word together: none of them is needed to read the other two. */
import type { ReactNode } from "react";
import type { State } from "../api/types";
import { useWords } from "../common/words";
import classes from "./StateMark.module.css";
import type { Tone } from "./tone";
import { stateWord } from "./words";

/** Raised an octagon, taken a ring, on the way an arrow, on the scene a square, closed a tick. */
const SHAPES: Record<State, ReactNode> = {
  raised: <path d="M5 .8h6L15.2 5v6L11 15.2H5L.8 11V5zM8 4v4.6M8 11.6v.1" />,
  acknowledged: <path d="M14.5 8A6.5 6.5 0 1 1 1.5 8a6.5 6.5 0 0 1 13 0zM5 8.2l2.2 2.2L11.2 6" />,
  responding: <path d="M1.5 8h12M8.5 2.8 13.7 8l-5.2 5.2" />,
  attended: <path d="M2 2h12v12H2zM5.5 8.2l2 2 3.5-4" />,
  closed: <path d="m2 8.5 4 4 8-9" />,
};

export function StateShape({ state, size = 14 }: { readonly state: State; readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.9"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {SHAPES[state]}
    </svg>
  );
}

export function StateMark({ state, tone }: { readonly state: State; readonly tone: Tone }) {
  const { t } = useWords();
  return (
    <span className={classes.mark} data-tone={tone} data-state={state}>
      <StateShape state={state} />
      {stateWord(t, state)}
    </span>
  );
}
