import type en from "@/messages/en/logout";
import type { Same } from "@/messages/en/same";

export default {
  metaTitle: "Cerrar sesión",
  title: "¿Cerrar sesión?",
  lead: "Esto cierra tu sesión en este navegador. Para volver basta un código.",
  stay: "Seguir con la sesión abierta",
  submit: "Cerrar sesión",
} satisfies Same<typeof en>;
