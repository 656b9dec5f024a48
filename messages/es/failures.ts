import type en from "@/messages/en/failures";
import type { Same } from "@/messages/en/same";

export default {
  heading: "No se ha podido crear esta página.",
  lead: "Algo ha fallado por nuestra parte, no por la tuya. Nada de lo que escribiste se ha enviado dos veces. Inténtalo de nuevo en un momento; si sigue fallando, vuelve más tarde.",
  retry: "Intentar de nuevo",
  outdatedHeading: "Esta página es anterior a una actualización.",
  outdatedLead:
    "La tienda se actualizó mientras la tenías abierta. No se ha enviado nada. Vuelve a cargarla y rellénala otra vez.",
  unreachedHeading: "No se ha podido contactar con la tienda.",
  unreachedLead:
    "Puede que se haya cortado tu conexión. Vuelve a cargar esta página cuando la recuperes y, antes de repetirlo, comprueba si lo que enviaste ha llegado.",
  reload: "Volver a cargar",
  toStorefront: "Ir a la tienda",
  number: "Si nos escribes, menciona el número {digest}.",
} satisfies Same<typeof en>;
