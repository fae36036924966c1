import { Kbd, Modal, Table } from "@mantine/core";
import { useWords } from "../../common/words";

const KEYS = [
  { keys: ["space"], id: "key-step" },
  { keys: ["↑", "↓"], id: "key-choose" },
  { keys: ["Enter"], id: "key-attend" },
  { keys: ["?"], id: "key-help" },
  { keys: ["Esc"], id: "key-escape" },
] as const;

export function KeysHelp({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const { t } = useWords();
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={t("keys-title")}
      size="lg"
      closeButtonProps={{ "aria-label": t("dismiss") }}
      transitionProps={{ duration: 0 }}
    >
      <Table verticalSpacing="sm">
        <Table.Tbody>
          {KEYS.map(({ keys, id }) => (
            <Table.Tr key={id}>
              <Table.Td w={130}>
                {keys.map((key) => (
                  <Kbd key={key} size="md" mr={4}>
                    {key === "space" ? t("key-space") : key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{t(id)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
