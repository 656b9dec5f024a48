/** What the page of language and time zone may be asked to say by its address, and in what tone. */
export const languageNotices = { LANGUAGE_SAVED: "success", LANGUAGE_UNKNOWN: "danger" } as const;

export type LanguageNotice = keyof typeof languageNotices;
