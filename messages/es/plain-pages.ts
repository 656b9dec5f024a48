import type en from "@/messages/en/plain-pages";
import type { Same } from "@/messages/en/same";

export default {
  toWindow: "Ir al escaparate",
  busy: {
    title: "Un momento, por favor",
    minutes:
      "Ha habido demasiados intentos, así que esto queda cerrado un rato. Vuelve a intentarlo en {minutes, plural, one {# minuto} other {# minutos}}, a partir de las {time}.",
    hours:
      "Ha habido demasiados intentos, así que esto queda cerrado un rato. Vuelve a intentarlo en {hours, plural, one {# hora} other {# horas}}, a partir de las {time}.",
    toLogin: "Volver al inicio de sesión",
    toRegistration: "Volver al registro",
    toCode: "Volver a tu código",
    toSessions: "Volver a tus sesiones",
    toPasskeys: "Volver a tus llaves de acceso",
    toRecoveryCodes: "Volver a tus códigos de recuperación",
    toUsername: "Volver a tu nombre de usuario",
    toEmail: "Volver a tu dirección de correo",
    toPhone: "Volver a tu número de teléfono",
    toLanguage: "Volver a tu idioma y zona horaria",
    toData: "Volver a tus datos",
    toDeletion: "Volver a la eliminación de tu cuenta",
  },
  unavailableTitle: "Volvemos en un momento",
  wrongMethod: {
    title: "Así no",
    sentence: "La tienda no responde a solicitudes de este tipo. No se ha cambiado nada.",
  },
  wrongAddress: {
    title: "No hay nada en esta dirección",
    sentence: "Esta dirección tiene caracteres que no tiene ninguna página de la tienda. Revísala, o empieza de nuevo.",
  },
  nothingHere: "No hay nada en esta dirección.",
  outdatedForm:
    "La tienda se actualizó mientras tenías abierta esta página, así que no se ha enviado nada. Lo que escribiste sigue aquí: vuelve a enviarlo.",
  tooLargeTitle: "Demasiado largo",
  tooLarge:
    "Es más de lo que admite la tienda, así que no se ha enviado nada. Vuelve atrás, acorta lo que has escrito e inténtalo de nuevo.",
} satisfies Same<typeof en>;
