/** The audit trail: its filter, its table and its export. */
export default {
  title: "Audit trail",
  lead: "What happened around logins and accounts, newest first. Kept for {days, plural, one {# day} other {# days}}.",
  export: "Export as CSV",
  count: {
    exact: "{count, plural, one {# event} other {# events}}",
    about: "About {count, number} events (estimated)",
    ofAbout: "about {count, number} events (estimated)",
  },
  empty: {
    title: "No event fits",
    hint: "Take away a filter, or choose a longer time.",
    showAll: "Show all events",
  },
  pages: {
    label: "Pages of the audit trail",
    newer: "Newer",
    older: "Older",
  },
  filter: {
    actor: "Actor",
    subject: "Subject",
    personHint: "Whole username, email or id",
    from: "From (UTC)",
    until: "Until (UTC)",
    events: "Events",
    eventsAll: "Events: all",
    eventsChosen: "Events: {count, number} chosen",
    submit: "Filter",
    showAll: "Show all",
  },
  notes: {
    FROM_UNREADABLE: "“From” is not a time like 2026-11-23T14:00, so it is left out.",
    UNTIL_UNREADABLE: "“Until” is not a time like 2026-11-23T14:00, so it is left out.",
    EVENT_UNKNOWN: "An event that is asked for is not one of the trail, so it is left out.",
    FROM_AFTER_UNTIL: "“From” is later than “Until”, so nothing can fit.",
    ACTOR_UNKNOWN: "Nobody has the username or email that is asked for as actor. A deleted user is found by their id.",
    SUBJECT_UNKNOWN:
      "Nobody has the username or email that is asked for as subject. A deleted user is found by their id.",
  },
  table: {
    time: "Time (UTC)",
    event: "What happened",
    actor: "Actor",
    subject: "Subject",
    origin: "From where",
    details: "Details",
    none: "none",
    deletedUser: "<link>…{id}</link> <note>deleted</note>",
  },
} as const;
