import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { LoginShell } from "@/components/layout/login-shell";
import { TextLink } from "@/components/ui/text-link";
import { findCurrentUser } from "@/lib/auth/current-user";
import { defaultPhoneCountry } from "@/lib/auth/default-phone-country";
import { defaultDestination, safePath } from "@/lib/auth/safe-redirect";
import { RegisterForm } from "./register-form";

export const metadata: Metadata = { title: "Create account" };

type RegisterPageProps = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function RegisterPage({ searchParams }: RegisterPageProps) {
  const next = safePath((await searchParams).next);
  const user = await findCurrentUser().catch(() => null);
  if (user) redirect(next ?? defaultDestination);

  return (
    <LoginShell
      title="Create account"
      lead="No password to invent. We confirm your email with a code, and you are in."
      after={
        <>
          Already a member?{" "}
          <TextLink href={next ? `/login?next=${encodeURIComponent(next)}` : "/login"}>Log in</TextLink>
        </>
      }
    >
      <RegisterForm next={next} country={defaultPhoneCountry()} />
    </LoginShell>
  );
}
