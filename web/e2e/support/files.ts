/** Files that the browser tests bring in; everything in them is invented. */

const HEADER = "source,number,region,activity,date,kind,outcome,days_lost,name";

/** Two injuries, and a column that nobody reads. */
export const RIGHT = [
  `${HEADER},shift`,
  "employer,synthetic-1,35,Q,2025-03-14,fall-on-level,lost-time,4,Synthetic Person,night",
  "employer,synthetic-2,35,B,2025-03-24,struck,lost-time,1,Synthetic Person,day",
].join("\n");

/** Four cells that cannot be taken. */
export const WRONG = [
  HEADER,
  "employer,synthetic-3,35,Q,2025-03-14,falls,lost-time,4,Synthetic Person",
  "employer,synthetic-4,355,Q,2025-03-34,struck,lost-time,-1,Synthetic Person",
].join("\n");

/** Other people's columns. */
export const FOREIGN = ["case,when", "1,14 March"].join("\n");

const SERIES_HEADER = "series,counter,unit,source,published,period,region,activity,value";

export const SERIES = [
  SERIES_HEADER,
  "bns-2026,bns,employees,Synthetic yearbook,2027-02-01,2026,,,6900000",
  "bns-2026,bns,employees,Synthetic yearbook,2027-02-01,2026,35,,400000",
].join("\n");

export const WRONG_SERIES = [
  SERIES_HEADER,
  "bns-2026,bns,people,Synthetic yearbook,2027-02-01,2026,,,6900000",
  "bns-2026,bns,employees,Synthetic yearbook,2027-02-01,2026,35,,4e5",
].join("\n");

/** As Eurostat writes it, with a country that is not ours. */
export const SDMX = [
  "DATAFLOW,LAST UPDATE,freq,nace_r2,unit,geo,TIME_PERIOD,OBS_VALUE,OBS_FLAG",
  "ESTAT:SYNTHETIC(1.0),01/01/27,A,TOTAL,NR,KZ,2026,6900000,p",
  "ESTAT:SYNTHETIC(1.0),01/01/27,A,TOTAL,NR,DE,2026,6900000,",
].join("\n");

export const SDMX_WORDS = {
  id: "synthetic-sdmx",
  counter: "synthetic",
  unit: "employees",
  source: "Synthetic yearbook",
} as const;
