import type en from "@/messages/en/admin-audit";
import type { Same } from "@/messages/en/same";

export default {
  title: "Registro de auditoría",
  lead: "Lo que pasó con inicios de sesión y cuentas, lo más nuevo primero. Se guarda {days, plural, one {# día} other {# días}}.",
  export: "Exportar como CSV",
  count: {
    exact: "{count, plural, one {# evento} other {# eventos}}",
    about: "Unos {count, number} eventos (estimación)",
    ofAbout: "unos {count, number} eventos (estimación)",
  },
  empty: {
    title: "Ningún evento coincide",
    hint: "Quita un filtro o elige un periodo más largo.",
    showAll: "Ver todos los eventos",
  },
  pages: {
    label: "Páginas del registro de auditoría",
    newer: "Más recientes",
    older: "Más antiguos",
  },
  filter: {
    actor: "Autor",
    subject: "Afectado",
    personHint: "Nombre de usuario, correo o id completo",
    from: "Desde (UTC)",
    until: "Hasta (UTC)",
    events: "Eventos",
    eventsAll: "Eventos: todos",
    eventsChosen: "Eventos elegidos: {count, number}",
    submit: "Filtrar",
    showAll: "Ver todo",
  },
  notes: {
    FROM_UNREADABLE: "«Desde» no es una hora como 2026-11-23T14:00, así que no se tiene en cuenta.",
    UNTIL_UNREADABLE: "«Hasta» no es una hora como 2026-11-23T14:00, así que no se tiene en cuenta.",
    EVENT_UNKNOWN: "Uno de los eventos pedidos no existe en el registro, así que no se tiene en cuenta.",
    FROM_AFTER_UNTIL: "«Desde» es posterior a «Hasta», así que nada puede coincidir.",
    ACTOR_UNKNOWN:
      "Nadie tiene el nombre de usuario o el correo que se pide como autor. A un usuario eliminado se le encuentra por su id.",
    SUBJECT_UNKNOWN:
      "Nadie tiene el nombre de usuario o el correo que se pide como afectado. A un usuario eliminado se le encuentra por su id.",
  },
  table: {
    time: "Hora (UTC)",
    event: "Qué pasó",
    actor: "Autor",
    subject: "Afectado",
    origin: "Desde dónde",
    details: "Detalles",
    none: "ninguno",
    deletedUser: "<link>…{id}</link> <note>eliminado</note>",
  },
} satisfies Same<typeof en>;
