export const wordmarkStyle =
  "plate inline-flex min-h-touch items-center rounded-plate px-3.5 font-bold text-heading leading-none tracking-tight no-underline hover:bg-accent-hover";
