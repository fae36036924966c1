/** The page at `/`: where to go from here. */
import { Container, Group, SimpleGrid, Stack, Text, Title, UnstyledButton } from "@mantine/core";
import { useEffect } from "react";
import { LanguageSwitch, ThemeSwitch } from "../common/Choices";
import { Logo } from "../common/Logo";
import { useWords } from "../common/words";
import classes from "./Landing.module.css";

const DOORS = [
  { href: "/console", id: "landing-console" },
  { href: "/press", id: "landing-press" },
  { href: "/trust", id: "landing-trust" },
] as const;

export function Landing() {
  const { t } = useWords();
  useEffect(() => {
    document.title = "Saqta";
  }, []);
  return (
    <Container size="md" py="xl" component="main">
      <Group justify="space-between" mb={64}>
        <Logo size={32} />
        <Group>
          <LanguageSwitch short />
          <ThemeSwitch />
        </Group>
      </Group>
      <Stack gap="xs" mb={40} maw={640}>
        <Title order={1} fz={36} lh={1.2}>
          {t("landing-title")}
        </Title>
        <Text fz="lg" c="dimmed">
          {t("landing-lead")}
        </Text>
      </Stack>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        {DOORS.map(({ href, id }) => (
          <UnstyledButton key={href} component="a" href={href} className={classes.door}>
            <Text component="span" display="block" fw={650} fz="lg">
              {t(id)}
            </Text>
            <Text component="span" display="block" c="dimmed" mt={6}>
              {t(`${id}-detail`)}
            </Text>
          </UnstyledButton>
        ))}
      </SimpleGrid>
      <Text mt={48} fw={600}>
        {t("landing-emergency")}
      </Text>
    </Container>
  );
}
