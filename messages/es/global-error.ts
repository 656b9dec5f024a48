import type * as en from "@/messages/en/global-error";
import type { Same } from "@/messages/en/same";

export const globalError = {
  heading: "La tienda no está disponible en este momento.",
  lead: "Algo ha fallado por nuestra parte y no hemos podido mostrar la página. Vuelve a cargarla dentro de un minuto.",
  reload: "Ir a la tienda",
} satisfies Same<typeof en.globalError>;
