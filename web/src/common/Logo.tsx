import { Group, Text } from "@mantine/core";

export function Logo({ size = 24 }: { readonly size?: number }) {
  return (
    <Group gap={8} wrap="nowrap">
      <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden="true">
        <rect width="32" height="32" rx="8" fill="#0f7480" />
        <path
          d="M16 6l8 3v7c0 5-3.4 8.5-8 10-4.6-1.5-8-5-8-10V9z"
          fill="none"
          stroke="#fff"
          strokeWidth="2.5"
          strokeLinejoin="round"
        />
        <circle cx="16" cy="15.5" r="3" fill="#fff" />
      </svg>
      <Text component="span" fw={700} fz={size * 0.72} lh={1}>
        Saqta
      </Text>
    </Group>
  );
}
