import { createTranslator } from "use-intl/core";
import ar from "@/messages/ar/index";
import en from "@/messages/en/index";
import es from "@/messages/es/index";
import { formatTag, type Locale } from "./locales";

/** The English sentences, by which every key and every value of a sentence is checked where it is used. */
type Messages = typeof en;

/** One file in each language's folder. */
export type Namespace = keyof Messages;

/** Every sentence that a person reads, in every language. Server only: client components get theirs from the page. */
export const messages: Record<Locale, { readonly [N in Namespace]: unknown }> = { en, es, ar };

/** Gives the sentences of one namespace in one language: `t("key", values)`, or `t.rich` where a part is an element. */
export type Translations<N extends Namespace> = ReturnType<typeof createTranslator<Messages[N]>>;

// A translator keeps the messages that it has parsed, so each is made once a process.
const made = new Map<string, unknown>();

/**
 * The sentences of `namespace` in `locale`, in ICU MessageFormat. For server code that knows the language: mails, jobs.
 * Pages take `getTranslations`, actions and route handlers `requestTranslations`. Throws at a value that is missing.
 */
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

/** The sentences of a namespace as they stand, for a client component, which fills in values by `fill`. */
export type Words<N extends Namespace> = Plain<Messages[N]>;

type Plain<T> = { readonly [K in keyof T]: T[K] extends string ? string : Plain<T[K]> };

/** See `Words`. Only plain sentences with `{name}` in them: plurals need the server. */
export function wordsOf<N extends Namespace>(locale: Locale, namespace: N): Words<N> {
  return messages[locale][namespace] as Words<N>;
}
