/** The list of past alarms: filters in the address bar, CSV, print. */
import { Alert, Anchor, Button, Drawer, Group, Loader, Select, Table, Text, TextInput } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { StateMark } from "../../alarm/StateMark";
import { toneOf } from "../../alarm/tone";
import { factorWord, flagWord, kindWord, outcomeWord, stateWord } from "../../alarm/words";
import { type Alarm, KINDS, OUTCOMES } from "../../api/types";
import { Notice, troubleOf } from "../../common/Broken";
import { useLong } from "../../common/clock";
import { download, toCsv } from "../../common/csv";
import { personName } from "../../common/names";
import { fullTime } from "../../common/times";
import { useWords } from "../../common/words";
import { useConsole, useLinkView } from "../context";
import { AlarmPane } from "../detail/AlarmPane";
import classes from "./History.module.css";
import { readBatch } from "./loading";
import type { View } from "./view";

const SCREENFUL = 100;
const EXPORTED = 50_000;

interface Props {
  readonly page: View;
  readonly goTo: (view: View) => void;
}

export function History({ page, goTo }: Props) {
  const { t } = useWords();
  const { api, link, places } = useConsole();
  const { revision } = useLinkView(link);
  const [seenRevision, setSeenRevision] = useState(revision);
  const filters = { ...page, state: page.state ?? "closed" } as const;
  const list = useInfiniteQuery({
    queryKey: ["history", filters, seenRevision],
    queryFn: ({ pageParam }) => readBatch(api, filters, places.timeZone.bind(places), pageParam, SCREENFUL),
    initialPageParam: null as string | null,
    getNextPageParam: (batch) => batch.next,
    gcTime: 0,
  });
  const slow = useLong(list.isPending);
  const alarms = list.data?.pages.flatMap((batch) => batch.alarms) ?? [];
  const behind = list.data?.pages.some((batch) => batch.behind) ?? false;

  return (
    <main className={classes.page}>
      <div className={classes.heading}>
        <h1>{t("view-history")}</h1>
        <Filtering page={page} goTo={goTo} />
        <Group gap="xs" className="no-print" ml="auto" wrap="nowrap">
          <Button variant="default" size="xs" onClick={() => setSeenRevision(revision)}>
            {t("refresh")}
          </Button>
          <ExportButton page={filters} />
          <Button variant="default" size="xs" onClick={() => print()}>
            {t("print")}
          </Button>
        </Group>
      </div>
      {behind && (
        <Alert color="yellow" p="xs" m="xs" title={t("history-behind")}>
          {t("history-behind-detail")}
        </Alert>
      )}
      <div className={classes.scroller}>
        {list.error !== null ? (
          <Notice trouble={troubleOf(list.error, t)}>
            <Button onClick={() => void list.refetch()}>{t("try-again")}</Button>
          </Notice>
        ) : list.isPending ? (
          slow && <Loader m="xl" aria-label={t("loading")} />
        ) : alarms.length === 0 ? (
          <Notice trouble={{ title: t("history-none"), detail: t("history-none-detail"), remedy: null }} />
        ) : (
          <HistoryTable alarms={alarms} />
        )}
        {list.hasNextPage && (
          <Group justify="center" p="md" className="no-print">
            <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
              {t("load-more")}
            </Button>
          </Group>
        )}
      </div>
    </main>
  );
}

function HistoryTable({ alarms }: { readonly alarms: readonly Alarm[] }) {
  const { t, language } = useWords();
  const { places, link } = useConsole();
  const [opened, setOpened] = useState<Alarm | null>(null);
  useLinkView(link);
  return (
    <>
      <Drawer
        opened={opened !== null}
        onClose={() => setOpened(null)}
        position="right"
        size={440}
        title={t("chosen-alarm")}
        closeButtonProps={{ "aria-label": t("dismiss") }}
        transitionProps={{ duration: 0 }}
        padding={0}
        classNames={{ header: classes.drawerHead, body: classes.drawer }}
      >
        {opened !== null && <AlarmPane alarm={link.book.get(opened.id) ?? opened} meant={() => true} />}
      </Drawer>
      <Table stickyHeader highlightOnHover className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            {["raised", "kind", "place", "state", "outcome", "factors", "who"].map((column) => (
              <Table.Th key={column}>{t(`column-${column}`)}</Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {alarms.map((alarm) => (
            <Table.Tr key={alarm.id}>
              <Table.Td className={classes.time}>
                {fullTime(alarm.raised_at, places.timeZone(alarm.site), language)}
              </Table.Td>
              <Table.Td>
                <Anchor
                  component="button"
                  type="button"
                  fz="inherit"
                  fw={600}
                  c="inherit"
                  underline="always"
                  onClick={() => setOpened(alarm)}
                >
                  {kindWord(t, alarm.kind)}
                </Anchor>
              </Table.Td>
              <Table.Td>
                {places.zonePath(alarm.zone)}
                <Text fz="sm" c="dimmed">
                  {places.siteName(alarm.site)}
                </Text>
              </Table.Td>
              <Table.Td>
                <StateMark state={alarm.state} tone={toneOf(alarm)} />
              </Table.Td>
              <Table.Td>{alarm.outcome === null ? "" : outcomeWord(t, alarm.outcome)}</Table.Td>
              <Table.Td>{alarm.factors.map((factor) => factorWord(t, factor)).join(", ")}</Table.Td>
              <Table.Td>{personName(alarm.by, t)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </>
  );
}

function Filtering({ page, goTo }: Props) {
  const { t } = useWords();
  const { places } = useConsole();
  const set = (change: Partial<View>) => goTo({ ...page, ...change });
  const choices = { clearable: true, size: "xs", comboboxProps: { withinPortal: true } } as const;
  return (
    <Group gap="xs" wrap="nowrap" className={classes.filters}>
      <Select
        {...choices}
        w={190}
        label={t("filter-site")}
        placeholder={t("filter-any")}
        searchable
        value={page.site ?? null}
        onChange={(site) => set({ site: site ?? undefined })}
        data={places.sites.map(({ id }) => ({ value: id, label: places.siteName(id) }))}
        clearButtonProps={{ "aria-label": t("filter-clear") }}
      />
      <Select
        {...choices}
        w={150}
        label={t("filter-kind")}
        placeholder={t("filter-any")}
        value={page.kind ?? null}
        onChange={(kind) => set({ kind: kind ?? undefined })}
        data={KINDS.map((kind) => ({ value: kind, label: kindWord(t, kind) }))}
        clearButtonProps={{ "aria-label": t("filter-clear") }}
      />
      <Select
        {...choices}
        w={150}
        label={t("filter-outcome")}
        placeholder={t("filter-any")}
        value={page.outcome ?? null}
        onChange={(outcome) => set({ outcome: outcome ?? undefined })}
        data={OUTCOMES.map((outcome) => ({ value: outcome, label: outcomeWord(t, outcome) }))}
        clearButtonProps={{ "aria-label": t("filter-clear") }}
      />
      <TextInput
        type="date"
        size="xs"
        w={140}
        label={t("filter-from")}
        value={page.from ?? ""}
        onChange={(event) => set({ from: event.currentTarget.value || undefined })}
      />
      <TextInput
        type="date"
        size="xs"
        w={140}
        label={t("filter-to")}
        value={page.to ?? ""}
        onChange={(event) => set({ to: event.currentTarget.value || undefined })}
      />
    </Group>
  );
}

function ExportButton({ page }: { readonly page: View }) {
  const { t, language } = useWords();
  const { api, places } = useConsole();
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState(false);

  async function save() {
    setBusy(true);
    setFailed(false);
    try {
      const { alarms } = await readBatch(api, page, places.timeZone.bind(places), null, EXPORTED);
      const head = ["id", "raised", "kind", "site", "zone", "state", "outcome", "factors", "who", "flags"];
      const rows = alarms.map((alarm) => [
        alarm.id,
        fullTime(alarm.raised_at, places.timeZone(alarm.site), language),
        kindWord(t, alarm.kind),
        places.siteName(alarm.site),
        places.zonePath(alarm.zone),
        stateWord(t, alarm.state),
        alarm.outcome === null ? "" : outcomeWord(t, alarm.outcome),
        alarm.factors.map((factor) => factorWord(t, factor)).join("; "),
        personName(alarm.by, t) ?? "",
        alarm.flags.map((flag) => flagWord(t, flag)).join("; "),
      ]);
      download("saqta.csv", toCsv([head.map((column) => t(`column-${column}`)), ...rows]));
    } catch {
      setFailed(true);
    } finally {
      setBusy(false);
    }
  }

  return (
    <>
      <Button variant="default" size="xs" loading={busy} onClick={save}>
        {t("export-csv")}
      </Button>
      <span role="status">{failed && t("export-failed")}</span>
    </>
  );
}
