/**
 * Proof, at type-checking, that what the server promises (`generated/schema.ts`, made from its own description) is what
 * the screens expect. It makes no code.
 */
import type { components } from "./generated/schema";
import type { ImportItem, Job, RecordedFile, WrongCell } from "./imports";
import type { Injury, InjuryDetails, InjuryReport, InjuryToReport, InjuryWithReports, Recorded } from "./injuries";
import type { ReleaseItem } from "./releases";
import type {
  Account,
  Alarm,
  Claim,
  Device,
  Person,
  Problem,
  RoleAt,
  Session,
  Signal,
  Site,
  TimelineItem,
  Zone,
} from "./types";

interface Expected {
  Account: Account;
  Alarm: Alarm;
  Claim: Claim;
  Device: Device;
  ImportItem: ImportItem;
  Injury: Injury;
  InjuryDetails: InjuryDetails;
  InjuryReport: InjuryReport;
  InjuryWithReports: InjuryWithReports;
  Job: Job;
  Person: Person;
  Problem: Problem;
  Recorded: Recorded;
  RecordedFile: RecordedFile;
  ReleaseItem: ReleaseItem;
  RoleAt: RoleAt;
  Session: Session;
  Signal: Signal;
  Site: Site;
  /** What may happen to an alarm is an open list on the wire. */
  TimelineItem: Omit<TimelineItem, "type">;
  WrongCell: WrongCell;
  Zone: Zone;
}

type Promised = Pick<components["schemas"], keyof Expected>;

/** What the screens send must be what the server takes. */
interface Sent {
  RecordBody: InjuryToReport;
  ReviseBody: InjuryDetails & { readonly note?: string };
  EraseBody: { readonly reason: string };
  OpenBody: { readonly reason: string };
  WithdrawBody: { readonly note: string };
  CheckBody: { readonly text: string; readonly language: string };
}

/** Names the shapes that differ when this fails. */
type Broken = { [Name in keyof Expected]: Promised[Name] extends Expected[Name] ? never : Name }[keyof Expected];
type None<Names extends never> = Names;
type Refused = {
  [Name in keyof Sent]: Sent[Name] extends components["schemas"][Name] ? never : Name;
}[keyof Sent];
export type Checked = None<Broken | Refused>;
