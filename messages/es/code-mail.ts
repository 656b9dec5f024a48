import type en from "@/messages/en/code-mail";
import type { Same } from "@/messages/en/same";

export default {
  isYourCode: "es tu código de {shop}",
  isYourOneTimeCode: "es tu código de un solo uso para {domain}.",
  heading: "Este es tu código de un solo uso.",
  confirms: "Este código confirma: {act}.",
  life: "Sirve durante {minutes, plural, one {# minuto} other {# minutos}} y una sola vez.",
  where: "Escríbelo en {domain} y en ningún otro sitio.",
  never: "{shop} nunca te lo pedirá por teléfono, chat ni correo.",
  fillIn: "Rellenar el código por mí",
  fillInHow: "Funciona en el navegador que pidió el código. Solo rellena el código: tú pulsas Verificar.",
  fillInByLink: "Rellénalo con este enlace, en el navegador que lo pidió (Verificar lo pulsas tú):",
  askedFrom: "Pedido desde",
  when: "Cuándo",
  ifNot: "¿No has sido tú? Entonces no tienes que hacer nada: sin este código nadie entra. No se lo pases a nadie.",
  end: "Para anular la solicitud ahora mismo:",
  endByLink: "Para anular la solicitud ahora mismo, abre «No he sido yo»:",
  why: "Enviado porque alguien escribió esta dirección en {domain}.",
} satisfies Same<typeof en>;
