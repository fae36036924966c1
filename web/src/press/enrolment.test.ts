import { describe, expect, it } from "vitest";
import { readEnrolment } from "./enrolment";

describe("an enrolment", () => {
  it.each([
    ["#token=abc&zone=triage", { token: "abc", zone: "triage" }],
    ["https://saqta.example/press#token=abc", { token: "abc", zone: null }],
    ["  token=abc  ", { token: "abc", zone: null }],
    ["0123456789abcdef.XYZ", { token: "0123456789abcdef.XYZ", zone: null }],
  ])("is read from %s", (text, enrolment) => {
    expect(readEnrolment(text, null)?.enrolment).toEqual(enrolment);
  });

  it.each(["", "#", "#zone=triage", "https://saqta.example/press", "hello"])("is not found in %j", (text) => {
    expect(readEnrolment(text, null)).toBeNull();
  });

  it("moves a phone that is enrolled already", () => {
    const now = { token: "abc", zone: "triage" };
    expect(readEnrolment("#zone=corridor", now)?.enrolment).toEqual({ token: "abc", zone: "corridor" });
  });

  it("may carry the phone's settings, clamped", () => {
    const settings = readEnrolment("#token=abc&silent=no&hold=9000&lang=kk", null)?.settings;
    expect(settings).toEqual({ silent: false, holdMs: 2000, language: "kk" });
  });
});
