import type en from "@/messages/en/bot-check";
import type { Same } from "@/messages/en/same";

export default {
  running: "نتحقق من أنك لست آلة. يستغرق ذلك بضع ثوانٍ.",
  waitSeconds:
    "جرت محاولات كثيرة للتو. انتظر {seconds, plural, zero {لحظة} one {ثانية واحدة} two {ثانيتين} few {# ثوانٍ} many {# ثانية} other {# ثانية}}، ثم اضغط الزر مرة أخرى.",
  waitMinutes:
    "جرت محاولات كثيرة للتو. انتظر {minutes, plural, zero {لحظة} one {دقيقة واحدة} two {دقيقتين} few {# دقائق} many {# دقيقة} other {# دقيقة}}، ثم اضغط الزر مرة أخرى.",
} satisfies Same<typeof en>;
