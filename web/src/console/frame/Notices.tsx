import { Notification } from "@mantine/core";
import { useWords } from "../../common/words";
import type { NoticeItem } from "../useNotices";
import classes from "./Notices.module.css";

interface Props {
  readonly notices: readonly NoticeItem[];
  readonly dismiss: (id: number) => void;
}

export function Notices({ notices, dismiss }: Props) {
  const { t } = useWords();
  return (
    <div className={`${classes.corner} no-print`} role="status">
      {notices.map(({ id, title, detail, remedy }) => (
        <Notification
          key={id}
          title={title}
          color="yellow"
          withBorder
          onClose={() => dismiss(id)}
          closeButtonProps={{ "aria-label": t("dismiss") }}
        >
          {detail} {remedy}
        </Notification>
      ))}
    </div>
  );
}
