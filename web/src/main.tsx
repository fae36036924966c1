/** The entry of the React screens: the landing page at `/`, the console at `/console`. */
import "@mantine/core/styles.css";
import "./common/fonts.css";
import "./common/styles.css";
import { MantineProvider } from "@mantine/core";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { Catch } from "./common/Broken";
import { colorSchemeManager, theme } from "./common/theme";
import { WordsProvider } from "./common/words";
import { ConsoleGate } from "./console/ConsoleGate";
import { Landing } from "./landing/Landing";

const queries = new QueryClient({
  // The stream says when something has changed; asking again by the clock would only add load.
  defaultOptions: {
    queries: { networkMode: "always", staleTime: Number.POSITIVE_INFINITY, retry: 2, refetchOnWindowFocus: false },
  },
});

const root = document.getElementById("root");
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <MantineProvider theme={theme} colorSchemeManager={colorSchemeManager} defaultColorScheme="dark">
        <QueryClientProvider client={queries}>
          <WordsProvider>
            <Catch>{location.pathname.startsWith("/console") ? <ConsoleGate /> : <Landing />}</Catch>
          </WordsProvider>
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
}
