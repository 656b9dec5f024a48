import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { bricolage, newsreader } from "./fonts";
import "./globals.css";

export const metadata: Metadata = {
  title: { default: "myshop: a short range of things made properly", template: "%s · myshop" },
  description:
    "Sixteen things for the kitchen, the desk and the home, chosen slowly. Members pay less. Nobody needs a password.",
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f4f6f7" },
    { media: "(prefers-color-scheme: dark)", color: "#0b111c" },
  ],
};

export default function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="en" className={`${bricolage.variable} ${newsreader.variable}`} data-scroll-behavior="smooth">
      <body className="flex min-h-dvh flex-col">
        <a
          href="#main"
          className="plate -translate-y-24 absolute top-3 left-3 z-50 rounded-plate px-5 py-3 font-semibold focus:translate-y-0"
        >
          Skip to content
        </a>
        {children}
      </body>
    </html>
  );
}
