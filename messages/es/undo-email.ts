import type { Same } from "@/messages/en/same";
import type en from "@/messages/en/undo-email";

export default {
  metaTitle: "Deshacer el cambio de tu correo",
  title: "¿Deshacer el cambio de la dirección de correo?",
  lead: "El {at}, una cuenta pasó a tener otra dirección de correo. Hasta el {until} puedes devolverle la anterior.",
  addressReturns:
    "La cuenta vuelve a tener la dirección de antes, se haya cambiado lo que se haya cambiado desde entonces.",
  everybodyOut: "Se cierra la sesión de todo el mundo, y cualquier navegador que vuelva nos resultará desconocido.",
  passkeysGo:
    "Se quitan las llaves de acceso añadidas desde entonces o en la semana anterior. Un número de teléfono verificado en ese tiempo deja de estar verificado.",
  codesVoid: "Si en ese tiempo se crearon o se usaron códigos de recuperación, la lista entera queda anulada.",
  deletionStops: "Si desde entonces alguien pidió eliminar la cuenta, se conserva.",
  weTell: "Avisamos a las dos direcciones.",
  undo: "Deshacer el cambio",
  undoing: "Deshaciendo…",
  undoneTitle: "El cambio está deshecho",
  undone: "La cuenta vuelve a tener la dirección de antes.",
  undoneAdvice:
    "Se ha cerrado la sesión de todo el mundo. Inicia sesión con esa dirección, y revisa tus llaves de acceso y tu número de teléfono: quita lo que no conozcas.",
  deadLead:
    "No se ha cambiado nada. Copia el enlace entero del correo en la barra de direcciones, y mira si ha llegado un correo más reciente sobre esto.",
  deadAdvice:
    "El cambio de una dirección de correo se puede deshacer durante siete días. Si la tuya se cambió sin ti antes de ese plazo, escribe a la tienda.",
} satisfies Same<typeof en>;
