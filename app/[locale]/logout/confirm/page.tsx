import type { Metadata } from "next";
import { LoginShell } from "@/components/layout/login-shell";
import { Button } from "@/components/ui/button";
import { TextLink } from "@/components/ui/text-link";

export const metadata: Metadata = { title: "Log out", robots: { index: false } };

export default function LogoutPage() {
  return (
    <LoginShell
      title="Log out?"
      lead="This ends your session in this browser. Coming back takes one code."
      after={<TextLink href="/">Stay logged in</TextLink>}
    >
      <form action="/logout" method="post">
        <Button type="submit" block>
          Log out
        </Button>
      </form>
    </LoginShell>
  );
}
