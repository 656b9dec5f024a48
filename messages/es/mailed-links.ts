import type en from "@/messages/en/mailed-links";
import type { Same } from "@/messages/en/same";

export default {
  ifPressed: "Si pulsas el botón:",
  ifLeft: "Si sales de esta página, nada cambia. Aquí no has iniciado sesión.",
  leave: "He sido yo, dejarlo así",
  logIn: "Iniciar sesión",
  deadTitle: "Este enlace ya no sirve",
  toWindow: "Ir al escaparate",
} satisfies Same<typeof en>;
