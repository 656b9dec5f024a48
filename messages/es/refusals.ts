import type * as en from "@/messages/en/refusals";
import type { Same } from "@/messages/en/same";

export const refusals = {
  nothingSent: "No se ha enviado nada",
  tooLarge:
    "Es más de lo que admite el formulario, así que no se ha enviado nada. Acorta el texto e inténtalo de nuevo.",
  broken:
    "Este formulario no llegó como lo envían nuestras páginas, así que no se ha hecho nada. Vuelve a cargar la página e inténtalo de nuevo.",
  toLogin: "Ir al inicio de sesión",
} satisfies Same<typeof en.refusals>;
