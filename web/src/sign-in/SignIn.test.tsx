import { MantineProvider } from "@mantine/core";
import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { expect, it, vi } from "vitest";
import { Api, Refused } from "../api/client";
import { WordsProvider } from "../common/words";
import { SignIn } from "./SignIn";

function show(signIn: Api["signIn"], ended = false) {
  localStorage.setItem("saqta.language", "en");
  const api = Object.assign(new Api(() => "en"), { signIn });
  render(
    <MantineProvider env="test">
      <WordsProvider>
        <SignIn api={api} ended={ended} onSignedIn={() => {}} />
      </WordsProvider>
    </MantineProvider>,
  );
}

async function trySigningIn() {
  await userEvent.type(screen.getByLabelText("Login"), " guard ");
  await userEvent.type(screen.getByLabelText("Password"), "wrong");
  await userEvent.click(screen.getByRole("button", { name: "Sign in" }));
}

it("says in the server's words what is wrong, and forgets the password", async () => {
  const signIn = vi
    .fn()
    .mockRejectedValue(new Refused({ type: "t", title: "Not signed in", status: 401, do: "Again." }));
  show(signIn);
  await trySigningIn();
  expect(signIn).toHaveBeenCalledWith("guard", "wrong");
  expect((await screen.findByRole("alert")).textContent).toContain("Not signed in");
  expect((screen.getByLabelText("Password") as HTMLInputElement).value).toBe("");
});

it("waits as long as the server asks after too many attempts", async () => {
  show(vi.fn().mockRejectedValue(new Refused({ type: "t", title: "Too many attempts", status: 429 }, 30)));
  await trySigningIn();
  expect((await screen.findByRole("alert")).textContent).toContain("Try again in 30 seconds.");
  expect(screen.getByRole("button", { name: "Sign in" }).hasAttribute("disabled")).toBe(true);
});

it("says loudly that a session has ended", () => {
  show(vi.fn(), true);
  expect(screen.getByRole("alert").textContent).toContain("alarms are not shown here");
});
