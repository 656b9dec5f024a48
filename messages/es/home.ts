import type en from "@/messages/en/home";
import type { Same } from "@/messages/en/same";

export default {
  title: "Sala de socios",
  door: {
    heading: "Inicia sesión para continuar.",
    logIn: "Iniciar sesión",
  },
  kept: {
    heading: "De detrás del mostrador",
    lead: "Hechas en cantidades demasiado pequeñas para el escaparate. Tú las ves, los demás no.",
    emptyTitle: "Ahora mismo no hay nada guardado.",
    empty: "La próxima tanda pequeña se verá primero aquí.",
  },
  prices: "Lo que pagas",
} satisfies Same<typeof en>;
