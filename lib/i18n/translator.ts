import { createTranslator } from "use-intl/core";
import ar from "@/messages/ar/index";
import en from "@/messages/en/index";
import es from "@/messages/es/index";
import { formatTag, type Locale } from "./locales";

type Messages = typeof en;

export type Namespace = keyof Messages;

/** Server only; client components get words from the page. */
export const messages: Record<Locale, { readonly [N in Namespace]: unknown }> = { en, es, ar };

export type Translations<N extends Namespace> = ReturnType<typeof createTranslator<Messages[N]>>;

const made = new Map<string, unknown>();

/** For code that knows the language. ICU MessageFormat; throws for missing values. */
export function translator<N extends Namespace>(locale: Locale, namespace: N): Translations<N> {
  const name = `${locale} ${namespace}`;
  const known = made.get(name);
  if (known !== undefined) return known as Translations<N>;
  const fresh = createTranslator({
    locale: formatTag(locale),
    messages: messages[locale][namespace] as Messages[N],
    timeZone: "UTC",
    onError: (error) => {
      throw error;
    },
  });
  made.set(name, fresh);
  return fresh as unknown as Translations<N>;
}

export type Words<N extends Namespace> = Plain<Messages[N]>;

type Plain<T> = { readonly [K in keyof T]: T[K] extends string ? string : Plain<T[K]> };

/** Only plain sentences with `{name}`: plurals need the server. */
export function wordsOf<N extends Namespace>(locale: Locale, namespace: N): Words<N> {
  return messages[locale][namespace] as Words<N>;
}
