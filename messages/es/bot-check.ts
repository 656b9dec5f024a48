import type en from "@/messages/en/bot-check";
import type { Same } from "@/messages/en/same";

export default {
  running: "Estamos comprobando que no eres una máquina. Tarda unos segundos.",
  waitSeconds:
    "Acaba de haber muchos intentos. Espera {seconds, plural, one {# segundo} other {# segundos}} y vuelve a pulsar el botón.",
  waitMinutes:
    "Acaba de haber muchos intentos. Espera {minutes, plural, one {un minuto} other {# minutos}} y vuelve a pulsar el botón.",
} satisfies Same<typeof en>;
