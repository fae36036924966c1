/** The entry of the work screens: `/register` and below, `/figures` and below. */
import "@mantine/core/styles.css";
import "../common/fonts.css";
import "../common/styles.css";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Refused } from "../api/client";
import { Catch } from "../common/Broken";
import { colorSchemeManager, theme } from "../common/theme";
import { MoreWords, WordsProvider } from "../common/words";
import { WORK } from "./catalogues";
import { Work } from "./Work";

const queries = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: "always",
      staleTime: 30_000,
      // A refusal stays one however often it is asked for.
      retry: (tries, error) => tries < 2 && !(error instanceof Refused && error.status < 500),
      refetchOnWindowFocus: false,
    },
  },
});

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      {/* Offices are bright; whoever chose dark on the console keeps it. */}
      <MantineProvider theme={theme} colorSchemeManager={colorSchemeManager} defaultColorScheme="light">
        <QueryClientProvider client={queries}>
          <WordsProvider>
            <MoreWords catalogues={WORK}>
              <Catch>
                <Work />
              </Catch>
            </MoreWords>
          </WordsProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
