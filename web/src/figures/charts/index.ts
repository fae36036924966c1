/** The pictures of the figures. Each takes plain data; none asks anybody for it. */
export type { Cell, Estimate, Heading, Measure, Published } from "./data";
export { FunnelPlot } from "./FunnelPlot";
export { HourHeatMap } from "./HourHeatMap";
export { IntervalBars } from "./IntervalBars";
export { ParetoChart } from "./ParetoChart";
export { RegionMap } from "./RegionMap";
export { type Division, divisionOf, REGIONS, type Region } from "./regions";
export { TrendChart } from "./TrendChart";
