import { useQuery } from "@tanstack/react-query";
import { useEffect, useMemo, useState } from "react";
import type { Api } from "../../api/client";
import type { Site, Zone } from "../../api/types";
import { useWords } from "../../common/words";
import { Places } from "./places";

const NO_SITES: readonly Site[] = [];
const NO_ZONES: readonly Zone[] = [];

/** The directory, loaded again when the stream says that it has changed. */
export function usePlaces(api: Api, revision: number): { places: Places; error: unknown; loading: boolean } {
  const { language, t } = useWords();
  const settled = useSettled(revision);
  const options = { placeholderData: <Data>(before: Data | undefined) => before };
  const sites = useQuery({ queryKey: ["sites", settled], queryFn: () => api.sites(), ...options });
  const zones = useQuery({ queryKey: ["zones", settled], queryFn: () => api.zones(), ...options });
  const places = useMemo(
    () => new Places(sites.data ?? NO_SITES, zones.data ?? NO_ZONES, language, t),
    [sites.data, zones.data, language, t],
  );
  return { places, error: sites.error ?? zones.error, loading: sites.isPending || zones.isPending };
}

/** A declaration changes many things at once: wait until a second has passed without another change. */
function useSettled(revision: number): number {
  const [settled, setSettled] = useState(revision);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(revision), 1_000);
    return () => clearTimeout(timer);
  }, [revision]);
  return settled;
}
