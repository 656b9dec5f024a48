import type { Config } from "tailwindcss";
import createPlugin from "tailwindcss/plugin";
import { shopConfig } from "./shop.config";

/** Colours are named by job; values are in shop.config.ts and app/theme.css. */
export default {
  content: ["./app/**/*.{ts,tsx}", "./components/**/*.{ts,tsx}"],
  theme: {
    colors: {
      transparent: "transparent",
      current: "currentColor",
      inherit: "inherit",
      canvas: "var(--canvas)",
      surface: "var(--surface)",
      sunken: "var(--sunken)",
      ink: { DEFAULT: "var(--ink)", muted: "var(--ink-muted)" },
      line: { DEFAULT: "var(--line)", strong: "var(--line-strong)" },
      accent: {
        DEFAULT: "var(--accent)",
        hover: "var(--accent-hover)",
        text: "var(--accent-text)",
        soft: "var(--accent-soft)",
      },
      "on-accent": "var(--on-accent)",
      info: { DEFAULT: "var(--info)", soft: "var(--info-soft)" },
      success: { DEFAULT: "var(--success)", soft: "var(--success-soft)" },
      warning: { DEFAULT: "var(--warning)", soft: "var(--warning-soft)" },
      danger: { DEFAULT: "var(--danger)", soft: "var(--danger-soft)", fill: "var(--danger-fill)" },
      stock: {
        butter: "var(--stock-butter)",
        blush: "var(--stock-blush)",
        sage: "var(--stock-sage)",
        sky: "var(--stock-sky)",
        stone: "var(--stock-stone)",
      },
    },
    fontFamily: {
      sans: ["var(--sans)"],
      serif: ["var(--serif)"],
      mono: ["ui-monospace", "SFMono-Regular", "Menlo", "Consolas", "monospace"],
    },
    fontSize: {
      fine: ["0.875rem", { lineHeight: "1.25rem" }],
      body: ["1rem", { lineHeight: "1.5rem" }],
      lead: ["1.1875rem", { lineHeight: "1.75rem" }],
      heading: ["1.375rem", { lineHeight: "var(--heading-leading)", letterSpacing: "var(--heading-tracking)" }],
      title: [
        "clamp(1.75rem, 1.35rem + 1.8vw, 2.75rem)",
        { lineHeight: "var(--title-leading)", letterSpacing: "var(--title-tracking)" },
      ],
      display: [
        "clamp(2.5rem, 1.3rem + 5.6vw, 6rem)",
        { lineHeight: "var(--display-leading)", letterSpacing: "var(--display-tracking)" },
      ],
      // A share of its panel, in which "contraseña." is the longest word.
      sign: ["min(6rem, 18cqi)", { lineHeight: "var(--display-leading)", letterSpacing: "var(--display-tracking)" }],
    },
    borderRadius: {
      none: "0",
      plate: "0.375rem",
      card: "0.625rem",
      full: "9999px",
    },
    extend: {
      maxWidth: { shell: "78rem", reading: "38rem", form: "27rem" },
      spacing: { gutter: "var(--gutter)", touch: "2.75rem" },
      animation: {
        breathe: "breathe 1.6s ease-in-out infinite",
        "under-way": "under-way 1.1s ease-in-out infinite",
      },
      keyframes: {
        breathe: { "50%": { opacity: "0.45" } },
        "under-way": {
          from: { transform: "translateX(calc(var(--reading-direction) * -60%))" },
          to: { transform: "translateX(calc(var(--reading-direction) * 300%))" },
        },
      },
    },
  },
  plugins: [
    createPlugin(({ addBase }) =>
      addBase({
        ":root": brandVariables("light"),
        "@media (prefers-color-scheme: dark)": { ":root": brandVariables("dark") },
      }),
    ),
  ],
} satisfies Config;

/** `--accent-text` for `accentText`. */
function brandVariables(scheme: "light" | "dark"): Record<string, string> {
  const colors = Object.entries(shopConfig.colors[scheme]);
  return Object.fromEntries(
    colors.map(([name, color]) => [`--${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`, color]),
  );
}
