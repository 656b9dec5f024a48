import ar from "@/messages/ar";
import en from "@/messages/en";
import es from "@/messages/es";
import type { Locale } from "./locales";

/** The English sentences, by which every key and every value of a sentence is checked where it is used. */
export type Messages = typeof en;

/** One file in each language's folder. */
export type Namespace = keyof Messages;

/** Every sentence that a person reads, in every language. Server only: client components get theirs from the page. */
export const messages: Record<Locale, { readonly [N in Namespace]: unknown }> = { en, es, ar };
