import type en from "@/messages/en/language";
import type { Same } from "@/messages/en/same";

export default {
  title: "Idioma y zona horaria",
  lead: "Tus páginas y correos llegan en este idioma, y sus horas siguen este reloj.",
  term: "Idioma",
  change: "Cambiar tu idioma y tu zona horaria",
  languages: "Idioma",
  timeZone: "Zona horaria",
  timeZoneHint: "Los lugares están ordenados por parte del mundo; detrás de cada uno, su diferencia de hoy con el UTC.",
  zoneUnsaid: "Sin indicar: UTC",
  save: "Guardar",
  saving: "Guardando…",
  back: "Volver a tu cuenta",
  notices: {
    LANGUAGE_SAVED: "Guardado. A partir de ahora verás la tienda así, inicies sesión donde la inicies.",
    LANGUAGE_UNKNOWN: "No se ha cambiado nada: no tenemos ese idioma o esa zona horaria. Elige entre los que hay aquí.",
  },
  device: {
    use: "Usar la zona horaria de este dispositivo",
    filledIn: "Hemos puesto {zone}. Guárdala para conservarla.",
    unknown: "Tu dispositivo no dice dónde está. Elige una zona horaria de la lista.",
  },
  regions: {
    Africa: "África",
    America: "América",
    Antarctica: "Antártida",
    Arctic: "Océano Ártico",
    Asia: "Asia",
    Atlantic: "Océano Atlántico",
    Australia: "Australia",
    Europe: "Europa",
    Indian: "Océano Índico",
    Pacific: "Océano Pacífico",
  },
} satisfies Same<typeof en>;
