/** The left column: the sites and their zones, with a mark where something is open. */
import { useVirtualizer } from "@tanstack/react-virtual";
import { useMemo, useRef, useState } from "react";
import { StateShape } from "../../alarm/StateMark";
import { toneOf } from "../../alarm/tone";
import { stateWord } from "../../alarm/words";
import { troubleOf } from "../../common/Broken";
import { useLong } from "../../common/clock";
import { useWords } from "../../common/words";
import { useConsole, useLinkView } from "../context";
import { type PlaceState, siteKey, statesByPlace, zoneKey } from "../situations";
import classes from "./PlacesTree.module.css";
import type { Branch, Places } from "./places";

interface Leaf {
  readonly key: string;
  readonly depth: number;
  readonly name: string;
  readonly open: boolean | null;
  readonly state: PlaceState | undefined;
}

const LEAF_HEIGHT = 34;
/** Above this many sites only those with something open unfold by themselves. */
const UNFOLDED_SITES = 6;

export function PlacesTree({ error, loading }: { readonly error: unknown; readonly loading: boolean }) {
  const { t } = useWords();
  const { places, link } = useConsole();
  const { revision } = useLinkView(link);
  const [folded, setFolded] = useState<ReadonlyMap<string, boolean>>(new Map());
  // biome-ignore lint/correctness/useExhaustiveDependencies: the book changes in place; its revision says when
  const states = useMemo(() => statesByPlace(link.book.open(), places.parentOf), [places, link, revision]);
  const leaves = useMemo(() => leavesOf(places, states, folded), [places, states, folded]);
  const slow = useLong(loading);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: leaves.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => LEAF_HEIGHT,
    overscan: 10,
    getItemKey: (index) => leaves[index]?.key ?? index,
  });
  return (
    <nav className={classes.column} aria-label={t("places")}>
      <h2 className={classes.heading}>{t("places")}</h2>
      {error !== null && <p className={classes.word}>{troubleOf(error, t).title}</p>}
      {slow && <p className={classes.word}>{t("loading")}</p>}
      {!loading && error === null && leaves.length === 0 && <p className={classes.word}>{t("places-none")}</p>}
      <div ref={scroller} className={classes.scroller}>
        <ul style={{ height: virtual.getTotalSize() }} className={classes.list}>
          {virtual.getVirtualItems().map((item) => {
            const leaf = leaves[item.index];
            return leaf === undefined ? null : (
              <li key={leaf.key} style={{ transform: `translateY(${item.start}px)` }} className={classes.item}>
                <LeafRow leaf={leaf} fold={() => setFolded((now) => new Map(now).set(leaf.key, !leaf.open))} />
              </li>
            );
          })}
        </ul>
      </div>
    </nav>
  );
}

function LeafRow({ leaf, fold }: { readonly leaf: Leaf; readonly fold: () => void }) {
  const { t } = useWords();
  const { choose } = useConsole();
  const { state } = leaf;
  const word = state === undefined ? t("place-calm") : `${stateWord(t, state.lead.state)}, ${state.count}`;
  return (
    <div className={classes.leaf} data-depth={Math.min(leaf.depth, 6)}>
      {leaf.open === null ? (
        <span className={classes.twig} />
      ) : (
        <button
          type="button"
          className={classes.fold}
          onClick={fold}
          aria-expanded={leaf.open}
          aria-label={t("place-unfold", { name: leaf.name })}
        >
          <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" data-open={leaf.open}>
            <path d="M4 2l4 4-4 4" />
          </svg>
        </button>
      )}
      <button
        type="button"
        className={classes.name}
        disabled={state === undefined}
        onClick={(event) => {
          if (state !== undefined) choose(state.lead);
          if (event.detail > 0) event.currentTarget.blur();
        }}
        title={leaf.name}
      >
        <span className={classes.text}>{leaf.name}</span>
        <span className="visually-hidden">, {word}</span>
      </button>
      {state === undefined ? (
        <span className={classes.dot} aria-hidden="true" />
      ) : (
        <span className={classes.state} data-tone={toneOf(state.lead)} aria-hidden="true">
          <StateShape state={state.lead.state} size={12} />
          {state.count > 1 && state.count}
        </span>
      )}
    </div>
  );
}

function leavesOf(
  places: Places,
  states: ReadonlyMap<string, PlaceState>,
  folded: ReadonlyMap<string, boolean>,
): readonly Leaf[] {
  const leaves: Leaf[] = [];
  const few = places.sites.length <= UNFOLDED_SITES;
  const grow = (branches: readonly Branch[], depth: number) => {
    for (const { zone, branches: below } of branches) {
      const key = zoneKey(zone.id);
      const open = below.length === 0 ? null : (folded.get(key) ?? (few || states.has(key)));
      leaves.push({ key, depth, name: places.zoneName(zone.id), open, state: states.get(key) });
      if (open) grow(below, depth + 1);
    }
  };
  const known = new Set(places.sites.map(({ id }) => id));
  const strangers = [...states.values()].map(({ lead }) => lead.site).filter((site) => !known.has(site));
  for (const id of [...new Set(strangers), ...known]) {
    const key = siteKey(id);
    const tree = places.tree(id);
    const open = tree.length === 0 ? null : (folded.get(key) ?? (few || states.has(key)));
    leaves.push({ key, depth: 0, name: places.siteName(id), open, state: states.get(key) });
    if (open) grow(tree, 1);
  }
  return leaves;
}
