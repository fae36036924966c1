/** What the console shows and how it is filtered, kept in the address bar so that it can be sent as a link. */
import { useCallback, useEffect, useState } from "react";

export interface Filters {
  readonly state?: "open" | "closed";
  readonly site?: string;
  readonly kind?: string;
  readonly outcome?: string;
  /** Calendar days at the site, `2026-11-22`, both included. */
  readonly from?: string;
  readonly to?: string;
}

export interface View extends Filters {
  readonly view: "open" | "history";
}

const NAMES = ["state", "site", "kind", "outcome", "from", "to"] as const;

export function viewOf(search: string): View {
  const parameters = new URLSearchParams(search);
  if (parameters.get("view") !== "history") return { view: "open" };
  const filters: Record<string, string> = {};
  for (const name of NAMES) {
    const value = parameters.get(name);
    if (value !== null && value !== "") filters[name] = value;
  }
  if (filters.state !== "open" && filters.state !== "closed") delete filters.state;
  return { view: "history", ...filters };
}

export function searchOf(view: View): string {
  if (view.view === "open") return "";
  const parameters = new URLSearchParams({ view: "history" });
  for (const name of NAMES) {
    const value = view[name];
    if (value !== undefined && value !== "") parameters.set(name, value);
  }
  return `?${parameters}`;
}

export function useView(): [View, (view: View) => void] {
  const [view, setView] = useState(() => viewOf(location.search));
  useEffect(() => {
    const onPop = () => setView(viewOf(location.search));
    addEventListener("popstate", onPop);
    return () => removeEventListener("popstate", onPop);
  }, []);
  const goTo = useCallback((next: View) => {
    // A changed filter replaces, a changed screen is a step one can go back from.
    const change = viewOf(location.search).view === next.view ? "replaceState" : "pushState";
    history[change](null, "", location.pathname + searchOf(next));
    setView(next);
  }, []);
  return [view, goTo];
}
