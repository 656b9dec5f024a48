import type { Same } from "@/messages/en/same";
import type en from "@/messages/en/stop-recovery";

export default {
  metaTitle: "Conserva tu dirección",
  title: "¿Has perdido tu cuenta?",
  lead: "Alguien le ha dicho a la tienda que sí, y pide otra dirección. Después del {dueAt}, la tienda puede dársela.",
  addressStays: "Tu cuenta conserva su dirección. No cambia nada más, y no se cierra la sesión de nadie.",
  shopSees: "La tienda ve que lo has detenido.",
  stop: "Detenerlo",
  stopping: "Deteniendo…",
  stoppedTitle: "Tu cuenta conserva su dirección",
  stopped: "Está detenido. No se ha cambiado nada.",
  deadLead:
    "No se ha cambiado nada. Abre el enlace del correo más reciente sobre esto, o cópialo entero en la barra de direcciones.",
  deadAdvice: "Si tu cuenta tiene ahora una dirección que no es tuya, escribe a la tienda enseguida.",
} satisfies Same<typeof en>;
