import type en from "@/messages/en/mails";
import type { Same } from "@/messages/en/same";

export default {
  logIn: "Iniciar sesión",
  notMe: "No he sido yo",
  ifYou: "Si has sido tú, no tienes que hacer nada.",
  noMore:
    "Este es el tercer mensaje de este tipo en una hora, y no enviamos más de tres. Para verlo todo, inicia sesión y revisa tus sesiones.",
  ifAsked: "Si lo pediste tú, no tienes que hacer nada.",
  writeAtOnce: "Si no lo pediste, escribe a la tienda cuanto antes.",
} satisfies Same<typeof en>;
