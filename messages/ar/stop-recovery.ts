import type { Same } from "@/messages/en/same";
import type en from "@/messages/en/stop-recovery";

export default {
  metaTitle: "الاحتفاظ بعنوانك",
  title: "هل فقدت حسابك؟",
  lead: "قال شخص ذلك للمتجر، وهو يطلب عنوانًا آخر. قد يعطيه المتجر إياه بعد {dueAt}.",
  addressStays: "يحتفظ حسابك بعنوانه. لا يتغير شيء آخر، ولا تنتهي جلسة أحد.",
  shopSees: "يرى المتجر أنك أوقفت ذلك.",
  stop: "إيقاف ذلك",
  stopping: "جارٍ الإيقاف…",
  stoppedTitle: "يحتفظ حسابك بعنوانه",
  stopped: "تم الإيقاف. لم يتغير شيء.",
  deadLead: "لم يتغير شيء. افتح الرابط الموجود في أحدث رسالة عن هذا الأمر، أو انسخه كاملًا إلى شريط العنوان.",
  deadAdvice: "إذا صار لحسابك عنوان ليس لك، فاكتب إلى المتجر فورًا.",
} satisfies Same<typeof en>;
