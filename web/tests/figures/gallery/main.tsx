/** All pictures with synthetic data on one page, for tests and for looking at them; no user gets this. */
import "@mantine/core/styles.css";
import "../../../src/common/fonts.css";
import "../../../src/common/styles.css";
import { MantineProvider } from "@mantine/core";
import { createRoot } from "react-dom/client";
import { colorSchemeManager, theme } from "../../../src/common/theme";
import { useWords, WordsProvider } from "../../../src/common/words";
import {
  FunnelPlot,
  HourHeatMap,
  IntervalBars,
  ParetoChart,
  type Region,
  RegionMap,
  TrendChart,
} from "../../../src/figures/charts";
import {
  ALL_REGIONS,
  BY_HOUR,
  BY_WEEKDAY,
  CHANGES,
  COUNTRY,
  causes,
  FATAL,
  FUNNEL_LIMITS,
  funnelPoints,
  HEAT,
  MONTHLY,
  QUARTERLY,
  REGION_VALUES,
  rankedPlaces,
} from "../synthetic";
import { WORDS } from "./words";

function Gallery() {
  const { t, language } = useWords();
  const words = WORDS[language];
  const rate = { name: words.rate, digits: 3 };
  const head = (name: keyof typeof words.titles, subtitle = words.quarter) => ({
    title: words.titles[name],
    subtitle,
    source: words.source,
    fileName: `synthetic-${name}`,
  });
  const cases = { name: words.cases, digits: 0 };
  const name = (region: Region, form: "" | "-short" | "-brief") => t(`region-${region}${form}`);
  return (
    <main
      style={{
        maxWidth: 1140,
        margin: "0 auto",
        padding: 16,
        display: "grid",
        gap: 16,
        gridTemplateColumns: "minmax(0, 1fr)",
      }}
    >
      <h1 style={{ margin: 0, fontSize: 20 }}>{words.source}</h1>
      <h2 className="visually-hidden">{words.quarter}</h2>
      <RegionMap {...head("map")} measure={rate} period="2025-Q1" regions={REGION_VALUES} country={COUNTRY} />
      <RegionMap {...head("old", "2021")} measure={rate} period="2021" regions={ALL_REGIONS} />
      <FunnelPlot
        {...head("funnel")}
        measure={rate}
        exposure={{ name: words.employees, digits: 0 }}
        points={funnelPoints(name)}
        limits={FUNNEL_LIMITS}
        target={{ value: COUNTRY.value, name: t("country") }}
      />
      <TrendChart
        {...head("trend")}
        measure={cases}
        series={[{ name: words.injured, points: QUARTERLY }]}
        changes={CHANGES}
      />
      <TrendChart
        {...head("two")}
        measure={cases}
        series={[
          { name: words.injured, points: QUARTERLY },
          { name: words.fatal, points: FATAL },
        ]}
      />
      <TrendChart
        {...head("months")}
        measure={{ name: words.incidents, digits: 0 }}
        series={[{ name: words.incidents, points: MONTHLY }]}
      />
      <ParetoChart {...head("causes")} causes={causes((id) => words.causes[id] ?? id)} />
      <HourHeatMap
        {...head("heat")}
        measure={{ name: words.incidents, digits: 0 }}
        cells={HEAT}
        hours={BY_HOUR}
        weekdays={BY_WEEKDAY}
      />
      <IntervalBars
        {...head("bars")}
        measure={rate}
        places={rankedPlaces(name)}
        whole={{ name: t("country"), estimate: COUNTRY }}
      />
    </main>
  );
}

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <MantineProvider theme={theme} colorSchemeManager={colorSchemeManager} defaultColorScheme="light">
      <WordsProvider>
        <Gallery />
      </WordsProvider>
    </MantineProvider>,
  );
}
