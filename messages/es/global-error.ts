import type * as en from "@/messages/en/global-error";
import type { Same } from "@/messages/en/same";

export const globalError = {
  heading: "La tienda está cerrada un momento.",
  lead: "Algo ha fallado por nuestra parte y ni siquiera hemos podido dibujar la página. Cárgala de nuevo en un minuto.",
  reload: "Cargar la tienda",
} satisfies Same<typeof en.globalError>;
