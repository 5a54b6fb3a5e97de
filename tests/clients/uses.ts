// What a screen does with the generated types: it is compiled, never run. Each line fails to compile when the
// description loses what it is about.
import type { components, operations, paths } from "./interface";

type Words<Name extends keyof components["schemas"]> = components["schemas"][Name];

// Words are words, not text.
export const kind: Words<"ChildKind"> = "stepchild";
// @ts-expect-error there is no such kind
export const unknown: Words<"ChildKind"> = "stranger";

// The field that tells variants apart narrows a union.
export function newNumberOf(change: Words<"Change">): number | undefined {
  return change.what === "children" ? change.children : undefined;
}

export function institutionOf(placer: Words<"CaseViewWhole">["placer"]): string | undefined {
  return placer.placed_by === "institution" ? placer.name : undefined;
}

// An act does not go out without the version seen.
type Act = operations["accept_case"]["parameters"]["header"];
export const seen: Act = { "If-Match": '"3"' };
// @ts-expect-error the version is missing
export const unseen: Act = {};

// A filter takes its words, and the application's path is there.
type Filed = operations["file_paper"]["parameters"]["query"];
export const filed: Filed = { paper: "joint_photo" };
export type Application = NonNullable<
  paths["/v1/cases"]["post"]["requestBody"]
>["content"]["application/json"];
