/** Injuries, the newest report first: filters in the address bar, CSV of what is shown, print. */
import { Alert, Button, Group, Select, Table, Text, TextInput, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { may } from "../api/client";
import type { Injury } from "../api/injuries";
import type { Session } from "../api/types";
import { Notice } from "../common/Broken";
import { download } from "../common/csv";
import { useWords } from "../common/words";
import { REGIONS } from "../figures/charts/regions";
import { Answered } from "../work/Answered";
import { useDesk } from "../work/Gate";
import { Link } from "../work/Link";
import { go, useFilters } from "../work/route";
import { INJURY_KINDS, INJURY_OUTCOMES } from "./codes";
import { injuriesCsv } from "./csv";
import { type Filters, filtersOf, isPeriod, searchOf } from "./filters";
import classes from "./Register.module.css";
import { useSites } from "./RegisterPages";
import { type Field, valueWords } from "./words";

const SCREENFUL = 100;

export function RegisterList({ session }: { readonly session: Session }) {
  const { t } = useWords();
  const { register } = useDesk();
  const { speaker } = useSites();
  const [filters, setFilters] = useFilters(filtersOf, searchOf);
  const list = useInfiniteQuery({
    queryKey: ["injuries", "list", filters],
    queryFn: ({ pageParam }) => register.injuries({ ...filters, limit: SCREENFUL, cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: ({ next }) => next,
    gcTime: 0,
    staleTime: 0,
  });
  const injuries = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const behind = list.data?.pages.some((page) => page.behind === true) ?? false;

  return (
    <main id="content" className={classes.page}>
      <div className={classes.heading}>
        <Title order={1} fz={22}>
          {t("register-title")}
        </Title>
        <Group gap="xs" className="no-print">
          {may(session, "injury.record") && (
            <Button size="sm" onClick={() => go("/register/new")}>
              {t("register-report")}
            </Button>
          )}
          {may(session, "register.import") && (
            <Button size="sm" variant="default" onClick={() => go("/register/imports")}>
              {t("imports-open")}
            </Button>
          )}
          <Button
            size="sm"
            variant="default"
            disabled={injuries.length === 0}
            onClick={() => download("saqta-register.csv", injuriesCsv(speaker, injuries))}
          >
            {t("register-csv", { count: injuries.length })}
          </Button>
          <Button size="sm" variant="default" onClick={() => print()}>
            {t("print")}
          </Button>
        </Group>
      </div>
      <Filtering filters={filters} set={setFilters} />
      {behind && (
        <Alert color="yellow" p="xs" mb="sm" title={t("register-behind")}>
          {t("register-behind-detail")}
        </Alert>
      )}
      <Answered query={list}>
        {() =>
          injuries.length === 0 ? (
            <Notice
              trouble={{
                title: t(searchOf(filters) === "" ? "register-none" : "register-none-such"),
                detail: t(searchOf(filters) === "" ? "register-none-detail" : "register-none-such-detail"),
                remedy: null,
              }}
            >
              {searchOf(filters) !== "" && <Button onClick={() => setFilters({})}>{t("register-all")}</Button>}
            </Notice>
          ) : (
            <>
              <Rows injuries={injuries} opens={may(session, "injury.view")} />
              <Group justify="center" py="md" gap="md">
                <Text fz="sm" c="dimmed" role="status">
                  {t("register-shown", { count: injuries.length })}
                  {!list.hasNextPage && ` ${t("register-shown-all")}`}
                </Text>
                {list.hasNextPage && (
                  <Button
                    variant="default"
                    className="no-print"
                    loading={list.isFetchingNextPage}
                    onClick={() => void list.fetchNextPage()}
                  >
                    {t("load-more")}
                  </Button>
                )}
              </Group>
            </>
          )
        }
      </Answered>
    </main>
  );
}

const COLUMNS = ["kind", "outcome", "place", "cause", "sources"] as const;

function Rows({ injuries, opens }: { readonly injuries: readonly Injury[]; readonly opens: boolean }) {
  const { t } = useWords();
  const { speaker } = useSites();
  const say = (injury: Injury, field: Field) => valueWords(speaker, injury, field);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways on a phone must be reachable by keys
    <section className={classes.scroller} tabIndex={0} aria-label={t("register-title")}>
      {/* Drawn as cards on a phone, it is a table still: the roles say so. */}
      <Table highlightOnHover className={classes.table} role="table">
        <Table.Thead role="rowgroup">
          <Table.Tr role="row">
            <Table.Th role="columnheader">{t("field-date")}</Table.Th>
            {COLUMNS.map((column) => (
              <Table.Th key={column} role="columnheader">
                {t(`register-column-${column}`)}
              </Table.Th>
            ))}
            <Table.Th ta="right" role="columnheader">
              {t("field-days_lost")}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody role="rowgroup">
          {injuries.map((injury) => {
            const day = say(injury, "date") ?? say(injury, "month");
            return (
              <Table.Tr key={injury.id} role="row">
                <Table.Td className={classes.day} role="cell">
                  {opens ? (
                    <Link href={`/register/${injury.id}`} fz="inherit" fw={550}>
                      {day}
                    </Link>
                  ) : (
                    day
                  )}
                  <span className={classes.minor}>
                    {injury.hour == null ? "" : `${String(injury.hour).padStart(2, "0")}:00`}
                  </span>
                </Table.Td>
                <Table.Td fw={550} role="cell">
                  {say(injury, "kind")}
                </Table.Td>
                <Table.Td role="cell">
                  <Outcome injury={injury} />
                </Table.Td>
                <Table.Td role="cell">
                  {say(injury, "region") ?? t("register-unknown")}
                  <span className={classes.minor}>{say(injury, "site") ?? ""}</span>
                </Table.Td>
                <Table.Td role="cell">{say(injury, "cause")}</Table.Td>
                <Table.Td role="cell">
                  {injury.sources.map((source) => t(`injury-source-${source}`)).join(", ")}
                </Table.Td>
                <Table.Td
                  ta="right"
                  role="cell"
                  data-label={injury.days_lost == null ? undefined : t("field-days_lost")}
                >
                  {injury.days_lost}
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </section>
  );
}

/** A death by shape and word, not by colour alone. */
export function Outcome({ injury }: { readonly injury: Injury }) {
  const { t } = useWords();
  const { speaker } = useSites();
  return (
    <>
      <span className={classes.outcome} data-outcome={injury.outcome ?? undefined}>
        {valueWords(speaker, injury, "outcome")}
      </span>
      {injury.severe === true && <span className={classes.severe}>{t("field-severe")}</span>}
    </>
  );
}

interface FilteringProps {
  readonly filters: Filters;
  readonly set: (filters: Filters) => void;
}

function Filtering({ filters, set }: FilteringProps) {
  const { t } = useWords();
  const { sites, speaker } = useSites();
  const change = (changed: Partial<Filters>) => set(filtersOf(searchOf({ ...filters, ...changed })));
  const choice = { clearable: true, searchable: true, size: "sm", placeholder: t("filter-any") } as const;
  return (
    <div className={classes.filters}>
      <PeriodFilter key={filters.period ?? ""} period={filters.period ?? ""} set={(period) => change({ period })} />
      <Select
        {...choice}
        label={t("field-region")}
        value={filters.region ?? null}
        onChange={(region) => change({ region: region ?? "" })}
        data={REGIONS.map((value) => ({ value, label: t(`region-${value}`) }))}
        clearButtonProps={{ "aria-label": t("filter-clear") }}
      />
      <Select
        {...choice}
        label={t("field-kind")}
        value={filters.kind ?? null}
        onChange={(kind) => change({ kind: kind ?? "" })}
        data={INJURY_KINDS.map((value) => ({ value, label: t(`injury-kind-${value}`) }))}
        clearButtonProps={{ "aria-label": t("filter-clear") }}
      />
      <Select
        {...choice}
        label={t("field-outcome")}
        value={filters.outcome ?? null}
        onChange={(outcome) => change({ outcome: outcome ?? "" })}
        data={INJURY_OUTCOMES.map((value) => ({ value, label: t(`injury-outcome-${value}`) }))}
        clearButtonProps={{ "aria-label": t("filter-clear") }}
      />
      <Select
        {...choice}
        label={t("field-site")}
        value={filters.site ?? null}
        onChange={(site) => change({ site: site ?? "" })}
        data={sites.map(({ id }) => ({ value: id, label: speaker.siteName(id) }))}
        clearButtonProps={{ "aria-label": t("filter-clear") }}
      />
    </div>
  );
}

/** Asks the server only for what can be a period: half of one is being typed. */
function PeriodFilter({ period, set }: { readonly period: string; readonly set: (period: string) => void }) {
  const { t } = useWords();
  const [text, setText] = useState(period);
  const wrong = text !== "" && !isPeriod(text);
  useEffect(() => {
    if (text === period || (text !== "" && !isPeriod(text))) return;
    const timer = setTimeout(() => set(text), 500);
    return () => clearTimeout(timer);
  }, [text, period, set]);
  return (
    <TextInput
      size="sm"
      label={t("register-period")}
      placeholder="2025-Q1"
      value={text}
      onChange={(event) => setText(event.currentTarget.value.trim())}
      onBlur={() => !wrong && text !== period && set(text)}
      error={wrong ? t("register-period-wrong") : null}
    />
  );
}
