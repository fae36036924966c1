/** The directory as the console needs it: names, parents, time zones, phones. Unknown ids are shown as they are. */
import type { Language, Phone, Site, Zone } from "../../api/types";
import { nameIn } from "../../common/names";
import type { Say } from "../../common/words";

/** Alarms whose place nobody knows are kept at this built-in site. */
const UNASSIGNED = "unassigned";

export interface Branch {
  readonly zone: Zone;
  readonly branches: readonly Branch[];
}

export interface Place {
  readonly site: string;
  readonly zone: string | null;
}

export class Places {
  readonly sites: readonly Site[];
  private readonly siteById: ReadonlyMap<string, Site>;
  private readonly zoneById: ReadonlyMap<string, Zone>;
  private readonly zonesBySite = new Map<string, Zone[]>();
  private readonly trees = new Map<string, readonly Branch[]>();
  private readonly language: Language;
  private readonly t: Say;

  constructor(sites: readonly Site[], zones: readonly Zone[], language: Language, t: Say) {
    this.siteById = new Map(sites.map((site) => [site.id, site]));
    this.zoneById = new Map(zones.map((zone) => [zone.id, zone]));
    for (const zone of zones) {
      const known = this.zonesBySite.get(zone.site);
      if (known === undefined) this.zonesBySite.set(zone.site, [zone]);
      else known.push(zone);
    }
    this.language = language;
    this.t = t;
    this.sites = [...sites].sort((a, b) => this.siteName(a.id).localeCompare(this.siteName(b.id), language));
  }

  siteName(id: string): string {
    if (id === UNASSIGNED) return this.t("place-unknown");
    return nameIn(this.siteById.get(id)?.name, this.language, id);
  }

  zoneName(id: string | null): string {
    return id === null ? this.t("zone-none") : nameIn(this.zoneById.get(id)?.name, this.language, id);
  }

  /** From the outermost zone to the one meant: “Building 2 › Ward 5”. */
  zonePath(id: string | null): string {
    if (id === null) return this.zoneName(null);
    const names: string[] = [];
    let next: string | null = id;
    for (let depth = 0; next !== null && depth < 8; depth += 1) {
      names.unshift(this.zoneName(next));
      next = this.parentOf(next);
    }
    return names.join(" › ");
  }

  parentOf = (zone: string): string | null => this.zoneById.get(zone)?.parent ?? null;

  timeZone(site: string): string | null {
    return this.siteById.get(site)?.time_zone ?? null;
  }

  phones(site: string): readonly Phone[] {
    return this.siteById.get(site)?.phones ?? [];
  }

  /** The zones of a site as a tree; one whose parent is unknown stands at the top rather than nowhere. */
  tree(site: string): readonly Branch[] {
    const known = this.trees.get(site);
    if (known !== undefined) return known;
    const tree = this.grown(this.zonesBySite.get(site) ?? []);
    this.trees.set(site, tree);
    return tree;
  }

  private grown(zones: readonly Zone[]): readonly Branch[] {
    const children = new Map<string | null, Zone[]>();
    for (const zone of zones) {
      const parent = zone.parent !== null && this.zoneById.has(zone.parent) ? zone.parent : null;
      const siblings = children.get(parent);
      if (siblings === undefined) children.set(parent, [zone]);
      else siblings.push(zone);
    }
    const grow = (parent: string | null, depth: number): Branch[] =>
      (depth > 8 ? [] : (children.get(parent) ?? []))
        .map((zone) => ({ zone, branches: grow(zone.id, depth + 1) }))
        .sort((a, b) => this.zoneName(a.zone.id).localeCompare(this.zoneName(b.zone.id), this.language));
    return grow(null, 0);
  }
}
