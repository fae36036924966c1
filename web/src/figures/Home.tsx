/** The page at `/figures`: where the figures are. */
import { Container, SimpleGrid, Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { useEffect } from "react";
import { MoreWords, useWords } from "../common/words";
import landing from "../landing/Landing.module.css";
import { follow } from "../work/Link";
import { FIGURES } from "./catalogues";

const DOORS = [
  { href: "/figures/check", name: "check-title", detail: "figures-check-detail" },
  { href: "/figures/explore", name: "explore-title", detail: "figures-explore-detail" },
  { href: "/register", name: "work-register", detail: "figures-register-detail" },
] as const;

export default function Home() {
  return (
    <MoreWords catalogues={FIGURES}>
      <Doors />
    </MoreWords>
  );
}

function Doors() {
  const { t } = useWords();
  useEffect(() => {
    document.title = `Saqta – ${t("figures-title")}`;
  }, [t]);
  return (
    <Container size="md" py={40} component="main" id="content">
      <Stack gap="xs" mb={32} maw={680}>
        <Title order={1} fz={30} lh={1.2}>
          {t("figures-title")}
        </Title>
        <Text fz="lg" c="dimmed">
          {t("figures-home-lead")}
        </Text>
      </Stack>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        {DOORS.map(({ href, name, detail }) => (
          <UnstyledButton key={href} component="a" href={href} onClick={follow} className={landing.door}>
            <Text component="span" display="block" fw={650} fz="lg">
              {t(name)}
            </Text>
            <Text component="span" display="block" c="dimmed" mt={6}>
              {t(detail)}
            </Text>
          </UnstyledButton>
        ))}
      </SimpleGrid>
    </Container>
  );
}
