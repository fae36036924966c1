/** Which page the address names, and going to another one without loading everything anew. */
import { useCallback, useSyncExternalStore } from "react";

export type Route =
  /** Published figures: the newest unless a release is named, its last revision unless one is. */
  | { readonly page: "figures"; readonly release: string | null; readonly revision: number | null }
  | { readonly page: "check" }
  | { readonly page: "explore" }
  | { readonly page: "series" }
  | { readonly page: "releases" }
  | { readonly page: "register" }
  | { readonly page: "imports" }
  | { readonly page: "report"; readonly alarm: string | null }
  | { readonly page: "injury"; readonly id: string }
  | { readonly page: "nowhere" };

export function routeOf(path: string, search = ""): Route {
  const parts = path.split("/").filter((part) => part !== "");
  const [area, name, ...more] = parts;
  if (area === "figures") return figuresRoute(name, more);
  if (area !== "register" || more.length > 0) return { page: "nowhere" };
  if (name === undefined) return { page: "register" };
  if (name === "imports") return { page: "imports" };
  return name === "new"
    ? { page: "report", alarm: new URLSearchParams(search).get("alarm") }
    : { page: "injury", id: name };
}

function figuresRoute(name: string | undefined, [revision, ...more]: readonly string[]): Route {
  if (more.length > 0) return { page: "nowhere" };
  if (revision === undefined) {
    if (isPageOfFigures(name)) return { page: name };
    return { page: "figures", release: name === undefined ? null : read(name), revision: null };
  }
  if (name === undefined || !/^[1-9]\d{0,8}$/.test(revision)) return { page: "nowhere" };
  return { page: "figures", release: read(name), revision: Number(revision) };
}

/** Pages beside the releases: none of those can be called so. */
export const PAGES_OF_FIGURES = ["check", "explore", "series", "releases"] as const;

function isPageOfFigures(name: string | undefined): name is (typeof PAGES_OF_FIGURES)[number] {
  return PAGES_OF_FIGURES.some((page) => page === name);
}

/** A part of an address as it was before it was written into one. */
function read(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of a release: of its last revision unless one is named. */
export function addressOfRelease(id: string, revision: number | null = null): string {
  const address = `/figures/${encodeURIComponent(id)}`;
  return revision === null ? address : `${address}/${revision}`;
}

const MOVED = "saqta:moved";

/** The part of the address after the host. */
export function useAddress(): string {
  return useSyncExternalStore(watch, () => location.pathname + location.search);
}

function watch(changed: () => void): () => void {
  addEventListener("popstate", changed);
  addEventListener(MOVED, changed);
  return () => {
    removeEventListener("popstate", changed);
    removeEventListener(MOVED, changed);
  };
}

/** A changed filter replaces the address; another page is a step one can go back from. */
export function go(address: string, how: "push" | "replace" = "push"): void {
  history[how === "push" ? "pushState" : "replaceState"](null, "", address);
  dispatchEvent(new Event(MOVED));
  if (how === "push") scrollTo(0, 0);
}

/** What the address asks for, as `read` understands it, and how to change it in place. */
export function useFilters<Filters>(
  read: (search: string) => Filters,
  write: (filters: Filters) => string,
): [Filters, (filters: Filters) => void] {
  const search = useSyncExternalStore(watch, () => location.search);
  const set = useCallback((filters: Filters) => go(location.pathname + write(filters), "replace"), [write]);
  return [read(search), set];
}
