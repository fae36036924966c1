/** Figures of the register for whoever may see those that are not published. */
import { Checkbox, Group, Select, Tabs, Title } from "@mantine/core";
import { type ReactNode, useEffect, useMemo } from "react";
import { may } from "../../api/client";
import type { Session } from "../../api/types";
import { MoreWords, useWords } from "../../common/words";
import { NoRight } from "../../work/NoRight";
import { useFilters } from "../../work/route";
import { FIGURES } from "../catalogues";
import { REGIONS } from "../charts/regions";
import classes from "./Explore.module.css";
import {
  DIMENSIONS,
  type Filters,
  filtersOf,
  namesPeriod,
  partOf,
  quarterOf,
  searchOf,
  VIEWS,
  type View,
  yearOf,
} from "./filters";
import { periodWord } from "./names";
import { type Newest, NewestQuarter } from "./newest";
import { isOver } from "./shapes";
import { Causes } from "./views/Causes";
import { Crossed } from "./views/Crossed";
import { Hours } from "./views/Hours";
import { OverTime } from "./views/OverTime";
import { Regions } from "./views/Regions";
import { Unreported } from "./views/Unreported";
import { useFigures } from "./views/useFigures";
import { Watch } from "./views/Watch";

interface Props {
  readonly session: Session;
}

export default function ExplorePage({ session }: Props) {
  return (
    <MoreWords catalogues={FIGURES}>
      <Explore session={session} />
    </MoreWords>
  );
}

function Explore({ session }: Props) {
  const { t } = useWords();
  const today = useMemo(() => new Date(), []);
  const [filters, setFilters] = useFilters((search) => filtersOf(search, today), searchOf);
  useEffect(() => {
    document.title = `Saqta – ${t("explore-title")}`;
  }, [t]);

  if (!may(session, "figures.view")) return <NoRight session={session} what={t("explore-title")} />;
  return <Views session={session} filters={filters} set={setFilters} today={today} />;
}

interface ViewsProps extends Setting {
  readonly session: Session;
  readonly today: Date;
}

function Views({ session, filters, set: setFilters, today }: ViewsProps) {
  const { t } = useWords();
  const { newest, isAsked } = useNewest(filters, setFilters);
  const views = VIEWS.filter((view) => view !== "unreported" || may(session, "figures.under-reporting"));
  return (
    <NewestQuarter value={newest}>
      <main id="content" className={classes.page}>
        <div className={classes.heading}>
          <Title order={1} fz={22}>
            {t("explore-title")}
          </Title>
          <Periods filters={filters} set={setFilters} today={today} />
        </div>
        <Tabs
          value={filters.view}
          onChange={(view) => view !== null && setFilters({ ...filters, view: view as View })}
          keepMounted={false}
        >
          <Tabs.List aria-label={t("explore-views")} className="no-print">
            {views.map((view) => (
              <Tabs.Tab key={view} value={view}>
                {t(`explore-view-${view}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {!isOver(filters.period, today) && <p className={classes.running}>{t("explore-running")}</p>}
          {views.map((view) => (
            <Tabs.Panel key={view} value={view} pt="md">
              {!isAsked && <Shown filters={{ ...filters, view }} set={setFilters} />}
            </Tabs.Panel>
          ))}
        </Tabs>
      </main>
    </NewestQuarter>
  );
}

interface Opening {
  readonly newest: Newest | null;
  /** Whether no period is named, and the newest one is still being asked for. */
  readonly isAsked: boolean;
}

/** An address without a period opens on the newest quarter that has injuries, and says so. */
function useNewest(filters: Filters, set: Setting["set"]): Opening {
  const { data, isPending } = useFigures(["newest"], (api) =>
    api.table({ period: filters.period, zeros: false, measures: "incidence" }),
  );
  const last = data?.known_months?.[1];
  const period = last === undefined ? null : quarterOf(last);
  const isOpen = namesPeriod(location.search);
  useEffect(() => {
    if (!isOpen && !isPending) set({ ...filters, period: period ?? filters.period });
  }, [isOpen, isPending, period, filters, set]);
  const newest = useMemo(
    () => (period === null ? null : { period, show: () => set({ ...filters, period }) }),
    [period, filters, set],
  );
  return { newest, isAsked: !isOpen };
}

interface Setting {
  readonly filters: Filters;
  readonly set: (filters: Filters) => void;
}

function Shown({ filters, set }: Setting) {
  switch (filters.view) {
    case "regions":
      return (
        <>
          <Options filters={filters} set={set} names={["fatal", "annualise", "widen"]} />
          <Regions filters={filters} />
        </>
      );
    case "time":
      return (
        <>
          <Options filters={filters} set={set} names={["fatal"]}>
            <Steps filters={filters} set={set} />
          </Options>
          <OverTime filters={filters} />
        </>
      );
    case "causes":
      return <Causes filters={filters} />;
    case "hours":
      return <Hours filters={filters} />;
    case "table":
      return (
        <>
          <Options filters={filters} set={set} names={["annualise"]}>
            <By filters={filters} set={set} />
          </Options>
          <Crossed filters={filters} />
        </>
      );
    case "watch":
      return (
        <>
          <Options filters={filters} set={set} names={[]}>
            <RegionChoice filters={filters} set={set} />
          </Options>
          <Watch filters={filters} />
        </>
      );
    case "unreported":
      return <Unreported filters={filters} />;
  }
}

const FIRST_YEAR = 2018;
const PARTS = [
  "",
  "Q1",
  "Q2",
  "Q3",
  "Q4",
  ...Array.from({ length: 12 }, (_, month) => String(month + 1).padStart(2, "0")),
];

function Periods({ filters, set, today }: Setting & { readonly today: Date }) {
  const { t } = useWords();
  const year = yearOf(filters.period);
  const last = Math.max(today.getUTCFullYear(), Number(year));
  const first = Math.min(FIRST_YEAR, Number(year));
  const years = Array.from({ length: last - first + 1 }, (_, back) => String(last - back));
  return (
    <Group gap="xs" wrap="nowrap">
      <Select
        size="sm"
        w={110}
        label={t("explore-year")}
        data={years}
        value={year}
        allowDeselect={false}
        onChange={(chosen) =>
          set({ ...filters, period: [chosen ?? year, partOf(filters.period)].filter(Boolean).join("-") })
        }
      />
      <Select
        size="sm"
        w={190}
        label={t("explore-part")}
        data={PARTS.map((part) => ({
          value: part === "" ? "year" : part,
          label: part === "" ? t("explore-part-year") : periodWord(t, `${year}-${part}`),
        }))}
        value={partOf(filters.period) || "year"}
        allowDeselect={false}
        onChange={(part) => set({ ...filters, period: part === "year" || part === null ? year : `${year}-${part}` })}
      />
    </Group>
  );
}

interface OptionsProps extends Setting {
  readonly names: readonly ("fatal" | "annualise" | "widen")[];
  readonly children?: ReactNode;
}

function Options({ filters, set, names, children }: OptionsProps) {
  const { t } = useWords();
  return (
    <Group gap="lg" mb="md" align="end" className="no-print">
      {children}
      {names.map((name) => (
        <Checkbox
          key={name}
          label={t(`explore-${name}`)}
          checked={filters[name]}
          onChange={(event) => set({ ...filters, [name]: event.currentTarget.checked })}
          mb={children === undefined ? 0 : 8}
        />
      ))}
    </Group>
  );
}

function Steps({ filters, set }: Setting) {
  const { t } = useWords();
  return (
    <Select
      w={150}
      label={t("explore-steps")}
      data={(["month", "quarter"] as const).map((value) => ({ value, label: t(`explore-steps-${value}`) }))}
      value={filters.steps}
      allowDeselect={false}
      onChange={(steps) => set({ ...filters, steps: steps === "quarter" ? "quarter" : "month" })}
    />
  );
}

function By({ filters, set }: Setting) {
  const { t } = useWords();
  return (
    <Select
      w={220}
      label={t("explore-by")}
      data={DIMENSIONS.map((value) => ({ value, label: t(`explore-by-${value}`) }))}
      value={filters.by}
      allowDeselect={false}
      onChange={(by) => set({ ...filters, by: DIMENSIONS.find((one) => one === by) ?? filters.by })}
    />
  );
}

function RegionChoice({ filters, set }: Setting) {
  const { t } = useWords();
  return (
    <Select
      w={260}
      label={t("explore-region")}
      data={[
        { value: "all", label: t("explore-country") },
        ...REGIONS.map((value) => ({ value, label: t(`region-${value}`) })),
      ]}
      value={filters.region === "" ? "all" : filters.region}
      allowDeselect={false}
      searchable
      onChange={(region) => set({ ...filters, region: region === null || region === "all" ? "" : region })}
    />
  );
}
