/** What every part of the console needs; made once in `Console`. */
import { createContext, useContext, useSyncExternalStore } from "react";
import type { Api } from "../api/client";
import type { Alarm, Session } from "../api/types";
import type { Link, LinkView } from "./link";
import type { Places } from "./places/places";
import type { Sounder, SoundState } from "./sound/sounder";
import type { Actions } from "./useActions";
import type { Tell } from "./useNotices";

export interface ConsoleParts {
  readonly api: Api;
  readonly session: Session;
  readonly link: Link;
  readonly sounder: Sounder;
  readonly places: Places;
  readonly actions: Actions;
  readonly tell: Tell;
  readonly choose: (alarm: Pick<Alarm, "id">) => void;
  /** Chooses an alarm and asks how it ended. */
  readonly askHowItEnded: (alarm: Pick<Alarm, "id">, how: Summons["how"]) => void;
  /** What is asked for and does not stand there yet. */
  readonly summons: Summons | null;
  readonly answerSummons: () => void;
}

/** The form that closes an alarm is asked for from elsewhere. */
export interface Summons {
  readonly alarm: string;
  /** Who came by keys goes on by keys; after a click they belong to the alarms. */
  readonly how: "keys" | "click";
}

export const ConsoleContext = createContext<ConsoleParts | null>(null);

export function useConsole(): ConsoleParts {
  const parts = useContext(ConsoleContext);
  if (parts === null) throw new Error("useConsole outside the console");
  return parts;
}

export function useLinkView(link: Link): LinkView {
  return useSyncExternalStore(link.subscribe, link.snapshot);
}

export function useSoundState(sounder: Sounder): SoundState {
  return useSyncExternalStore(sounder.subscribe, () => sounder.state);
}

export function useSirenOn(sounder: Sounder): boolean {
  return useSyncExternalStore(sounder.subscribe, () => sounder.sirenOn);
}
