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
