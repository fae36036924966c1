/** A place for a file: chosen with a button, or dropped. */
import { Button, CloseButton, FileButton } from "@mantine/core";
import { type DragEvent, useId, useRef, useState } from "react";
import { useScribe } from "../figures/charts/frame/words";
import classes from "./Incoming.module.css";
import { sizeWords } from "./size";

interface Props {
  readonly label: string;
  readonly description: string;
  /** What the browser offers first, as `.csv,.xlsx`; the server looks at the content. */
  readonly accept: string;
  readonly file: File | null;
  readonly onFile: (file: File | null) => void;
  readonly error?: string | null;
  readonly disabled?: boolean;
  /** Found by tests and by the form that shows what is missing. */
  readonly name: string;
}

export function FileField({ label, description, accept, file, onFile, error = null, disabled = false, name }: Props) {
  const { t, numbers } = useScribe();
  const id = useId();
  const [over, setOver] = useState(false);
  const reset = useRef<() => void>(null);

  function onDrop(event: DragEvent) {
    event.preventDefault();
    setOver(false);
    const dropped = event.dataTransfer.files[0];
    if (dropped !== undefined && !disabled) onFile(dropped);
  }

  function take(chosen: File | null) {
    if (chosen !== null) onFile(chosen);
    // The same file, corrected, can be chosen again.
    reset.current?.();
  }

  return (
    <div>
      <span className={classes.label} id={`${id}-label`}>
        {label}
      </span>
      <p className={classes.soft} id={`${id}-detail`}>
        {description}
      </p>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: whoever drops nothing has the button in it */}
      <div
        className={classes.place}
        data-over={over || undefined}
        data-wrong={error !== null || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(!disabled);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={onDrop}
      >
        {file !== null && (
          <>
            <span className={classes.chosen} id={`${id}-chosen`}>
              {t("file-chosen", { name: file.name, size: sizeWords(t, numbers, file.size) })}
            </span>
            <CloseButton aria-label={t("file-remove")} disabled={disabled} onClick={() => onFile(null)} />
          </>
        )}
        <FileButton
          onChange={take}
          accept={accept}
          disabled={disabled}
          resetRef={reset}
          inputProps={{ "aria-labelledby": `${id}-label` }}
        >
          {(props) => (
            <Button
              {...props}
              variant="default"
              disabled={disabled}
              data-field={name}
              aria-describedby={[`${id}-label`, `${id}-detail`, file && `${id}-chosen`, error && `${id}-error`]
                .filter((part) => part !== null)
                .join(" ")}
            >
              {t(file === null ? "file-choose" : "file-other")}
            </Button>
          )}
        </FileButton>
        {file === null && <span className={classes.soft}>{t("file-drop")}</span>}
      </div>
      {error !== null && (
        <p className={classes.wrong} id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}
