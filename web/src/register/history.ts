/** What has happened to an injury, in the journal's order: its reports, and what was done with who was hurt. */
import type { InjuryErasure, InjuryOpening, InjuryReport, InjuryWithReports } from "../api/injuries";

export type Step =
  | {
      readonly what: "report";
      readonly position: number;
      readonly report: InjuryReport;
      readonly before: InjuryReport | undefined;
    }
  /** One asking opens every report that says who was hurt, each with an entry of its own. */
  | { readonly what: "opening"; readonly position: number; readonly entries: readonly InjuryOpening[] }
  | { readonly what: "erasure"; readonly position: number; readonly erasure: InjuryErasure };

export function historyOf({ reports, openings, erasure }: InjuryWithReports): readonly Step[] {
  const steps: Step[] = [
    ...reports.map((report, index): Step => {
      return { what: "report", position: report.position, report, before: sameSourceBefore(reports, index) };
    }),
    ...askings(openings).map((entries): Step => {
      return { what: "opening", position: entries[0]?.position ?? 0, entries };
    }),
    ...(erasure === null ? [] : [{ what: "erasure", position: erasure.position, erasure } as const]),
  ];
  return steps.sort((a, b) => a.position - b.position);
}

/** The report of the same reporter before this one: two reporters may know different things, which is no change. */
function sameSourceBefore(reports: readonly InjuryReport[], index: number): InjuryReport | undefined {
  const source = reports[index]?.details?.source;
  return reports.slice(0, index).findLast(({ details }) => details !== null && details.source === source);
}

/** Entries that follow each other, of one person for one reason, each of another report: they were asked for together. */
function askings(openings: readonly InjuryOpening[]): readonly (readonly InjuryOpening[])[] {
  const found: InjuryOpening[][] = [];
  for (const opening of openings) {
    const last = found.at(-1);
    const before = last?.at(-1);
    const isSame =
      before !== undefined &&
      before.position + 1 === opening.position &&
      before.by?.id === opening.by?.id &&
      before.reason === opening.reason &&
      before.report < opening.report;
    if (isSame) last?.push(opening);
    else found.push([opening]);
  }
  return found;
}
