import type en from "@/messages/en/passkey-offer";
import type { Same } from "@/messages/en/same";

export default {
  label: "Llave de acceso",
  title: "¿Sin código la próxima vez?",
  lead: "Con una llave de acceso inicias sesión con tu huella, tu cara o el PIN de este dispositivo.",
  add: "Añadir una llave de acceso",
  decline: "Ahora no",
} satisfies Same<typeof en>;
