"use client";

import { bricolage } from "./fonts";
import "./globals.css";

/**
 * The last resort: replaces even the root layout, so it brings its own document and leans on nothing else.
 * Its link is a plain one: a full load is wanted, the client router may be what broke.
 */
export default function GlobalError() {
  return (
    <html lang="en" className={bricolage.variable}>
      <body>
        <title>The shop is closed for a moment · myshop</title>
        <main id="main" className="shell grid max-w-reading gap-5 py-16">
          <h1 className="font-bold text-title">The shop is closed for a moment.</h1>
          <p className="text-ink-muted text-lead">
            Something failed on our side and we could not even draw the page. Load it again in a minute.
          </p>
          <a
            href="/"
            className="plate inline-flex min-h-12 items-center justify-self-start rounded-plate px-6 font-semibold"
          >
            Load the storefront
          </a>
        </main>
      </body>
    </html>
  );
}
