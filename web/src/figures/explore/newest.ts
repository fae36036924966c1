/** The newest quarter that has injuries, and how to go there: known to every view, for any of them may be empty. */
import { createContext } from "react";

export interface Newest {
  readonly period: string;
  readonly show: () => void;
}

/** Null while it is not known, and where the register is empty. */
export const NewestQuarter = createContext<Newest | null>(null);
