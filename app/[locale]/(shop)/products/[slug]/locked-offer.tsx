import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";

/** What a stranger reads in the place of price and story. */
export function LockedOffer({ slug }: { slug: string }) {
  return (
    <Card className="grid gap-4">
      <h2 className="font-bold text-heading">This piece is kept for members.</h2>
      <p className="text-ink-muted">
        Its price and its story are behind the counter. Membership costs nothing: an email address, a phone number, and
        a code that we send you. No password.
      </p>
      <div className="flex flex-wrap gap-3">
        <ButtonLink href={`/register?next=/products/${slug}`} prefetch={false}>
          Create account
        </ButtonLink>
        <ButtonLink href={`/login?next=/products/${slug}`} prefetch={false} variant="secondary">
          Log in
        </ButtonLink>
      </div>
    </Card>
  );
}
