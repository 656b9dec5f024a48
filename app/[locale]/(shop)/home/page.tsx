import type { Metadata } from "next";
import { ButtonLink } from "@/components/ui/button-link";

export const metadata: Metadata = { title: "Members’ room", robots: { index: false, follow: false } };

/** What is at /home for whoever the gate did not send on to the members' page, and if there were no gate at all. */
export default function HomeDoorPage() {
  return (
    <div className="shell grid justify-items-start gap-6 py-16">
      <h1 className="font-bold text-title">Please log in to continue.</h1>
      <ButtonLink href="/login?next=/home" prefetch={false}>
        Log in
      </ButtonLink>
    </div>
  );
}
