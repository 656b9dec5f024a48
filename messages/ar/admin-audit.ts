import type en from "@/messages/en/admin-audit";
import type { Same } from "@/messages/en/same";

export default {
  title: "سجل التدقيق",
  lead: "ما حدث حول تسجيل الدخول والحسابات، الأحدث أولًا. يُحفظ {days, plural, zero {# يوم} one {يومًا واحدًا} two {يومين} few {# أيام} many {# يومًا} other {# يوم}}.",
  export: "تصدير بصيغة CSV",
  count: {
    exact: "{count, plural, zero {لا أحداث} one {حدث واحد} two {حدثان} few {# أحداث} many {# حدثًا} other {# حدث}}",
    about: "عدد الأحداث نحو {count, number} (تقديرًا)",
    ofAbout: "نحو {count, number} (تقديرًا)",
  },
  empty: {
    title: "لا حدث يطابق",
    hint: "أزل أحد المرشّحات أو اختر مدة أطول.",
    showAll: "عرض كل الأحداث",
  },
  pages: {
    label: "صفحات سجل التدقيق",
    newer: "الأحدث",
    older: "الأقدم",
  },
  filter: {
    actor: "الفاعل",
    subject: "المعنيّ",
    personHint: "اسم المستخدم أو البريد أو المعرّف كاملًا",
    from: "من (UTC)",
    until: "حتى (UTC)",
    events: "الأحداث",
    eventsAll: "الأحداث: الكل",
    eventsChosen: "الأحداث المختارة: {count, number}",
    submit: "تصفية",
    showAll: "عرض الكل",
  },
  notes: {
    FROM_UNREADABLE: "«من» ليس وقتًا مثل \u20662026-11-23T14:00\u2069، فلم يُؤخذ به.",
    UNTIL_UNREADABLE: "«حتى» ليس وقتًا مثل \u20662026-11-23T14:00\u2069، فلم يُؤخذ به.",
    EVENT_UNKNOWN: "أحد الأحداث المطلوبة ليس من أحداث السجل، فلم يُؤخذ به.",
    FROM_AFTER_UNTIL: "«من» بعد «حتى»، فلا شيء يمكن أن يطابق.",
    ACTOR_UNKNOWN: "لا أحد يحمل اسم المستخدم أو البريد المطلوب بوصفه الفاعل. يُعثر على المستخدم المحذوف بمعرّفه.",
    SUBJECT_UNKNOWN: "لا أحد يحمل اسم المستخدم أو البريد المطلوب بوصفه المعنيّ. يُعثر على المستخدم المحذوف بمعرّفه.",
  },
  table: {
    time: "الوقت (UTC)",
    event: "ما حدث",
    actor: "الفاعل",
    subject: "المعنيّ",
    origin: "من أين",
    details: "التفاصيل",
    none: "لا يوجد",
    deletedUser: "<link>…{id}</link> <note>محذوف</note>",
  },
} satisfies Same<typeof en>;
