import type { ComponentProps } from "react";
import { ConfirmStep } from "@/app/[locale]/admin/_change/confirm-step";
import type { loadConfirmStep } from "./load-confirm-step";

type UserConfirmStepProps = Omit<ComponentProps<typeof ConfirmStep>, "place" | "standing" | "cancelHref"> & {
  step: Awaited<ReturnType<typeof loadConfirmStep>>;
};

/** The page before a change to one user, whom its form names. */
export function UserConfirmStep({ step: { user, standing, path }, children, ...change }: UserConfirmStepProps) {
  return (
    <ConfirmStep place="/admin/users" standing={standing} cancelHref={path} {...change}>
      <input type="hidden" name="user" value={user.id} />
      {children}
    </ConfirmStep>
  );
}
