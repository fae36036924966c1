import { type UseQueryResult, useQuery } from "@tanstack/react-query";
import type { FiguresApi } from "../../../api/figures";
import { useWords } from "../../../common/words";
import { useDesk } from "../../../work/Gate";

/** Asks for figures; texts in answers are in the reader's language, so another language asks again. */
export function useFigures<Answer>(
  key: readonly unknown[],
  ask: (api: FiguresApi) => Promise<Answer>,
): UseQueryResult<Answer> {
  const { figures } = useDesk();
  const { language } = useWords();
  return useQuery({ queryKey: ["figures", language, ...key], queryFn: () => ask(figures) });
}
