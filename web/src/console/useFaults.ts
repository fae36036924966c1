/** Watches the console itself: the stream, the sound; tells the guard and the server. */
import { useEffect, useState } from "react";
import type { Api } from "../api/client";
import { type Fault, FaultReports, faultsAt } from "./faults";
import type { Link } from "./link";
import type { Sounder } from "./sound/sounder";

const FAULT_SOUND_EVERY_MS = 10_000;

export function useFaults(api: Api, link: Link, sounder: Sounder, needsSound: boolean): readonly Fault[] {
  const [faults, setFaults] = useState<readonly Fault[]>([]);
  useEffect(() => {
    const reports = new FaultReports();
    let soundLostAt: number | null = null;
    let soundedAt = Number.NEGATIVE_INFINITY;
    let reporting = false;

    async function report() {
      if (reporting) return;
      reporting = true;
      try {
        for (const fault of reports.pending()) {
          const since = new Date(link.serverNow() - (performance.now() - fault.since)).toISOString();
          await api.reportFault(fault.what, since);
          reports.delivered(fault);
        }
      } catch {
        // Stays owed; the next tick tries again.
      } finally {
        reporting = false;
      }
    }

    function check() {
      const now = performance.now();
      soundLostAt = !needsSound || sounder.state === "armed" ? null : (soundLostAt ?? now);
      const found = faultsAt(now, { heardAt: link.heardAt, soundLostAt });
      setFaults((before) => (same(before, found) ? before : found));
      reports.observe(found);
      if (reports.pending().length > 0) void report();
      if (found.length > 0 && now - soundedAt >= FAULT_SOUND_EVERY_MS) {
        soundedAt = now;
        sounder.fault();
      }
    }

    // Both: the tick is on time in the background, the timer works when even the worker has died.
    const offTick = link.onTick(check);
    const offSound = sounder.subscribe(check);
    const timer = setInterval(check, 1_000);
    return () => {
      offTick();
      offSound();
      clearInterval(timer);
    };
  }, [api, link, sounder, needsSound]);
  return faults;
}

function same(a: readonly Fault[], b: readonly Fault[]): boolean {
  return a.length === b.length && a.every(({ what, since }, i) => what === b[i]?.what && since === b[i]?.since);
}
