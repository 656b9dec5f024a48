import type { Same } from "@/messages/en/same";
import type en from "@/messages/en/shell";

export default {
  titleTemplate: "%s · myshop",
  title: "myshop: una gama breve de cosas bien hechas",
  description:
    "Dieciséis cosas para la cocina, el escritorio y la casa, elegidas sin prisa. Los socios pagan menos. Nadie necesita una contraseña.",
  skip: "Saltar al contenido",
  mainNav: "Principal",
  footerNav: "Pie de página",
  languageNav: "Idioma",
  range: "La gama",
  members: "Socios",
  account: "Mi cuenta",
  claim: "Una gama breve de cosas bien hechas.",
  neverAPassword: "Nunca pedimos una contraseña. Si una página o un correo la pide, no es nuestro.",
  notFound: {
    title: "No hay nada en esta dirección",
    heading: "En este número no vive nadie.",
    lead: "La página se ha movido, nunca estuvo aquí o no es para esta cuenta. Comprueba la dirección o empieza de nuevo por la gama.",
    toRange: "Ver la gama",
  },
} satisfies Same<typeof en>;
